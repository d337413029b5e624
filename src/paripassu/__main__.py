"""`python -m paripassu`."""

from paripassu.cli import main

if __name__ == "__main__":
    main()
