"""The only readers of the calls room, one module per reader; row security filters below them."""
