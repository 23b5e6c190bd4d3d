"""The only writers of the assistance room."""
