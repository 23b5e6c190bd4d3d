"""Loading public tables of other bodies."""

from datetime import datetime
from pathlib import Path

from korpu.domains.statistics.models import PopulationFigure, ReferenceDataset
from korpu.domains.statistics.reference_tables.declared import unhcr_population
from korpu.domains.statistics.reference_tables.reading import read_table
from korpu.engines.measures.api import digest
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

_ROWS_AT_ONCE = 5_000


def import_population(*, path: Path, actor: Actor, at: datetime) -> ReferenceDataset:
    """Load UNHCR's table of populations from CSV or Parquet; it becomes the one that is shown.

    A file already loaded is not loaded again; it becomes current.

    Raises:
        NotPermitted: the actor may not load public tables.
        NotFound: there is no such file.
        InvalidInput: anything in it is wrong: line, column, what to do. Nothing is loaded then.
    """
    actor.check("statistics.dataset.import")
    source = unhcr_population()
    content = _content(path)
    sha256 = digest(content)
    dataset = ReferenceDataset.objects.filter(name=source.table.name, sha256=sha256).first()
    if dataset is None:
        rows = read_table(source.table, path, content)
        dataset = ReferenceDataset.objects.create(
            name=source.table.name,
            sha256=sha256,
            row_count=len(rows),
            is_current=False,
            imported_by=actor.user,
            imported_at=at,
        )
        figures = (PopulationFigure(dataset=dataset, **row) for row in rows)
        PopulationFigure.objects.bulk_create(figures, batch_size=_ROWS_AT_ONCE)
    return _make_current(dataset)


def _make_current(dataset: ReferenceDataset) -> ReferenceDataset:
    if not dataset.is_current:
        ReferenceDataset.objects.filter(name=dataset.name, is_current=True).update(is_current=False)
        dataset.is_current = True
        dataset.save(update_fields=["is_current"])
    return dataset


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(
            Text(
                az="“{path}” faylı tapılmadı və ya oxunmur.",
                en="The file “{path}” is not there or cannot be read.",
                ru="Файл «{path}» не найден или не читается.",
            ).format(path=path),
        ) from error
