import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import korpu.kernel.ids
from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.casework import protection

CASE = ("casework_case", "case_id")
ME = "(select korpu_actor())"
FUNCTIONS = """
-- Who holds one of some roles today in the office of a case the actor may see: whom to tell.
create function korpu_case_holders(asked bigint, held text[]) returns table (user_id bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct g.user_id
          from casework_case c
          join accounts_rolegrant g on g.compartment_id = c.compartment_id
          join accounts_user u on u.id = g.user_id and u.is_active
         where c.id = asked and korpu_case_visible(asked) and g.role = any (held)
           and g.ended_at is null
           and korpu_today() between g.valid_from and coalesce(g.valid_until, 'infinity')
         order by 1 $$;
"""


def to(model, **options):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, to=model, **({"related_name": "+"} | options)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_protection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="DeskChoice",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "due_soon_days",
                    models.PositiveSmallIntegerField(
                        help_text="A deadline is near when it ends within so many calendar days."
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(due_soon_days__range=(1, 30)),
                        name="casework_deskchoice_within_a_month",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deviation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=korpu.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "act",
                    models.CharField(help_text="Act declared by the procedure.", max_length=60),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="How it departs, in the engine's word.", max_length=20
                    ),
                ),
                ("skipped", models.JSONField(help_text="Acts left out, in order.")),
                ("effective_on", models.DateField(help_text="The day it happened.")),
                ("reason", models.TextField(help_text="What happened, and why out of order.")),
                (
                    "act_count",
                    models.PositiveIntegerField(
                        help_text="Length of the log it was asked at; it counts for no longer one."
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "allowed",
                    models.BooleanField(
                        blank=True, help_text="Empty: not decided yet.", null=True
                    ),
                ),
                (
                    "answer",
                    models.TextField(blank=True, help_text="Why it was allowed or refused."),
                ),
                ("asked_by", to(settings.AUTH_USER_MODEL, db_index=False)),
                ("case", to("casework.case", related_name="deviations")),
                (
                    "decided_by",
                    to(
                        settings.AUTH_USER_MODEL,
                        blank=True,
                        db_index=False,
                        help_text="Empty: not decided yet.",
                        null=True,
                    ),
                ),
                (
                    "document",
                    to("casework.attachment", help_text="What shows that it happened."),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        blank=True,
                        help_text="The entry recorded by this leave; empty: not used.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leave",
                        to="casework.act",
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_at",),
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                        name="casework_deviation_two_people",
                    ),
                    models.CheckConstraint(
                        condition=Q(allowed=None, decided_by=None, decided_at=None)
                        | Q(
                            allowed__isnull=False,
                            decided_by__isnull=False,
                            decided_at__isnull=False,
                        ),
                        name="casework_deviation_decided_whole",
                    ),
                    models.CheckConstraint(
                        condition=Q(entry=None) | Q(allowed=True),
                        name="casework_deviation_used_by_leave",
                    ),
                    models.UniqueConstraint(
                        fields=("case", "act"),
                        condition=Q(allowed=None),
                        name="casework_deviation_asked_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="act",
            name="allowed_by",
            field=to(
                settings.AUTH_USER_MODEL,
                blank=True,
                db_index=False,
                help_text="Who allowed the deviation, another person than the actor; empty: "
                "it fits.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="act",
            name="deviation",
            field=models.CharField(
                blank=True,
                help_text="How it departs from the procedure; empty: it fits.",
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=Q(deviation="", allowed_by=None)
                | (~Q(deviation="") & ~Q(allowed_by=F("actor"))) & Q(allowed_by__isnull=False),
                name="casework_act_deviates_by_leave",
            ),
        ),
        migrations.RunSQL(FUNCTIONS, "drop function korpu_case_holders(bigint, text[])"),
        ProtectTable(
            "casework_deviation",
            using=protection.OFFICE_AND_SHARED,
            check=protection.CASE_IS_VISIBLE,
            delete="false",
        ),
        AuditTable("casework_deviation", parent=CASE),
        ProtectTable(
            "casework_deskchoice",
            using=f"user_id = {ME} or (select korpu_is_system())",
            delete="false",
        ),
        AuditTable("casework_deskchoice"),
    ]
