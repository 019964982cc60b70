"""`python -m tests.engine.stand_in copy -f CONFIG`: stands in for an engine, and starts at once.

It copies pages in two halves with a pause between them, so that kills find it at work. The pause
lasts while there is a file `hold` beside its configuration.
"""

import sys
import time
from pathlib import Path

_PAUSE = 0.0005


def copy(config: Path) -> None:
    lines = config.read_text(encoding="utf-8").splitlines()
    settings = dict(line.split(": ", 1) for line in lines if ": " in line)
    docs, site = (config.parent / settings[key] for key in ("docs_dir", "site_dir"))
    for source in sorted(docs.rglob("*.*")):
        target = site / source.relative_to(docs)
        if source.suffix == ".md":
            target = target.with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_bytes()
        with target.open("wb") as file:
            file.write(text[: len(text) // 2])
            file.flush()
            time.sleep(_PAUSE)
            while (config.parent / "hold").exists():
                time.sleep(_PAUSE)
            file.write(text[len(text) // 2 :])


if __name__ == "__main__":
    copy(Path(sys.argv[3]))
