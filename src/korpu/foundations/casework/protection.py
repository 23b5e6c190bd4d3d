"""Who sees which row of casework, in the words of the database's row-level security.

Own compartments see everything of a case; those it is shared with see what is not kept to the
office; the other side sees what is meant for it. Frozen with the migration that uses it.
"""

_MINE = "any((select korpu_compartments())::bigint[])"
_SHARED = "any((select korpu_shared_cases())::bigint[])"

CASE = f"compartment_id = {_MINE} or counterpart_id = {_MINE} or id = {_SHARED}"

CASE_IS_VISIBLE = "exists (select from casework_case c where c.id = case_id)"
"""What a new row must meet: its case is visible to whoever writes it."""


def _of_case(condition: str) -> str:
    return f"exists (select from casework_case c where c.id = case_id and ({condition}))"


BY_AUDIENCE = _of_case(
    f"c.compartment_id = {_MINE}"
    f" or (audience <> 'office' and c.id = {_SHARED})"
    f" or (audience = 'counterpart' and c.counterpart_id = {_MINE})"
)
LETTER = _of_case(
    f"c.compartment_id = {_MINE}"
    f" or (audience <> 'office' and c.id = {_SHARED})"
    f" or (audience = 'counterpart' and sent_at is not null and c.counterpart_id = {_MINE})"
)
OFFICE_AND_SHARED = _of_case(f"c.compartment_id = {_MINE} or c.id = {_SHARED}")
NOTE = f"author_id = (select korpu_actor()) or {BY_AUDIENCE}"


def _addressed(table: str) -> str:
    return _of_case(
        f"c.compartment_id = {_MINE} or (c.id = {_SHARED} and ({table}.compartment_id = {_MINE}"
        f" or {table}.user_id = any((select korpu_working_for())::bigint[])))"
    )


TASK = _addressed("casework_task")
SHARE = _addressed("casework_caseshare")
SHARE_READING = "exists (select from casework_caseshare s where s.id = share_id)"
