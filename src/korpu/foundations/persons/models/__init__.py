from korpu.foundations.persons.models.involvement import Involvement
from korpu.foundations.persons.models.person import Person

__all__ = ["Involvement", "Person"]
