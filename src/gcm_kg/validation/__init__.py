"""Checks graphs against the SHACL shapes."""
