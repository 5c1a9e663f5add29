"""Canned questions, names, queries of a user's own, and how answers are written."""
