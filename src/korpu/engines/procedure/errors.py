"""What can be wrong with a declaration or with a log."""

from korpu.kernel.errors import DomainError
from korpu.kernel.texts import Text


class DeclarationError(DomainError):
    """A declaration cannot be used; the message points at file and line and says what to do.

    Args:
        what: what is wrong.
        remedy: what to write instead.
        file: the file's path as it was opened.
        line: counted from 1.
    """

    def __init__(self, what: str, remedy: str, *, file: str, line: int) -> None:
        super().__init__(f"{file}:{line}: {what}", remedy, {"file": file, "line": line})
        self.file = file
        self.line = line


class IllegalLog(DomainError):
    """A log the procedure does not allow: an act out of place, out of order or incomplete.

    Args:
        position: the offending entry, counted from 0.
        kind: the name of what is wrong, such as ``out_of_place``.
    """

    def __init__(self, detail: Text, *, position: int, kind: str) -> None:
        title = Text(
            az="İşin jurnalı prosedura uyğun gəlmir.",
            en="The case's log does not fit its procedure.",
            ru="Журнал дела не соответствует процедуре.",
        )
        super().__init__(title, detail, {"position": position})
        self.position = position
        self.kind = kind
