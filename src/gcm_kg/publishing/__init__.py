"""Writes the files of data/graph and the store, all or none."""
