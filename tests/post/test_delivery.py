"""Messages given to a real server: what it takes, refuses, puts off, and where it hangs up."""

import socket

import pytest

from generator.post import Refused, Security, Server, Unanswered, Unreached, deliver
from tests.post.conftest import Certified
from tests.post.office import CLOSE, PASSWORD, USER, Office, open_office

MESSAGE = b"Subject: Kites\r\n\r\nA line\r\n.a line with a dot\r\n.\r\nthe end\r\n"
WRONG = "sesame-wrong-3"
LATER = "451 The queue is full"


def give(office: Office, security: Security = Security.NONE, **changes: str) -> list[int]:
    """Deliver the message; give the pauses that were made, none of which takes any time."""
    pauses: list[int] = []
    host = changes.pop("host", "127.0.0.1" if security is Security.NONE else "localhost")
    server = Server(host=host, port=office.port, security=security, **changes)
    deliver(
        MESSAGE,
        server,
        sender="digest@harbour.example",
        recipient="list@harbour.example",
        on_retry=lambda _reason, seconds: pauses.append(seconds),
        wait=lambda _seconds: None,
    )
    return pauses


def test_a_message_arrives_as_it_was() -> None:
    with open_office(Office()) as office:
        assert give(office) == []
    assert office.taken == [MESSAGE]
    assert office.recipients == ["list@harbour.example"]


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_it_goes_encrypted_to_a_server_that_proves_itself(
    security: Security, certified: Certified, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certified.authority))
    way = "tls" if security is Security.TLS else "starttls"
    with open_office(Office(), **{way: certified.server}) as office:
        assert give(office, security) == []
    assert office.taken == [MESSAGE]


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_an_unknown_certificate_is_not_believed(security: Security, certified: Certified) -> None:
    way = "tls" if security is Security.TLS else "starttls"
    refusal = pytest.raises(Refused, match=r"the certificate of localhost:\d+ is not to be trusted")
    with open_office(Office(), **{way: certified.server}) as office, refusal:
        give(office, security)
    assert office.taken == []


def test_without_the_offer_of_encryption_nothing_is_given() -> None:
    with open_office(Office()) as office, pytest.raises(Refused, match="STARTTLS"):
        give(office, Security.STARTTLS)
    assert office.taken == []


def test_a_server_that_asks_who_calls_is_told(
    certified: Certified, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certified.authority))
    with open_office(Office(), starttls=certified.server, login=True) as office:
        give(office, Security.STARTTLS, user=USER, password=PASSWORD)
        with pytest.raises(Refused, match="does not accept the user and the password") as refused:
            give(office, Security.STARTTLS, user=USER, password=WRONG)
    assert WRONG not in str(refused.value)
    assert len(office.taken) == 1


@pytest.mark.parametrize(
    ("answers", "pauses"),
    [
        ({"RCPT": [LATER, "421 Going down"]}, [2, 8]),
        ({"DATA": [LATER]}, [2]),
        ({"EHLO": [CLOSE]}, [2]),
        ({"RCPT": [CLOSE, LATER, CLOSE]}, [2, 8, 30]),
    ],
)
def test_what_passes_is_tried_again(answers: dict[str, list[str]], pauses: list[int]) -> None:
    with open_office(Office(answers=answers)) as office:
        assert give(office) == pauses
    assert office.taken[-1] == MESSAGE


def test_patience_ends() -> None:
    refusal = pytest.raises(Unreached, match="answered 451: The queue is full")
    with open_office(Office(answers={"RCPT": [LATER] * 9})) as office, refusal:
        give(office)
    assert office.calls == 5


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_what_is_refused_for_good_is_not_tried_again(command: str) -> None:
    refusal = pytest.raises(Refused, match="answered 550: No such list")
    with open_office(Office(answers={command: ["550 No such list"]})) as office, refusal:
        give(office)
    assert office.calls == 1


def test_a_server_that_hangs_up_over_the_message_may_have_it() -> None:
    """It is not asked again: it may have taken the message, and said so to nobody."""
    with open_office(Office(answers={"DATA": [CLOSE]})) as office, pytest.raises(Unanswered):
        give(office)
    assert (office.calls, office.taken) == (1, [MESSAGE])


def test_where_nobody_listens_it_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(Unreached, match=r"127\.0\.0\.1"):
        give(Office(port=port))


def test_a_server_that_repeats_the_password_is_not_quoted() -> None:
    with open_office(Office(answers={"RCPT": [f"550 You said {PASSWORD}"]})) as office:
        office.answers["AUTH"] = []
        server = Server(
            host="127.0.0.1", port=office.port, security=Security.NONE, password=PASSWORD
        )
        with pytest.raises(Refused) as refused:
            deliver(MESSAGE, server, sender="a@b.example", recipient="c@d.example", wait=print)
    assert PASSWORD not in f"{refused.value}{server!r}"
    assert "You said ***" in str(refused.value)
