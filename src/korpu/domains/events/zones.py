"""The hour of a place abroad: programmes are written in local time, calendars need the zone."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pycountry
from babel.core import get_global


def zone_of_country(country: str, on: date) -> ZoneInfo | None:
    """The zone in use all over a country on a day; None: it has several hours, or none is known.

    ``country``: ISO 3166-1 alpha-3. Standard: IANA time zones, by territory as the CLDR has them.
    """
    zones = _zones(country)
    noon = datetime.combine(on, time(12))
    hours = {zone.utcoffset(noon) for zone in zones}
    return zones[0] if len(hours) == 1 else None


@cache
def _zones(country: str) -> tuple[ZoneInfo, ...]:
    found = pycountry.countries.get(alpha_3=country)
    if found is None:
        return ()
    territories: Mapping[str, str] = get_global("zone_territories")
    known = available_timezones()
    names = (zone for zone, code in territories.items() if code == found.alpha_2 and zone in known)
    return tuple(ZoneInfo(name) for name in sorted(names))
