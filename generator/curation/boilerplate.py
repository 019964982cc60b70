"""Words that stand in nearly every abstract of this field and say nothing about the paper."""

BOILERPLATE = (
    "large language model",
    "large-scale language model",
    "code is available",
    "code and data are available",
    "code and model are available",
    "our code",
    "source code is available",
    "source code",
    "code and data",
    "code and dataset",
    "code and model",
    "data and code",
    "model and code",
    "code will be",
    "release code",
    "code are",
    "code is",
    "code can be found",
    "open-source code",
)
"""Nothing within these phrases is evidence of anything."""
