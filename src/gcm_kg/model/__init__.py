"""What rooms hand on: documents, vocabularies, mentions, statements, judgements."""
