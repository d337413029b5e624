"""From which states would nobody move, given how the others can answer?"""
