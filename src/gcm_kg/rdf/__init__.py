"""RDF and SPARQL as text and terms, of no project."""
