"""The pages for people: each is a template and what it is filled with."""
