"""Proposes links to vocabularies that nobody has judged."""
