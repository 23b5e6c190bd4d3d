"""What is printed when everything runs."""

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.roles import roles
from korpu.kernel.texts import speaking
from korpu.site.demo.cast import address_of, declared_cast


def welcome(url: str) -> str:
    """The address, and who can log in as what. The log-in page offers the same people to click."""
    with acting(system_actor()), speaking("en"):
        titles = {role: str(found.title) for role, found in roles().items()}
    rows = [
        f"   {row['name']:<20} {titles[row['role']]:<32} {address_of(row['key'])}"
        for row in declared_cast()
    ]
    cast = "\n".join(rows)
    return (
        f"Körpü answers at {url}\n\n"
        f"Log in as one of these made-up people; the log-in page lists them to click:\n{cast}\n\n"
        "Every person and every case is fictional. End it with Ctrl-C."
    )
