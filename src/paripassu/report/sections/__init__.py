"""One file a question: results in, facts for the words and pictures out."""
