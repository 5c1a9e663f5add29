"""gcm-kg suggest"""

from __future__ import annotations

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.cli.tables import tell


@of_documents
@click.command("suggest")
@click.argument("words", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def command(graph: str | None, words: tuple[str, ...], form: str) -> None:
    """Suggest canned questions for a question in your own words.

    The names in it are linked to things of the graph, and up to three questions are suggested with
    their parameters filled in; nothing is answered by itself. The command may be left out.

    \b
    Example: gcm-kg "which recommendations on children at borders ask to ratify something?"
    """
    found = opened(graph).suggest(" ".join(words))
    if form == "json":
        import json

        questions = [{"command": q.command, "summary": q.summary} for q in found.questions]
        content = {"questions": questions, "find": found.find}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return
    for question in found.questions:
        tell(question.summary)
        click.echo(f"    {question.command}")  # in one piece, to be pasted
    if found.find:
        click.echo(f"All of what you name, together:\n    {found.find}")
    if not found.questions and not found.find:
        click.echo("nothing is like it; gcm-kg ask lists all questions, gcm-kg search finds words")
