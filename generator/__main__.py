"""`python -m generator` is the command `broadsheet`."""

import sys

_STOPPED = 130


def main() -> None:
    """Run the command; Ctrl-C is met from the first moment, while the program is still loading."""
    try:
        from generator.cli import main as run_command  # noqa: PLC0415  # takes most of a second
    except KeyboardInterrupt:
        sys.exit(_STOPPED)
    run_command()


if __name__ == "__main__":
    main()
