"""Files beside the pages, each made when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping

from generator.pages.plan import PlannedData, PlannedFile


class Attachments(Mapping[str, bytes]):
    """Gives the bytes of files by their path in the site; it keeps none but those it was given.

    Together they are several times as large as all pages: an archive of 25,000 papers has 125,000.
    """

    def __init__(
        self, planned: Iterable[PlannedFile | PlannedData], *, rendered: Iterable[tuple[str, bytes]]
    ) -> None:
        self._planned = {file.path: file for file in planned}
        self._rendered = dict(rendered)

    def __getitem__(self, path: str) -> bytes:
        if path in self._planned:
            return self._planned[path].data
        return self._rendered[path]

    def __iter__(self) -> Iterator[str]:
        yield from self._planned
        yield from self._rendered

    def __len__(self) -> int:
        return len(self._planned) + len(self._rendered)
