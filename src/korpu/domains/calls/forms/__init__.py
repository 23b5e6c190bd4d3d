"""Forms of the calls room, one module per reader."""
