"""Finding phrases: what counts as the same word, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curation.phrases import FoldedText, PhraseIndex, fold_phrase, fold_word

SAME = [
    ("Models", "model"),
    ("queries", "query"),
    ("matches", "match"),
    ("caches", "cache"),
    ("boxes", "box"),
    ("Quantisation", "quantization"),
    ("optimised", "optimized"),
    ("modelling", "modeling"),
    ("labelled", "labeled"),
    ("behaviours", "behavior"),
    ("Māori", "maori"),
]
NOT_SAME = [
    ("loss", "los"),
    ("corpus", "corpu"),
    ("four", "for"),
    ("gas", "ga"),
    ("reasoning", "reason"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


# phrase, text, what is found of it there
FOUND = [
    ("pre-training", "Pre-training, pretraining and pre training", 3),
    ("fine-tuned", "finetuned", 1),
    ("fine tuned", "finetuned fine-tuned", 1),
    ("large model", "larger models", 0),
    ("model", "remodel models", 1),
    ("summar*", "Summarisation summaries sum", 2),
    ("tokenis*", "tokenizer tokenised tokens", 2),
    ("speech recogni*", "speech recognition of speech", 1),
    ("C++", "C++ and C", 1),
    ("C", "C++ and C#", 0),
    ("question answering", "a question: answering it", 0),
    ("question answering", "a question (answering it)", 0),
    ("question answering", "question/answering", 1),
    ("model", "the model's weights", 1),
    ("model weight", "the model's weights", 1),
    ("naïve Bayes", "NAIVE BAYES", 1),
    ("KV cache", "KV-caches", 1),
]


@pytest.mark.parametrize(("phrase", "text", "times"), FOUND)
def test_phrase_is_found(phrase: str, text: str, times: int) -> None:
    assert len(PhraseIndex([phrase]).find(FoldedText(text))) == times


def test_place_is_that_of_the_words_in_the_text() -> None:
    text = "We study (Pre-Training) of “summarisers’ models”."
    index = PhraseIndex(["pre-training", "summar*", "summarizer model"])
    found = [
        (index.phrases[n], text[span.start : span.end]) for n, span in index.find(FoldedText(text))
    ]
    assert found == [
        ("pre-training", "Pre-Training"),
        ("summar*", "summarisers"),
        ("summarizer model", "summarisers’ models"),
    ]


def test_overlapping_phrases_are_all_found_in_the_order_of_the_text() -> None:
    index = PhraseIndex(["language model", "large language", "model", "large language model"])
    found = [index.phrases[n] for n, _ in index.find(FoldedText("Large language models"))]
    assert found == ["large language", "large language model", "language model", "model"]


def test_a_phrase_named_twice_is_found_once() -> None:
    assert len(PhraseIndex(["model", "model"]).find(FoldedText("model"))) == 1


def test_forms_of_a_phrase_with_two_hyphens() -> None:
    assert set(fold_phrase("end-to-end")) == {
        " end to end ",
        " endto end ",
        " end toend ",
        " endtoend ",
    }


@given(st.text())
def test_any_text_is_searched_without_an_exception(text: str) -> None:
    index = PhraseIndex(["model", "a*", "pre-training", "s"])
    for _, span in index.find(FoldedText(text)):
        assert 0 <= span.start < span.end <= len(text)


WORDS = st.lists(st.sampled_from(["graphs", "of", "models", "pre-training", "C++"]), min_size=1)


@given(WORDS, WORDS, WORDS)
def test_a_phrase_is_found_where_it_was_put(
    before: list[str], phrase: list[str], after: list[str]
) -> None:
    words = " ".join(phrase)
    text = f"{' '.join(before)} {words} {' '.join(after)}"
    start = len(" ".join(before)) + 1
    spans = [span for _, span in PhraseIndex([words]).find(FoldedText(text))]
    assert (start, start + len(words)) in spans
