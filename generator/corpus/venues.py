"""Venue codes, spelt out as the community writes them."""

import re
from typing import NamedTuple

_NAMES = {
    "aaai": "AAAI",
    "aacl": "AACL",
    "acl": "ACL",
    "acmmm": "ACM Multimedia",
    "aistats": "AISTATS",
    "chi": "CHI",
    "cikm": "CIKM",
    "coling": "COLING",
    "colm": "COLM",
    "conll": "CoNLL",
    "corl": "CoRL",
    "cvpr": "CVPR",
    "eacl": "EACL",
    "eccv": "ECCV",
    "ecir": "ECIR",
    "ecml": "ECML",
    "emnlp": "EMNLP",
    "icassp": "ICASSP",
    "iccv": "ICCV",
    "icdm": "ICDM",
    "iclr": "ICLR",
    "icml": "ICML",
    "icra": "ICRA",
    "ijcai": "IJCAI",
    "ijcnlp": "IJCNLP",
    "ijcv": "IJCV",
    "interspeech": "Interspeech",
    "iros": "IROS",
    "jmlr": "JMLR",
    "kdd": "KDD",
    "lrec": "LREC",
    "miccai": "MICCAI",
    "mlsys": "MLSys",
    "naacl": "NAACL",
    "neurips": "NeurIPS",
    "nips": "NeurIPS",
    "recsys": "RecSys",
    "rss": "RSS",
    "siggraph": "SIGGRAPH",
    "sigir": "SIGIR",
    "tacl": "TACL",
    "tmlr": "TMLR",
    "tpami": "TPAMI",
    "uai": "UAI",
    "uist": "UIST",
    "vldb": "VLDB",
    "wacv": "WACV",
    "wsdm": "WSDM",
    "www": "The Web Conference",
}
_JOURNALS = frozenset({"IJCV", "JMLR", "TACL", "TMLR", "TPAMI"})
_CODE = re.compile(r"([a-z]+)[ _-]?((?:19|20)\d{2})?", re.ASCII | re.IGNORECASE)


_DATED = re.compile(r"(.+?)[ ,]+((?:19|20)\d{2})", re.ASCII)


class Venue(NamedTuple):
    """A venue that is spelt out, with its year in a field of its own.

    `is_journal` is None where the name is not one that this module knows.
    """

    name: str
    year: int | None
    is_journal: bool | None


def spell_venue(code: str) -> str:
    """Spell out a venue code: `nips2024` is `NeurIPS 2024`.

    A code that is not known is given as it was received, its white space tidied: nothing is
    guessed from its look. NIPS has its present name in every year, as in its own proceedings.
    """
    tidy = " ".join(code.split())
    match = _CODE.fullmatch(tidy)
    name = _NAMES.get(match[1].lower()) if match else None
    if not match or not name:
        return tidy
    return f"{name} {match[2]}" if match[2] else name


def parse_venue(spelt: str) -> Venue:
    """Take a spelt venue apart: `NeurIPS 2024` is a conference of 2024."""
    match = _DATED.fullmatch(spelt)
    name, year = (match[1], int(match[2])) if match else (spelt, None)
    known = name in _NAMES.values()
    return Venue(name=name, year=year, is_journal=name in _JOURNALS if known else None)
