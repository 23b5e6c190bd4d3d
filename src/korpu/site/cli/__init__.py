"""The ``korpu`` command."""


def main() -> None:
    """Entry point of the ``korpu`` command."""
