# The command line and the start of the server.
cli-no-file = Name a file with a plan (JSON, CSV or XLSX), or - for standard input; --schema prints what it may hold.
cli-serving = Whyflow is at { $url } (Ctrl-C stops it).
cli-port = Whyflow cannot listen on { $host }:{ $port } ({ $why }). Stop the program that uses this port, or choose another one with WHYFLOW_PORT.
index-nothing = There was nothing to add; Markdown, text, CSV, JSONL, DOCX and PDF files are read.
