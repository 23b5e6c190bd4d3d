"""Who sees and writes which row of the law room; frozen with the migration that uses it."""

ANYBODY = "(select korpu_actor()) is not null"
"""Law is public among those who are logged in; no person can be told from it."""
KEEPERS = "(select korpu_holds('administration')) or (select korpu_is_system())"
SYSTEM = "(select korpu_is_system())"
_MINE = "any((select korpu_compartments())::bigint[])"
OF_CASE = (
    "exists (select from casework_case c where c.id = case_id"
    f" and (c.compartment_id = {_MINE} or c.id = any((select korpu_shared_cases())::bigint[])))"
)
CASE_IS_VISIBLE = "exists (select from casework_case c where c.id = case_id)"
