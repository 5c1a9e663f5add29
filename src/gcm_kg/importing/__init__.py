"""Takes documents and tables of others into a project: PDF, DOCX, HTML, Markdown, CSV, XLSX."""
