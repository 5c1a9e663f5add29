"""Characters, words and English phrases: pure text, of no graph."""
