"""Machine-readable travel documents. The public names are those of :mod:`.api`."""
