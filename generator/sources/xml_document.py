"""XML as a small tree with the line of each element, from a parser that refuses to be led astray.

No document type is heeded, no entity but XML's own five is known, nothing outside is fetched, and
elements go no deeper than any real document's. What stands before an error is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

_DEEPEST = 60
_MOST = 2_000_000
"""Elements that are read; a file with more is no digest."""
_ENCODING = "utf-8"  # the text is decoded already, whatever its first line says of itself
_NAMED = {"nbsp": "\xa0", "ndash": "–", "mdash": "—", "hellip": "…", "eacute": "é", "uuml": "ü"}


@dataclass(slots=True, kw_only=True)
class Element:
    """An element: its name without a namespace, and what it holds, texts and elements in turn.

    `line` and `column` are where it begins, `last_line` where it ends; 0 while it has no end.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    column: int
    last_line: int = 0
    content: list["str | Element"] = field(default_factory=list)

    def children(self, *names: str) -> Iterator["Element"]:
        """Give the elements directly within that bear one of these names; all without any."""
        for child in self.content:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def find(self, name: str) -> "Element | None":
        return next(self.children(name), None)

    def text(self, *names: str) -> str:
        """Give the text of the first such child, or of this element, all mark-up left out."""
        if names:
            child = next(self.children(*names), None)
            return child.text() if child else ""
        pieces = (part if isinstance(part, str) else part.text() for part in self.content)
        return "".join(pieces).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlDocument:
    """The root, and where and why reading stopped; `message` is empty where all was read."""

    root: Element
    message: str = ""
    line: int = 0
    column: int = 0


class _RefusedError(Exception):
    """The document asks for what is not given. The text says what."""


def read_xml(text: str) -> XmlDocument | None:
    """Read a text as XML, up to its first error; None where it does not begin as XML.

    Where the error stands before all elements, the root is one without a name.
    """
    if not text.lstrip().startswith("<"):
        return None
    builder = _Builder()
    try:
        builder.parser.Parse(text.lstrip("\ufeff").encode(_ENCODING, "replace"), True)
        said = ""
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        line, column = error.lineno, error.offset + 1
    except _RefusedError as refused:
        said = str(refused)
        line = builder.parser.CurrentLineNumber
        column = builder.parser.CurrentColumnNumber + 1
    root = builder.root or Element(name="", namespace="", attributes={}, line=1, column=1)
    if not said:
        return XmlDocument(root=root)
    return XmlDocument(root=root, message=said, line=line, column=column)


class _Builder:
    """Takes what the parser tells, and builds the tree."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0
        self.parser = expat.ParserCreate(_ENCODING, namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add
        self.parser.EntityDeclHandler = self._refuse
        self.parser.SkippedEntityHandler = self._name
        self.parser.UseForeignDTD(True)  # so that a name of HTML's is skipped, and told

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= _DEEPEST or self._count > _MOST:
            raise _RefusedError("elements within elements, too many to be a list of papers")
        namespace, _, name = tag.rpartition(" ")
        element = Element(
            name=name,
            namespace=namespace,
            attributes={key.rpartition(" ")[2]: value for key, value in attributes.items()},
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
        )
        if self._open:
            self._open[-1].content.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop().last_line = self.parser.CurrentLineNumber

    def _add(self, text: str) -> None:
        if self._open:
            self._open[-1].content.append(text)

    def _name(self, name: str, is_parameter: bool) -> None:  # as the parser calls
        if not is_parameter:
            self._add(_NAMED.get(name, f"&{name};"))

    def _refuse(self, *_: object) -> None:
        raise _RefusedError("it declares entities, which are not read")
