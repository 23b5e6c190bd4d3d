from korpu.foundations.casework.models.case import Case

__all__ = ["Case"]
