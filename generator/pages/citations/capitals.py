"""Capitals of a title that must stay: those of names and abbreviations.

Many styles of BibTeX set titles in lower case, apart from what stands in braces. To put a whole
title in braces would take the choice from them, so only words go there of which their writing says
that they need it.
"""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:['’.+#][^\W_]+)*[+#]*")
_BEGINS = re.compile(r"(?:^|[:.?!–—]\s)[\"'“‘(\[]*$")
# A word in capitals after one in lower case, and before another: `use Kneser-Ney smoothing`.
_ALONE = re.compile(r"\b[a-z]+[,;]? ([A-Z][a-z]+(?:-[A-Z][a-z]+)*)(?= [a-z]|[,;.)])")
_LOWER = re.compile(r"\b[a-z]+\b")
_LONG = 4  # letters of a word that is in capitals only where all words are
# Names that are so common in titles that no abstract need confirm them.
_NAME = re.compile(
    r"Bayes(?:ian)?|Bellman|Bernoulli|Boltzmann|Boolean|Carlo|Dirichlet|Euclidean|Fisher|Fourier"
    r"|Gauss(?:ian)?|Gibbs|Hamiltonian|Hessian|Hilbert|Hopfield|Jacobian|Kalman|Kolmogorov"
    r"|Lagrangian|Langevin|Laplace|Lipschitz|Lyapunov|Markov|Monte|Nash|Newton|Pareto|Poisson"
    r"|Riemannian|Shapley|Turing|Wasserstein|African|American|Arabic|Asian|Chinese|Czech|Dutch"
    r"|English|European|French|German|Greek|Hebrew|Hindi|Indian|Indic|Indonesian|Italian|Japanese"
    r"|Korean|Persian|Polish|Portuguese|Russian|Spanish|Turkish|Ukrainian|Urdu|Vietnamese"
    r"|Android|Linux|Python|Wikipedia"
)


def mark_capitals(title: str, abstract: str) -> Iterator[tuple[str, bool]]:
    """Divide a title into pieces, each with whether its capitals must stay; joined, they are it.

    They must in a word with a capital behind its first letter or beside a digit (`LLMs`, `2D`), in
    a letter by itself, in a known name, in a name that stands so, alone, within sentences of the
    abstract, and in every later word of a title whose other words are in lower case.
    """
    names = _find_names(abstract)
    by_sentence = _is_sentence(title)
    end = 0
    for match in _WORD.finditer(title):
        word = match[0]
        needed = _is_unusual(word) or bool(_NAME.fullmatch(word)) or word in names
        if by_sentence and not _BEGINS.search(title[: match.start()]):
            needed = needed or word[:1].isupper()
        if needed:
            if match.start() > end:
                yield title[end : match.start()], False
            yield word, True
            end = match.end()
    if end < len(title):
        yield title[end:], False


def _is_unusual(word: str) -> bool:
    if len(word) == 1:
        return word.isupper() and word != "A"
    return any(letter.isupper() for letter in word[1:])


def _find_names(abstract: str) -> set[str]:
    found = {name for names in _ALONE.findall(abstract) for name in names.split("-")}
    if not found:
        return found
    others = set(_LOWER.findall(abstract))
    return {name for name in found if name.lower() not in others}


def _is_sentence(title: str) -> bool:
    """Tell whether a title is written as a sentence: most of its long words in lower case."""
    words = [word for word in _WORD.findall(title)[1:] if len(word) > _LONG]
    lower = [word for word in words if word.islower()]
    return 2 * len(lower) > len(words)
