"""Answers that take more than one query: an entity, a reason, an outcome, numbers, pictures."""
