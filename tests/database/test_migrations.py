"""Tables made at once are the tables made one by one."""

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.models import AddConstraint, AddIndex
from django.db.migrations.state import ProjectState

Picture = dict[str, tuple[list[str], list[str]]]


def picture(state: ProjectState) -> Picture:
    """Fields of each model, and what refers to it."""
    return {
        model._meta.label: (
            sorted(field.name for field in model._meta.get_fields() if field.concrete),
            sorted(
                f"{relation.related_model._meta.label}.{relation.field.name}"
                for relation in model._meta.related_objects
            ),
        )
        for model in state.apps.get_models(include_auto_created=True)
    }


def test_models_drawn_into_a_picture_look_like_models_drawn_afresh() -> None:
    loader = MigrationLoader(None)
    drawn, plain = ProjectState(), loader.project_state()
    assert drawn.apps is not None  # from here on each operation draws what it changes
    for app_label, name in loader.graph._generate_plan(loader.graph.leaf_nodes(), at_end=True):
        drawn = loader.graph.nodes[app_label, name].mutate_state(drawn, preserve=False)

    assert len(picture(plain)) > 100
    assert picture(drawn) == picture(plain)


def test_no_first_migration_of_ours_draws_a_table_twice() -> None:
    loader = MigrationLoader(None)
    late = [
        f"{app_label}.{name}: {operation.describe()}"
        for (app_label, name), migration in loader.disk_migrations.items()
        if migration.__module__.startswith("korpu.") and getattr(migration, "initial", False)
        for operation in migration.operations
        if isinstance(operation, AddConstraint | AddIndex)
    ]
    assert late == [], "stand them among the options of the table (decision 0024)"
