"""Doors of information, and the public pages of projects."""

from collections.abc import Mapping

from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.markers import PROJECTS
from tests.architecture.access.world import World

MANAGER, DIRECTOR = frozenset({"project_manager"}), frozenset({"programme_director"})


def _draft(**more: object) -> Address:
    return lambda world: {"uuid": world.publications.draft.uuid, **more}


def _public(world: World) -> Mapping[str, object]:
    return {"uuid": world.publications.public.uuid}


def _edition(**more: object) -> Address:
    return lambda world: {"uuid": world.publications.edition.uuid, **more}


def _draft_edition(**more: object) -> Address:
    return lambda world: {"uuid": world.publications.draft_edition.uuid, **more}


DOORS = {
    "programmes:public_projects": Door(),
    "search": Door(query={"q": "mobilaze"}),
    "feed": Door(lambda _world: {"name": "all"}),
    "open_data": Door(),
    "data_catalogue": Door(),
    "sitemap": Door(),
    "robots": Door(),
    "programmes:projects_csv": Door(),
    "programmes:results_csv": Door(),
    "programmes:public_project": Door(lambda _world: {"code": "mobilaze"}),
    "information:publications": Door(),
    "information:publications_csv": Door(),
    "information:recommendations": Door(),
    "information:publication": Door(lambda w: {"slug": w.publications.public.slug}),
    "information:file": Door(lambda w: {"uuid": w.publications.file.uuid}),
    "information:workbench": Door(),
    "information:workbench_csv": Door(),
    "information:new": Door(sent=sending(), done=422),
    "information:desk": Door(_draft(), PROJECTS),
    "information:edit": Door(_draft(), MANAGER, sent=sending(), done=422),
    "information:withdraw": Door(_public, DIRECTOR, sent=sending(), done=422),
    "information:new_edition": Door(_draft(), MANAGER, sent=sending(), done=422),
    "information:new_versions": Door(_draft(), MANAGER, sent=sending(), done=422),
    "information:new_recommendation": Door(_draft(), MANAGER, sent=sending(), done=422),
    "information:act": Door(_draft(act="none"), DIRECTOR, got=None, sent=sending(), done=404),
    "information:edit_edition": Door(_draft_edition(), MANAGER, sent=sending(), done=422),
    "information:upload": Door(_draft_edition(), MANAGER, sent=sending(), done=422),
    "information:printing": Door(_edition(), MANAGER, sent=sending(), done=422),
    "information:handout": Door(_edition(), MANAGER, sent=sending(), done=422),
    "information:withdraw_edition": Door(_edition(), DIRECTOR, sent=sending(), done=422),
    "information:edition_act": Door(
        _draft_edition(act="none"), DIRECTOR, got=None, sent=sending(), done=404
    ),
    "information:staff_file": Door(lambda w: {"uuid": w.publications.draft_file.uuid}, PROJECTS),
    "information:drop_file": Door(
        lambda w: {"uuid": w.publications.draft_file.uuid}, MANAGER, got=None, sent=sending()
    ),
    "information:cancel": Door(
        lambda w: {"uuid": w.publications.distribution.uuid}, MANAGER, sent=sending(), done=422
    ),
    "information:report": Door(
        lambda w: {"uuid": w.publications.recommendation.uuid}, MANAGER, sent=sending(), done=422
    ),
}
