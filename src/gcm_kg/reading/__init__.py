"""Reads what people wrote: source texts, vocabularies, judgements."""
