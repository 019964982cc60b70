"""`broadsheet mail`: the file that it writes, and that no digest is sent twice, come what may."""

import json
import subprocess
import sys
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from generator.cli import run
from tests.cli.conftest import Broadsheet, break_site, command, environment
from tests.post.office import HANG, Office, open_office

Mail = Callable[..., int]
WHO = {
    "BROADSHEET_MAIL_FROM": "Harbour Review <digest@harbour.example>",
    "BROADSHEET_MAIL_TO": "Readers <list@harbour.example>",
    "BROADSHEET_SMTP_HOST": "127.0.0.1",
    "BROADSHEET_SMTP_TLS": "none",
}


@pytest.fixture
def mail(site: Path, monkeypatch: pytest.MonkeyPatch) -> Mail:
    """Run the command on a small site, in this process; `mail("--send", port=2525)`."""
    for name in ("SITE_URL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run_mail(*arguments: str, port: int = 1) -> int:
        for name, value in (WHO | {"BROADSHEET_SMTP_PORT": str(port)}).items():
            monkeypatch.setenv(name, value)
        return run(["mail", "--site", str(site), *arguments])

    return run_mail


def parse(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def states(site: Path) -> list[str]:
    lines = (site / "content/mailed.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["state"] for line in lines]


# Writing


def test_a_whole_message_goes_to_the_standard_output(site: Path, broadsheet: Broadsheet) -> None:
    done = broadsheet("mail", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    message = parse(done.stdout.encode())
    assert message["Subject"] == "The Harbour Review, 7 January 2025: 2 papers"
    assert message["From"] == "digest@harbour.example"
    assert message["To"] is None
    assert message["Date"] == "Tue, 07 Jan 2025 00:00:00 +0000"
    assert message["List-Id"] == '"The Harbour Review" <digest.harbour.example>'
    assert message["List-Archive"] == "<https://harbour.example/review/archive/>"
    unsubscribe = "<mailto:digest@harbour.example?subject=unsubscribe>"
    assert message["List-Unsubscribe"] == unsubscribe
    assert message["List-Unsubscribe-Post"] is None
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    text = message.get_body(("plain",))
    assert text
    assert "Gulls Do Not Read Signs: A Field Study of Warnings at Sea Walls\n" in text.get_content()
    assert "We argue that warnings should speak" in " ".join(text.get_content().split())
    assert max(len(line) for line in text.get_content().splitlines() if "://" not in line) <= 72
    assert all(len(line) <= 998 for line in done.stdout.splitlines())


def test_the_same_content_gives_the_same_bytes(site: Path, mail: Mail) -> None:
    for name in ("one.eml", "two.eml"):
        assert mail("--since", "2025", "--output", str(site / name)) == 0
    assert (site / "one.eml").read_bytes() == (site / "two.eml").read_bytes()
    message = parse((site / "one.eml").read_bytes())
    assert mail("--output", str(site / "newest.eml")) == 0
    newest = parse((site / "newest.eml").read_bytes())
    assert newest["Message-ID"] != message["Message-ID"]
    assert message["To"] == WHO["BROADSHEET_MAIL_TO"]


def test_a_list_with_an_endpoint_is_left_with_one_click(
    site: Path, mail: Mail, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_MAIL_UNSUBSCRIBE", "https://harbour.example/leave?list=1")
    assert mail("--topic", "Water", "--date", "2025", "--output", str(site / "a.eml")) == 0
    message = parse((site / "a.eml").read_bytes())
    assert message["List-Unsubscribe"] == "<https://harbour.example/leave?list=1>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == '"The Harbour Review, Water" <water.digest.harbour.example>'
    html = message.get_body(("html",))
    assert html
    assert 'href="https://harbour.example/leave?list=1"' in html.get_content()


@pytest.mark.parametrize(
    ("arguments", "changes", "code", "said"),
    [
        (("--date", "1999"), {}, 0, "No dated digest has what was asked for"),
        (("--topic", "watr"), {}, 2, "Did you mean water?"),
        (("--date", "2025-01-06", "--since", "2025-01-07"), {}, 2, "leave no day between them"),
        (("--send",), {}, 2, "BROADSHEET_MAIL_FROM is not set in the environment"),
        ((), {"BROADSHEET_MAIL_TO": "nobody"}, 2, "not one address"),
        (("--output", "no/such/folder.eml"), {}, 2, "No such file or directory"),
    ],
)
def test_what_cannot_be_is_said(
    site: Path,
    arguments: tuple[str, ...],
    changes: dict[str, str],
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    assert run(["mail", "--site", str(site), *arguments]) == code
    written = capsys.readouterr()
    assert written.out == ""
    assert said in " ".join(written.err.split())
    assert "Traceback" not in written.err


def test_a_mail_needs_the_address_of_the_site(
    site: Path, mail: Mail, capsys: pytest.CaptureFixture[str]
) -> None:
    config = site / "mkdocs.yml"
    kept = [line for line in config.read_text().splitlines() if not line.startswith("site_url")]
    config.write_text("\n".join(kept))
    assert mail() == 2
    assert "Set site_url in mkdocs.yml" in capsys.readouterr().err


def test_a_mistake_in_a_template_is_named_with_its_line(
    site: Path, mail: Mail, capsys: pytest.CaptureFixture[str]
) -> None:
    template = site / "site_templates/mail/mail.txt.j2"
    template.write_text("{{ mail.subject }}\n{{ mail.subjct }}\n")
    assert mail() == 1
    assert "site_templates/mail/mail.txt.j2:2:1: template-error" in capsys.readouterr().err


# Sending


def test_a_digest_is_sent_once(site: Path, mail: Mail, capsys: pytest.CaptureFixture[str]) -> None:
    with open_office(Office()) as office:
        assert mail("--send", port=office.port) == 0
        assert "Sent: The Harbour Review, 7 January 2025" in capsys.readouterr().err
        assert mail("--send", port=office.port) == 0
        assert "sent already" in capsys.readouterr().err
        assert len(office.taken) == 1
        assert mail("--send", "--topic", "water", "--since", "2025", port=office.port) == 0
        assert mail("--send", "--since", "2025", port=office.port) == 0
        assert mail("--send", "--again", port=office.port) == 0
    first, topic, rest, again = map(parse, office.taken)
    assert office.recipients == ["list@harbour.example"] * 4
    assert first["Message-ID"] == again["Message-ID"]
    assert first["Date"] != "Tue, 07 Jan 2025 00:00:00 +0000"
    assert "Water" in topic["Subject"]
    assert rest["Subject"] == "The Harbour Review, 6 January 2025: 3 papers"
    assert states(site)[-1] == "sent"


@pytest.mark.parametrize("answer", ["550 No such list", "451 Later"])
def test_what_was_not_sent_is_sent_next_time(
    site: Path,
    mail: Mail,
    answer: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("generator.cli.posting.time.sleep", lambda _seconds: None)
    with open_office(Office(answers={"RCPT": [answer] * 5})) as office:
        assert mail("--send", port=office.port) == 2
        said = capsys.readouterr().err
        assert f"Nothing was sent: 127.0.0.1:{office.port} answered {answer[:3]}" in said
        assert said.count("Trying again") == (4 if answer.startswith("4") else 0)
        assert states(site) == ["sending", "failed"]
        office.answers.clear()
        assert mail("--send", port=office.port) == 0
    assert len(office.taken) == 1


def test_a_program_that_is_killed_while_it_sends_leaves_a_doubt_and_no_second_mail(
    site: Path, mail: Mail, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_office(Office(answers={"DATA": [HANG]})) as office:
        variables = environment(**WHO, BROADSHEET_SMTP_PORT=str(office.port))
        with subprocess.Popen(command("mail", "--send"), cwd=site, env=variables) as sending:
            assert office.has_message.wait(60)
            sending.kill()
        assert mail("--send", port=office.port) == 1
        said = capsys.readouterr().err
        assert "2025-01-07 nobody knows whether it was mailed" in said
        assert mail("--send", "--since", "2025", port=office.port) == 1
        assert [parse(data)["Subject"][20:] for data in office.taken] == [
            "7 January 2025: 2 papers",
            "6 January 2025: 3 papers",
        ]
        assert mail("--send", "--again", "--date", "2025-01-07", port=office.port) == 0
        assert mail("--send", "--since", "2025", port=office.port) == 0
    assert len(office.taken) == 3


def test_the_record_is_kept_before_anything_is_sent(
    site: Path, mail: Mail, capsys: pytest.CaptureFixture[str]
) -> None:
    record, copy = site / "mailed.jsonl", site / "kept.jsonl"
    program = f"import shutil; shutil.copy({str(record)!r}, {str(copy)!r})"
    keeper = f'{sys.executable} -c "{program}"'
    with open_office(Office()) as office:
        options = ("--send", "--record", str(record), "--on-record")
        assert mail(*options, f"{sys.executable} -c exit(3)", port=office.port) == 2
        assert "Nothing was sent: the program that keeps the record failed (3)" in (
            capsys.readouterr().err
        )
        assert mail(*options, "no-such-program-here", port=office.port) == 2
        assert office.taken == []
        assert mail(*options, keeper, port=office.port) == 0
    assert len(office.taken) == 1
    assert copy.read_bytes() == record.read_bytes()


def test_content_with_mistakes_is_not_sent(
    site: Path, mail: Mail, capsys: pytest.CaptureFixture[str]
) -> None:
    break_site(site)
    with open_office(Office()) as office:
        assert mail("--send", port=office.port) == 1
    assert office.calls == 0
    assert "Nothing was sent" in capsys.readouterr().err
