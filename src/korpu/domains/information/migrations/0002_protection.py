from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.files.operations import OwnsFiles

SEARCH = (Path(__file__).parent / "sql" / "search.sql").read_text(encoding="utf-8")

OURS = "compartment_id = any((select korpu_compartments())::bigint[])"
PROGRAMMES = "(select korpu_holds('programmes')) or (select korpu_is_system())"


def of_publication(condition: str) -> str:
    """The publication of the row, as its own policy shows it, meets a condition."""
    return (
        "exists (select from information_publication parent"
        f" where parent.id = publication_id and {condition})"
    )


OF_OURS = of_publication(f"parent.{OURS}")
READABLE = "parent.status in ('published', 'superseded')"
OF_EDITION = "exists (select from information_edition parent where parent.id = edition_id)"
OF_OUR_EDITION = (
    "exists (select from information_edition e join information_publication parent"
    f" on parent.id = e.publication_id where e.id = edition_id and parent.{OURS})"
)
OF_RECOMMENDATION = (
    "exists (select from information_recommendation parent where parent.id = recommendation_id)"
)
OF_OUR_RECOMMENDATION = (
    "exists (select from information_recommendation r join information_publication parent"
    f" on parent.id = r.publication_id where r.id = recommendation_id and parent.{OURS})"
)
PUBLICATION = ("information_publication", "publication_id")


class Migration(migrations.Migration):
    dependencies = [
        ("information", "0001_initial"),
        ("accounts", "0002_access"),
        ("files", "0002_rights"),
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(SEARCH, "drop function information_matches(tsquery)"),
        # A withdrawn publication keeps its title in public, its editions and files go.
        ProtectTable(
            "information_publication",
            using=f"{OURS} or status in ('published', 'superseded', 'withdrawn')",
            check=OURS,
            delete="false",
        ),
        ProtectTable("information_series", using="true", check=PROGRAMMES, delete="false"),
        ProtectTable(
            "information_edition",
            using=f"{OF_OURS} or (status in ('published', 'superseded')"
            f" and {of_publication(READABLE)})",
            check=OF_OURS,
            delete="false",
        ),
        ProtectTable(
            "information_editionfile",
            using=f"{OF_OUR_EDITION} or (removed_at is null and {OF_EDITION})",
            check=OF_OUR_EDITION,
            delete="false",
        ),
        ProtectTable("information_distribution", using=OF_OUR_EDITION, delete="false"),
        ProtectTable(
            "information_recommendation",
            using=f"{OF_OURS} or {of_publication(READABLE)}",
            check=OF_OURS,
            delete="false",
        ),
        ProtectTable(
            "information_recommendationstep",
            using=OF_RECOMMENDATION,
            check=OF_OUR_RECOMMENDATION,
            delete="false",
        ),
        migrations.RunSQL(
            "revoke update, delete on information_recommendationstep from korpu_app",
            "grant update, delete on information_recommendationstep to korpu_app",
        ),
        OwnsFiles("information_editionfile", "file_id"),
        OwnsFiles("information_recommendationstep", "evidence_file_id"),
        AuditTable("information_publication", ignore=("search",)),
        AuditTable("information_series"),
        AuditTable("information_edition", parent=PUBLICATION),
        AuditTable("information_editionfile", parent=("information_edition", "edition_id")),
        AuditTable("information_distribution", parent=("information_edition", "edition_id")),
        AuditTable("information_recommendation", parent=PUBLICATION),
        AuditTable(
            "information_recommendationstep",
            parent=("information_recommendation", "recommendation_id"),
        ),
    ]
