"""Addresses of the web in running text: where they stand, and how LaTeX left them behind.

Characters of an address are those of RFC 3986, so it ends where other writing begins.
"""

import re

from generator.corpus.braces import Edit, apply_edits, match_braces

_IN_ADDRESS = r"[\w.~:/?#\[\]@!$&'()*+,;=%-]"
_ADDRESS = re.compile(rf"(?ai)(?<![A-Za-z0-9_])https?://{_IN_ADDRESS}+")
_CERTAIN = re.compile(r"(?ais)https?://(?:[\w-]+\.)*[\w-]+(?::\d+)?(?:[/?#].*)?")
# Without a scheme only where a path follows: `nytimes.com` may be a name.
_BARE = re.compile(rf"(?ai)(?<![\w.@-])(?:[a-z0-9-]{{1,63}}\.){{1,5}}[a-z]{{2,12}}/{_IN_ADDRESS}*")
_TRAILING = frozenset(".,;:!?'*([")
_CLOSERS = {")": "(", "]": "["}

_ESCAPED = re.compile(r"(?i)https?://[^\s<>\"]+")
_ESCAPE = re.compile(r"\\([_%#&~])(?:\{\})?")
_MACRO = re.compile(r"(?<![A-Za-z\\])(\\?)(url|href) ?(?=\{)")
_ADDRESS_LIKE = re.compile(r"(?ai)(?:https?://|www\.|[\w-]{1,63}\.[\w.-]{2,200}/)\S*")
_GLUED_AFTER = frozenset("([{<~\"'`“‘/=")
_GOES_ON = re.compile(r"[\w/~^{]")
_NOTHING_SAID = frozenset(
    {"", "here", "link", "this link", "url", "this url", "this http url", "this https url"}
)


def find_addresses(clean: str) -> tuple[tuple[int, int], ...]:
    """Give start and stop of each http(s) address that a link can be made of, in their order.

    Punctuation at the end belongs to the sentence; a closing bracket too, unless the address
    opened it. An address with a user name (`https://github.com@elsewhere.org`) or one that runs
    on into letters beyond ASCII is not certain, and none is given.
    """
    spans = []
    for match in _ADDRESS.finditer(clean):
        start, stop = match.start(), _end_of_address(match)
        runs_on = clean[match.end() : match.end() + 1].isalnum()
        if not runs_on and _CERTAIN.fullmatch(clean, start, stop):
            spans.append((start, stop))
    return tuple(spans)


def find_address_like(text: str) -> tuple[tuple[int, int], ...]:
    """Give the spans that rules for prose must not touch, certain addresses or not, in order."""
    spans: list[tuple[int, int]] = []
    end = 0
    if "/" not in text:
        return ()
    for match in sorted((*_ADDRESS.finditer(text), *_BARE.finditer(text)), key=re.Match.start):
        if match.start() >= end:
            end = _end_of_address(match)
            spans.append((match.start(), end))
    return tuple(spans)


def _end_of_address(match: re.Match[str]) -> int:
    address = match[0]
    surplus = {
        closer: address.count(closer) - address.count(_CLOSERS[closer]) for closer in _CLOSERS
    }
    end = len(address)
    while (last := address[end - 1]) in _TRAILING or surplus.get(last, 0) > 0:
        if last in surplus:
            surplus[last] -= 1
        end -= 1
    return match.start() + end


def unwrap_addresses(text: str) -> str:
    r"""Give the address of `\url{...}` and `\href{...}{...}`, their backslash lost or not.

    Signs that are escaped within an address (`\_`, `\%`, `\#`, `\&`, `\~`) lose their backslash.
    """
    text = _ESCAPED.sub(lambda match: _ESCAPE.sub(r"\1", match[0]), text)
    closers = match_braces(text)
    edits: list[Edit] = []
    for match in _MACRO.finditer(text):
        first = match.end()
        if first not in closers or (edits and match.start() < edits[-1].stop):
            continue
        stop = closers[first] + 1
        shown = text[first + 1 : stop - 1].strip()
        if not match[1] and not _ADDRESS_LIKE.fullmatch(shown):
            continue  # a word `url` before a brace
        if match[2] == "href":
            if stop not in closers:
                continue
            label_start, stop = stop + 1, closers[stop] + 1
            shown = _label(text[label_start : stop - 1], shown)
        before, after = text[match.start() - 1 : match.start()], text[stop : stop + 1]
        if before and not before.isspace() and before not in _GLUED_AFTER:
            shown = " " + shown
        if after.isalnum():
            shown += " "
        edits.append(Edit(match.start(), stop, shown))
    return apply_edits(text, edits)


def unwrap_labels(text: str) -> str:
    """Make one of an address and its label, left of `href`: `https://x{https://x}`, `{here}`."""
    closers = match_braces(text)
    edits: list[Edit] = []
    for match in _ADDRESS.finditer(text):
        brace = match.end()
        stop = closers.get(brace, len(text)) + 1
        inside_another = edits and match.start() < edits[-1].stop
        if brace in closers and not inside_another and not _GOES_ON.match(text, stop):
            edits.append(Edit(match.start(), stop, _label(text[brace + 1 : stop - 1], match[0])))
    return apply_edits(text, edits)


def _label(label: str, address: str) -> str:
    label = label.strip()
    if label.casefold() in _NOTHING_SAID or _stem(label) == _stem(address):
        return address
    sentence = label.removesuffix(".")
    return f"{sentence} ({address})" + label[len(sentence) :]


def _stem(address: str) -> str:
    """Reduce an address to what two ways to write it have in common."""
    stem = address.casefold().partition("://")
    return (stem[2] or stem[0]).removeprefix("www.").rstrip("./")
