import json
import os
from pathlib import Path

import pytest

from generator.engine.programs import Ending, run_module


def _run(folder: Path, program: str, **variables: str) -> Ending:
    (folder / "probe.py").write_text(program, encoding="utf-8")
    environment = tuple((variables | {"PATH": os.environ["PATH"]}).items())
    return run_module("probe", "one", "two 2", folder=folder, environment=environment, lock=None)


def test_a_program_sees_what_it_is_given_and_nothing_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("TZ", "America/Adak")
    program = "import json, os\nprint(json.dumps(dict(os.environ)))\n"
    seen = json.loads(_run(tmp_path, program, TZ="Asia/Tokyo", LC_ALL="tr_TR", EDITION="2").output)
    assert seen == {
        "EDITION": "2",
        "LC_ALL": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
    }


def test_a_program_runs_in_its_folder_with_its_arguments(tmp_path: Path) -> None:
    program = "import pathlib, sys\nprint(pathlib.Path.cwd(), sys.argv[1:])\n"
    assert _run(tmp_path, program).output == f"{tmp_path} ['one', 'two 2']\n"


def test_all_that_it_says_is_kept_in_its_order(tmp_path: Path) -> None:
    program = (
        "import sys\nprint('out ü', flush=True)\nsys.stderr.write('err\\n')\n"
        "sys.stderr.flush()\nsys.stdout.buffer.write(b'\\xff')\nsys.exit(3)\n"
    )
    assert _run(tmp_path, program) == Ending(code=3, output="out ü\nerr\n\ufffd")


def test_a_program_that_asks_gets_no_answer(tmp_path: Path) -> None:
    """A prompt would wait for ever where nobody sits."""
    assert "EOFError" in _run(tmp_path, "input('Sure? ')\n").output


def test_a_signal_is_told_from_a_code(tmp_path: Path) -> None:
    program = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"
    assert _run(tmp_path, program) == Ending(code=-9, output="")
