"""Data for machines: `/api/v1/`, which only grows.

Every file is an object with `version`, one list, a record a line, and `$schema`, which leads to a
description of both. Records are sorted by id (digests: by date, the undated last; topics and
collections: as curated; picks: newest first; months: by time), keys in a fixed order. Addresses are
from the site's root, without a leading slash. Clean texts have their raw form beside them, under
the same name with `_raw`. The same records stand in the database.
"""

from generator.pages.api.files import plan_api, plan_api_beside
from generator.pages.api.page import plan_api_page
from generator.pages.api.papers import record_paper
from generator.pages.api.records import Records

__all__ = ["Records", "plan_api", "plan_api_beside", "plan_api_page", "record_paper"]
