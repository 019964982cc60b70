"""What the lines of a captured page are: votes, facts, frame, and text in its wrapping."""

import re

from generator.sources.lines import Line

HEADING = re.compile(r"#{3}\s+(?=\S)")
IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,900}\)|\[图片[^\[\]]{0,80}\]")
TARGET = re.compile(r"\]\((https?://[^\s()]{1,900})\)|\]\[(\d{1,5})\]")
FOOTNOTE = re.compile(r"\s*\[?(\d{1,5})[\].:]{1,2}\s+<?(https?://\S{1,900}?)>?\s*")
ADDRESS = re.compile(r"https?://\S{1,900}")
PAPER = re.compile(r"https?://huggingface\.co/papers/([\w./-]{4,40}?)(?:#community)?")
OWNER = re.compile(r"https?://huggingface\.co/[\w.-]{1,60}")
AUTHORS = re.compile(r"(\d{1,5})\s+authors?", re.ASCII)
STARS = re.compile(r"GitHub\s+([\d.,]{1,9}[kKmM]?)")
DAY = re.compile(
    r"(?:published on )?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}"
    r"(?:, \d{4})?)(?:\s+(\d{1,5}))?",
    re.ASCII | re.IGNORECASE,
)
FRAME = re.compile(r"[-\[\]()·•*#|`\s\\]*|<a id=[^>]{0,80}></a>")
ORNAMENT = re.compile(r"^[-*•·]\s+|[\[\]\\]+|^·\s*")


def unlink(text: str) -> str:
    """Take images and the ends of links out of a line."""
    return TARGET.sub("", IMAGE.sub("", text)).strip()


def plain(text: str) -> str:
    """Take out what else a page puts around a fact: bullets, brackets, backslashes."""
    return " ".join(ORNAMENT.sub(" ", unlink(text)).split())


def goes_on(line: Line, after: int, text: str) -> bool:
    """Whether a line goes on with the abstract whose last line is number `after`."""
    if line.number != after + 1 or any(
        (STARS.search(text), AUTHORS.fullmatch(text), DAY.fullmatch(text))
    ):
        return False
    is_address = bool(ADDRESS.fullmatch(line.text)) and "huggingface.co/" not in line.text
    return is_address or not is_frame(line.text)


def read_votes(text: str, following: str) -> str:
    """Give the number of votes above a title, a dash for none; empty where a line is no votes.

    `[101](...)`, `[-] 1`; or `65` and `-`, if the next line ends a link: else they are bullets.
    """
    bare = unlink(text)
    number = bare.replace("[-]", "").strip(" []")
    if bare == number and not (TARGET.search(text) or following.startswith("]")):
        return ""
    if number.isdecimal() or number in {"-", "–"}:
        return number
    return "-" if "[-]" in bare and not number else ""


def is_frame(text: str) -> bool:
    """Whether a line is only the page's frame: brackets, bullets, addresses, anchors."""
    return bool(FRAME.fullmatch(unlink(text)) or ADDRESS.fullmatch(text) or text.startswith("```"))


def is_small(text: str) -> bool:
    """Whether a text is no title or abstract, by its size."""
    return len(text) < 12 or bool(AUTHORS.fullmatch(text) or DAY.fullmatch(text))


def tidy(text: str) -> str:
    """Take away what the capture put in: brackets of links, backslashes at the ends of lines."""
    text = re.sub(r"\\+(?=\s|$)", "", text)
    return text.strip().removeprefix("[").removesuffix("]").strip()
