"""Bringing in files others wrote: read, show what would happen, and do it once somebody agrees."""
