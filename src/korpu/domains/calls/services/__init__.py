"""The only writers of the calls room, one module per stage of a call."""
