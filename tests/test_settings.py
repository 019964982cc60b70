from pathlib import Path

import pytest

from generator.settings import Environment, Settings, SettingsError, read_environment, read_settings

_ENOUGH = "site_name: The Harbour Review\n"


def _site(root: Path, config: str = _ENOUGH) -> Path:
    for folder in ("content/digests", "site_templates/pages"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root


def _read(root: Path, **variables: str) -> Settings:
    return read_settings(root, read_environment(variables))


def test_what_mkdocs_yml_says(tmp_path: Path) -> None:
    config = """\
site_name: The Harbour Review
site_description: >-
  Quays and
  boats
site_url: https://harbour.example/review
theme:
  name: material
  custom_dir: site_templates/theme
hooks: [hooks/a.py]
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - other: !relative $config_dir
"""
    settings = _read(_site(tmp_path, config))
    assert settings.name == "The Harbour Review"
    assert settings.description == "Quays and boats"
    assert settings.url == "https://harbour.example/review/"
    assert settings.theme == tmp_path / "site_templates/theme"
    assert settings.hooks == (tmp_path / "hooks/a.py",)
    assert settings.config_files == (tmp_path / "mkdocs.yml",)


def test_what_need_not_be_said(tmp_path: Path) -> None:
    settings = _read(_site(tmp_path))
    assert (settings.description, settings.url, settings.theme, settings.hooks) == (
        "",
        "",
        None,
        (),
    )


@pytest.mark.parametrize("folder", ["content/pages", "look"])
def test_a_logo_lies_with_the_pages_or_in_the_theme(tmp_path: Path, folder: str) -> None:
    site = _site(tmp_path, f"{_ENOUGH}theme: {{custom_dir: look, logo: assets/mark.svg}}\n")
    (tmp_path / folder / "assets").mkdir(parents=True)
    (tmp_path / folder / "assets/mark.svg").touch()
    assert _read(site).theme == tmp_path / "look"


def test_paths_are_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(tmp_path)
    monkeypatch.chdir(tmp_path)
    settings = read_settings(Path(), Environment())
    assert settings.digests == tmp_path / "content/digests"
    assert settings.site == tmp_path / "build/site"


@pytest.mark.parametrize(
    ("config", "variables", "url", "named"),
    [
        ("site_url: !ENV ADDRESS", {"ADDRESS": "https://a.example"}, "https://a.example/",
         (("ADDRESS", "https://a.example"),)),
        ("site_url: !ENV ADDRESS", {}, "", ()),
        ('site_url: !ENV [ADDRESS, "https://b.example/"]', {}, "https://b.example/", ()),
        ('site_url: !ENV [ONE, TWO, "https://b.example/"]', {"TWO": "https://c.example/"},
         "https://c.example/", (("TWO", "https://c.example/"),)),
        ("site_url: https://a.example/", {"SITE_URL": "https://d.example/x"},
         "https://d.example/x/", ()),
        ("site_url: https://a.example/", {"SITE_URL": ""}, "https://a.example/", ()),
    ],
)  # fmt: skip
def test_the_address_and_the_environment(
    tmp_path: Path,
    config: str,
    variables: dict[str, str],
    url: str,
    named: tuple[tuple[str, str], ...],
) -> None:
    settings = _read(_site(tmp_path, f"{_ENOUGH}{config}\n"), **variables)
    assert settings.url == url
    assert settings.variables == named


def test_what_mkdocs_yml_inherits(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "INHERIT: ../base.yml\nsite_name: Mine\ntheme: {name: x}\n")
    base = "site_name: Base\nsite_description: Its words\ntheme: {name: y, custom_dir: over}\n"
    (tmp_path / "base.yml").write_text(base)
    settings = _read(site)
    assert (settings.name, settings.description) == ("Mine", "Its words")
    assert settings.theme == site / "over"
    assert [path.name for path in settings.config_files] == ["mkdocs.yml", "base.yml"]


_BAD_CONFIGS = {
    "site_name: [a\n": "mkdocs.yml:2:1: this cannot be read as YAML: expected ',' or ']', but got "
    "'<stream end>'",
    "site_name: a: b\n": "mkdocs.yml:1:13: this cannot be read as YAML: mapping values are not "
    'allowed here. Put a text with a colon in it in quotes: site_name: "Papers: ours"',
    "site_name: a\ntheme:\n\tname: x\n": "mkdocs.yml:3:1: this cannot be read as YAML: found "
    "character '\\t' that cannot start any token. Indent with spaces, never with tabs",
    "site_name: a\ntheme: {logo: assets/mark.svg}\n": "mkdocs.yml: logo names assets/mark.svg, and "
    "there is no such file. Put it into content/pages/assets, or take the line out",
    "": "{root}/mkdocs.yml: this file has no settings. Begin with a line site_name: Broadsheet",
    "[]\n": "{root}/mkdocs.yml: this file has no settings. Begin with a line site_name: Broadsheet",
    "site_url: https://a.example/\n": "mkdocs.yml: site_name is missing. Add a line such as "
    "site_name: Broadsheet",
    "site_name: 2025\n": 'mkdocs.yml: site_name is not text. Put it in quotes: site_name: "2025"',
    "site_name: a\nsite_url: harbour.example\n": "The site's address 'harbour.example' is not one. "
    "It comes from SITE_URL, or else from site_url in mkdocs.yml, and looks like "
    "https://example.org/papers/",
    "site_name: a\nsite_url: https://[x/\n": "The site's address 'https://[x/' is not one. "
    "It comes from SITE_URL, or else from site_url in mkdocs.yml, and looks like "
    "https://example.org/papers/",
    "site_name: a\nINHERIT: mkdocs.yml\n": "{root}/mkdocs.yml: INHERIT leads back to mkdocs.yml",
    "site_name: a\nINHERIT: gone.yml\n": "{root}/gone.yml: this file cannot be read: [Errno 2] No "
    "such file or directory: '{root}/gone.yml'",
}


@pytest.mark.parametrize(("config", "said"), _BAD_CONFIGS.items())
def test_a_configuration_that_cannot_be_used(tmp_path: Path, config: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        _read(_site(tmp_path, config))
    assert str(caught.value) == said.format(root=tmp_path)


_MISSING = {
    ".": "There is no folder {root}. Go to your site's folder, or name it with --site FOLDER",
    "mkdocs.yml": "This folder holds no Broadsheet site: there is no mkdocs.yml in {root}. Go to "
    "your site's folder, or name it with --site FOLDER",
    "content/digests": "The site in {root} has no folder content/digests. Digests go there, one "
    "file each, such as content/digests/2025/2025-03-11.txt",
    "site_templates/pages": "The site in {root} has no folder site_templates/pages. Copy the "
    "folder site_templates from Broadsheet's repository",
}


@pytest.mark.parametrize(("missing", "said"), _MISSING.items())
def test_a_folder_that_is_no_site(tmp_path: Path, missing: str, said: str) -> None:
    root = _site(tmp_path / "site")
    (root / missing).rename(tmp_path / "away")
    with pytest.raises(SettingsError) as caught:
        _read(root)
    assert str(caught.value) == said.format(root=root)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, Environment()),
        ({"CI": "true"}, Environment(ci=True)),
        ({"CI": "1"}, Environment(ci=True)),
        ({"CI": "false"}, Environment()),
        ({"CI": "0"}, Environment()),
        ({"NO_COLOR": "1"}, Environment(colour=False)),
        ({"NO_COLOR": ""}, Environment()),
        ({"TERM": "dumb"}, Environment(dumb=True)),
        ({"BROADSHEET_DEBUG": "1"}, Environment(debug=True)),
        ({"SITE_URL": " https://a.example "}, Environment(site_url="https://a.example")),
        ({"PATH": "/bin", "SECRET": "x"}, Environment(inherited=(("PATH", "/bin"),))),
    ],
)
def test_the_environment(variables: dict[str, str], expected: Environment) -> None:
    found = read_environment(variables)
    assert found == Environment(
        ci=expected.ci,
        colour=expected.colour,
        dumb=expected.dumb,
        debug=expected.debug,
        site_url=expected.site_url,
        inherited=expected.inherited,
        variables=variables,
    )
