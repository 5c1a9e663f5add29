"""Finds mentions in documents, and what the words around them state."""
