"""gcm-kg link"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.output import say

if TYPE_CHECKING:
    from gcm_kg.linking.proposals import Linked
    from gcm_kg.linking.subjects import Subjects
    from gcm_kg.mappings.sssom import Mapping

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("link")
@click.argument("target", required=False)
@click.option("-o", "--output", type=FILE, help="Write the proposals to this file.")
@click.option("--abstained", type=FILE, help="Write what is not proposed, and why, to this file.")
@click.option("--html", "page", type=FILE, help="Write a page to review the proposals on.")
@click.option("--against", type=FILE, help="Print precision and recall against this SSSOM table.")
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0,
    show_default=True,
    help="Leave out what is less sure.",
)
@click.option("--anew", is_flag=True, help="Use no curated links, and propose them again.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long to ask an endpoint; what it gave until then is used.",
)
@click.option("--review", type=FILE, help="Add the accepted rows of this table to data/mappings/.")
@click.option("--name", metavar="STEM", help="With --review: the table to add to, or to begin.")
def command(
    target: str | None, output: Path | None, abstained: Path | None, least: float, anew: bool,
    timeout: float, review: Path | None, name: str | None, page: Path | None, against: Path | None,
) -> None:  # fmt: skip
    """Propose links from our things to those of TARGET: an RDF file, a folder of them, or the
    address of a SPARQL endpoint.

    The proposals are SSSOM/TSV, each with a confidence and the names or identifiers that agree.
    What is ambiguous is not proposed. Only an address that you give is asked.

    With --html, a page shows each pair side by side; accept or reject it by key, and save the
    result as an SSSOM table with your name and the date. With --against, a table of your judgements
    (predicate_modifier Not where a match is wrong) says how right and complete the proposals are.

    To accept a row, make its mapping_justification semapv:ManualMappingCuration, or fill a column
    reviewer_label or reviewer_id; then give the table to --review. Other rows, and those with
    predicate_modifier Not, stay out.

    Exit codes: 0 well, 1 an endpoint broke off and the proposals are those of what it gave, 2 wrong
    use.

    \b
    Example: gcm-kg link eurovoc.ttl -o proposals.sssom.tsv
    Example: gcm-kg link --review proposals.sssom.tsv --name eurovoc
    """
    if (target is None) == (review is None):
        from gcm_kg.errors import InputError

        given = "neither" if target is None else "both"
        raise InputError("gcm-kg link", "a TARGET or --review FILE", given, "give one of the two")
    if review is not None:
        _review(review, name)
    elif target is not None:
        from gcm_kg.cli.tables import progress
        from gcm_kg.linking.proposals import linked, our_side, refuse_unreadable, table
        from gcm_kg.project import this_project

        _keep_apart(target, {"-o": output, "--abstained": abstained, "--html": page})
        refuse_unreadable(target)
        gold = _gold(against) if against else None
        with progress("linking"):
            ours = our_side(this_project(), known=not anew)
            found = linked(target, ours, seconds=timeout)
        if page is not None:
            _write_page(found, ours, target, page)
        if gold is not None:
            _say_scores(found, gold)
        _write(found, table(found.proposals.matches, target, least), output, abstained)


def _gold(path: Path) -> list[Mapping]:
    from gcm_kg.mappings.sssom import load_mapping_set

    return load_mapping_set(path).matches


def _write_page(found: Linked, ours: Subjects, target: str, page: Path) -> None:
    from gcm_kg.files import written
    from gcm_kg.linking.proposals import shown_target
    from gcm_kg.linking.review_page import review_page

    written([review_page(found.proposals, ours, found.target, shown_target(target))], page)
    say([f"open {page} in a browser to review"])


def _say_scores(found: Linked, gold: list[Mapping]) -> None:
    from gcm_kg.linking.gold import scores

    for score in scores(found.proposals.matches, gold):
        say([str(score)])


def _keep_apart(target: str, outputs: dict[str, Path | None]) -> None:
    """Raises InputError where what is written would replace what is read, or another of them."""
    from gcm_kg.errors import InputError
    from gcm_kg.rdf.parsing import files_of
    from gcm_kg.store.graph import is_address

    files = [] if is_address(target) else files_of(Path(target))
    taken = {path.resolve(): str(path) for path in files}
    for option, path in outputs.items():
        if path is None or (path.exists() and not path.is_file()):
            continue
        if path.resolve() in taken:
            expected = f"a file other than {taken[path.resolve()]}"
            raise InputError(option, expected, str(path), "give another name")
        taken[path.resolve()] = f"that of {option}"


def _write(found: Linked, text: str, output: Path | None, abstained: Path | None) -> None:
    """Writes the tables, and says on standard error what is not in them."""
    from gcm_kg.files import written
    from gcm_kg.linking.proposals import left_open

    proposals = found.proposals
    if abstained is not None:
        written([left_open(proposals.abstained)], abstained)
    written([text], output)
    where = f"see {abstained}" if abstained else "--abstained FILE lists them"
    say([f"{found.names:,} names read, {len(proposals.matches)} proposals"])
    if proposals.known:
        say([f"{proposals.known} more are curated already"])
    if proposals.abstained:
        say([f"{len(proposals.abstained)} left open: {where}"])
    if found.note:
        say([found.note])
    if found.problem:
        say([f"incomplete: the endpoint broke off with {found.problem}"])
        raise click.exceptions.Exit(1)


def _review(path: Path, name: str | None) -> None:
    from gcm_kg.mappings.review import accept
    from gcm_kg.project import this_project

    report = accept(path, this_project(), name or "")
    for table, count in report.added.items():
        say([f"{count} added to {table}"])
    if report.added:
        say(["run gcm-kg build to publish them"])
    say([f"{report.known} were there already, {report.left} not accepted"])
