"""The project's questions, read once for all tests of a process."""

from __future__ import annotations

from gcm_kg.project import this_project
from gcm_kg.querying.questions import load_questions

QUESTIONS = load_questions(this_project().queries)
