"""A project's parts as one workbook, out and in."""
