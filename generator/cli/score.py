"""`broadsheet score`: measures the topic rules against papers that people labelled."""

import json
from pathlib import Path

import click

from generator import pipeline
from generator.cli.findings import Format
from generator.cli.options import format_option, site_option
from generator.cli.report import tell_of_errors
from generator.cli.terminal import Terminal
from generator.curation.measurement import (
    Measurement,
    list_given,
    measure_topics,
    parse_labels,
    render_measurement,
    replace_table,
)
from generator.desk import write_file
from generator.pages.words import counted
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
The file of LABELS is a JSON list with, for each paper:
  title        as it was received
  agreed       the ids of the topics that all labellings gave it
  acceptable   those that any labelling gave it
  primary      the first of them, or null where the labellings differ

\b
Examples:
  broadsheet score labels.json
  broadsheet score tests/data/gold/topics-dev.json --page docs/topics.md
"""
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("score", epilog=_EPILOG)
@click.argument("labels", type=_FILE)
@click.option(
    "--page",
    type=_FILE,
    metavar="FILE",
    help="Write the table into this Markdown file, too, between the lines <!-- scores --> and "
    "<!-- end of scores -->.",
)
@site_option
@format_option(Format.MARKDOWN, Format.JSON)
@click.pass_obj
def score_command(
    terminal: Terminal, labels: Path, page: Path | None, root: Path, form: Format
) -> int:
    """Measure the topic rules against papers that people labelled, in the file LABELS.

    It compares what rules alone give, before any curator's line. A topic is right where any
    labelling gave it; one that all gave is missed where the rules do not give it.
    """
    settings = read_settings(root, read_environment())
    try:
        labelled = parse_labels(labels.read_text(encoding="utf-8"))
    except ValueError as error:
        message = f"{labels} holds no labels as they are expected: {error}"
        raise click.BadParameter(message, param_hint="LABELS") from error
    with terminal.steps():
        reading = pipeline.read_content(settings, on_step=terminal.show_step)
    names = {topic.id: topic.name for topic in reading.curated.topics}
    measurement = measure_topics(labelled, list_given(reading.curated), names)
    table = render_measurement(measurement, names)
    terminal.say(_render_json(measurement) if form is Format.JSON else table)
    tell_of_errors(terminal, reading.diagnostics)
    if measurement.absent:
        absent = counted(measurement.absent, "labelled paper")
        terminal.say(f"Not on the site: {absent}, for which nothing counts as given.", error=True)
    if page:
        _write_table(page, table)
    return 0


def _write_table(page: Path, table: str) -> None:
    try:
        changed = replace_table(page.read_text(encoding="utf-8"), table)
    except ValueError as error:
        message = f"{page} has no line <!-- scores --> with an <!-- end of scores --> below it."
        raise click.BadParameter(message, param_hint="--page") from error
    write_file(page, changed.encode())


def _render_json(measurement: Measurement) -> str:
    record = {
        "papers": measurement.papers,
        "absent": measurement.absent,
        "precision": round(measurement.precision, 4),
        "recall": round(measurement.recall, 4),
        "f1": round(measurement.f1, 4),
        "primary": round(measurement.primary, 4),
        "topics": [
            {
                "id": topic.topic,
                "labelled": topic.labelled,
                "right": topic.right,
                "wrong": topic.wrong,
                "missed": topic.missed,
            }
            for topic in measurement.topics
        ],
    }
    return json.dumps(record, indent=2) + "\n"
