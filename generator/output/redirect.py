"""Addresses that have moved: small pages that need neither a server's help nor a script."""

from generator.output.escape import html_address, html_text
from generator.pages.plan import PlannedRedirect


def render_redirect(redirect: PlannedRedirect) -> str:
    """Render a page that leads on at once, and says where to, for those whom it cannot lead.

    The canonical address is relative, as the link is: the page holds wherever the site lies.
    """
    depth = redirect.path.count("/")
    target = html_address("../" * depth + redirect.target or "./")
    title = html_text(redirect.title)
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
</head>
<body>
<main>
<p>This page has moved: <a href="{target}">{title}</a></p>
</main>
</body>
</html>
"""
