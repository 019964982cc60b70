"""What the environment says of mail, and what is said where it is wrong."""

import pytest

from generator.configuration import SettingsError
from generator.mailing import read_mailing, read_server
from generator.post import Security, Server

WHO = {
    "BROADSHEET_MAIL_FROM": "Harbour Review <digest@harbour.example>",
    "BROADSHEET_MAIL_TO": "list@harbour.example",
    "BROADSHEET_SMTP_HOST": "mail.harbour.example",
}
LOGIN = {"BROADSHEET_SMTP_USER": "ada", "BROADSHEET_SMTP_PASSWORD": "open-sesame-7"}


def server(**changes: str) -> Server:
    variables = WHO | {f"BROADSHEET_{name}": value for name, value in changes.items()}
    return read_server(variables, read_mailing(variables))


def test_nothing_need_be_set_to_write_a_mail() -> None:
    mailing = read_mailing({})
    assert (mailing.sender, mailing.recipient, mailing.unsubscribe) == ("", "", "")


def test_who_writes_to_whom() -> None:
    mailing = read_mailing(WHO | {"BROADSHEET_MAIL_UNSUBSCRIBE": "https://harbour.example/leave"})
    assert mailing.sender == "Harbour Review <digest@harbour.example>"
    assert mailing.sender_address == "digest@harbour.example"
    assert mailing.recipient_address == "list@harbour.example"
    assert mailing.unsubscribe == "https://harbour.example/leave"


@pytest.mark.parametrize(
    ("said", "security", "port"),
    [
        ({}, Security.STARTTLS, 587),
        ({"SMTP_TLS": "TLS"}, Security.TLS, 465),
        ({"SMTP_TLS": "none"}, Security.NONE, 25),
        ({"SMTP_TLS": "tls", "SMTP_PORT": "2465"}, Security.TLS, 2465),
    ],
)
def test_the_way_is_encrypted_unless_it_is_said_not_to_be(
    said: dict[str, str], security: Security, port: int
) -> None:
    found = server(**said)
    assert (found.security, found.port) == (security, port)
    assert (found.host, found.client) == ("mail.harbour.example", "harbour.example")


def test_a_password_goes_in_clear_to_this_machine_only_and_shows_nowhere() -> None:
    variables = {name.removeprefix("BROADSHEET_"): value for name, value in LOGIN.items()}
    found = server(SMTP_TLS="none", SMTP_HOST="localhost", **variables)
    assert found.password == LOGIN["BROADSHEET_SMTP_PASSWORD"]
    assert "open-sesame-7" not in repr(found)
    with pytest.raises(SettingsError, match="for all to read") as refused:
        server(SMTP_TLS="none", **variables)
    assert "open-sesame-7" not in str(refused.value)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"MAIL_FROM": ""}, "MAIL_FROM is not set"),
        ({"MAIL_TO": ""}, "MAIL_TO is not set"),
        ({"MAIL_TO": "a@b.example, c@d.example"}, "MAIL_TO is .* not one address .* mailing list"),
        ({"MAIL_TO": "nobody"}, "not one address"),
        ({"MAIL_TO": "a@b.example\nBcc: c@d.example"}, "not one address"),
        ({"MAIL_FROM": "Ada <ada@>"}, "not one address"),
        ({"MAIL_FROM": "ada@hafenbücherei.example"}, "in ASCII"),
        ({"MAIL_UNSUBSCRIBE": "http://harbour.example"}, "no address such as https:"),
        ({"MAIL_UNSUBSCRIBE": "https://a.example/>, <mailto:x@y"}, "no address such as"),
        ({"MAIL_UNSUBSCRIBE": "https://[::1"}, "no address such as"),
        ({"SMTP_HOST": " "}, "SMTP_HOST is not set"),
        ({"SMTP_PORT": "smtp"}, "no number of a port"),
        ({"SMTP_PORT": "70000"}, "no number of a port"),
        ({"SMTP_TLS": "ssl"}, "can be starttls, tls, none"),
        ({"SMTP_USER": "ada"}, "SMTP_PASSWORD is not set"),
        ({"SMTP_PASSWORD": "x"}, "SMTP_USER is not set"),
    ],
)
def test_what_is_wrong_is_said(said: dict[str, str], reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        server(**said)
