"""The open workbench for negotiations between parties who do not trust each other."""
