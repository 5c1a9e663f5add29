"""Links to other graphs that people have judged: SSSOM tables, identifiers, reviews."""
