"""``korpu doctor``"""

import argparse
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from korpu.site.cli.system import add_state_option, parser_of, system

DESCRIPTION = """\
Looks at the installation and says what is wrong and how to mend it: Python, style sheets, secret
key, folders, disk, mail, settings, database (reachable, version, role, locale, extensions), pending
migrations, worker. Changes nothing. Ends with 1 if something is wrong.
"""
SIGNS = {"ok": "  ok ", "warning": "  ?  ", "wrong": "WRONG"}


def add_parser(subparsers: Any) -> None:
    parser = parser_of(subparsers, "doctor", "say what is wrong and how to mend it", DESCRIPTION)
    add_state_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        with system(arguments):
            return _examine()
    except ImproperlyConfigured as error:
        for line in str(error).split("\n"):
            print(f"{SIGNS['wrong']} {line}")
        return 1


def _examine() -> int:
    from korpu.site.health import examine

    wrong = 0
    for finding in examine():
        print(f"{SIGNS[finding.verdict]} {finding.what}", flush=True)
        if finding.remedy:
            print(f"      → {finding.remedy}")
        wrong += finding.verdict == "wrong"
    print(f"\n{wrong} to mend." if wrong else "\nNothing is wrong.")
    return 1 if wrong else 0
