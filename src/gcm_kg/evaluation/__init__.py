"""Compares a graph with a gold table: what is right in it, what is wrong and what is missing."""
