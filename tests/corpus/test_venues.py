"""Venue codes, spelt out."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.venues import spell_venue


@pytest.mark.parametrize(
    ("code", "spelt"),
    [
        ("nips2024", "NeurIPS 2024"),
        ("nips2019", "NeurIPS 2019"),
        ("neurips2025", "NeurIPS 2025"),
        ("icml2023", "ICML 2023"),
        ("naacl2024", "NAACL 2024"),
        ("emnlp2023", "EMNLP 2023"),
        ("colm2025", "COLM 2025"),
        ("coling2025", "COLING 2025"),
        ("eccv2022", "ECCV 2022"),
        ("www2024", "The Web Conference 2024"),
        ("acmmm2024", "ACM Multimedia 2024"),
        ("ijcai2024", "IJCAI 2024"),
        ("wacv2025", "WACV 2025"),
        ("interspeech2024", "Interspeech 2024"),
        ("ICLR 2025", "ICLR 2025"),
        ("Neurips-2024", "NeurIPS 2024"),
        ("tmlr", "TMLR"),
        # Nothing is guessed.
        ("icml24", "icml24"),
        ("icml20245", "icml20245"),
        ("zzz2024", "zzz2024"),
        ("nips2024w", "nips2024w"),
        ("Journal of  Invented\nResults", "Journal of Invented Results"),
        ("ａａａｉ2024", "ａａａｉ2024"),
        ("", ""),
    ],
)
def test_a_code_is_spelt_out_or_left_as_it_was_received(code: str, spelt: str) -> None:
    assert spell_venue(code) == spelt


@given(st.text())
def test_spelling_twice_changes_nothing(code: str) -> None:
    assert spell_venue(spell_venue(code)) == spell_venue(code)


def test_every_code_of_the_real_facts_is_known(site_root: Path) -> None:
    lines = (site_root / "content/metadata/seeds.jsonl").read_text("utf-8").splitlines()
    codes = {code for line in lines for code in json.loads(line).get("venues", [])}
    assert len(codes) == 26
    assert not [code for code in sorted(codes) if spell_venue(code) == code]
