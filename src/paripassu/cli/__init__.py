"""The command line: one verb a file; thin. Answers on stdout, all else on stderr."""

from paripassu.cli.app import app, main

__all__ = ["app", "main"]
