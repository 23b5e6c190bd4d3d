"""What people may do with organisations and offices."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "organisations.office.read": Text(
        az="Təşkilatların və idarələrin siyahısını görmək",
        en="See the list of organisations and offices",
        ru="Просматривать список организаций и подразделений",
    ),
    "organisations.office.edit": Text(
        az="Təşkilatları və idarələri dəyişmək",
        en="Change organisations and offices",
        ru="Изменять организации и подразделения",
    ),
}
