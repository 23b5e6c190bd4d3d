"""The database tests run on: a real PostgreSQL, one template, a clone for each worker.

A session starts (or joins) a server of its checkout, builds a template database by running the
migrations as the owner once per set of migrations, and clones it. Tests are connected as
``korpu_app``: row-level security is in force, as it is for a user.
"""
