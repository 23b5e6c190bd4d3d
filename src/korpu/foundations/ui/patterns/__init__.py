"""The living pattern book: every component with fictional contents, in demo and tests only."""
