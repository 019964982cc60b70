import pytest

from generator.corpus.names import parse_name


@pytest.mark.parametrize(
    ("full", "inverted"),
    [
        ("Ada Gale", "Gale, Ada"),
        ("Zhyar Rzgar K Rostam", "Rostam, Zhyar Rzgar K"),
        ("Antal van den Bosch", "van den Bosch, Antal"),
        ("Guy Van den Broeck", "Van den Broeck, Guy"),
        ("Josef van Genabith", "van Genabith, Josef"),
        ("Carlo C del Mundo", "del Mundo, Carlo C"),
        ("van Gale", "Gale, van"),  # there must be something before the family's name
        ("kun Zhou", "Zhou, kun"),  # a given name in lower case is no particle
        ("Le Song", "Song, Le"),
        ("Thanh Van Nguyen", "Nguyen, Thanh Van"),
        ("Wei Ai", "Ai, Wei"),
        ("Joe Gale Jr.", "Gale, Joe, Jr."),
        ("Gale, Ada", "Gale, Ada"),
        ("Joe Gale, Jr.", "Gale, Joe, Jr."),
        ("Joe Gale III", "Gale, Joe, III"),
        ("Luo", "Luo"),
        ("OpenAI", "OpenAI"),
        ("Mistral AI", "Mistral AI"),
        ("Kite Team", "Kite Team"),
        ("The Kites and Boats Collaboration", "The Kites and Boats Collaboration"),
        ("Institute of Wind, Sea and Sky", "Institute of Wind, Sea and Sky"),
        ("Google DeepMind", "Google DeepMind"),
        ("张三", "张三"),
        ("", ""),
    ],
)
def test_a_name_is_taken_apart(full: str, inverted: str) -> None:
    assert parse_name(full).inverted == inverted
    assert parse_name(full).full == full
