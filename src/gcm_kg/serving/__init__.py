"""Serves a graph to browsers, SPARQL clients and programs: read-only, from worker processes."""
