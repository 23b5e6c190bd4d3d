"""A fingerprint of everything a declaration says."""

from dataclasses import replace

from korpu.engines.procedure.exchange import fingerprint
from korpu.engines.procedure.model import Procedure


def digest_of(procedure: Procedure) -> str:
    """SHA-256 in hex over the procedure, its parameters and its citations, in a canonical order.

    Left out are the titles of roles, which are the jurisdiction's, and the last day in force: that
    a version has a successor does not change what it said.
    """
    return fingerprint(said_by(procedure))


def said_by(procedure: Procedure) -> Procedure:
    """The part of a procedure that its fingerprint covers."""
    return replace(procedure, digest="", role_titles={}, valid_until=None)
