from korpu.foundations.law.models.change import Change, Edition
from korpu.foundations.law.models.receipt import Declaration, Receipt
from korpu.foundations.law.models.work import CaseMove, TermChange, Work

__all__ = ["CaseMove", "Change", "Declaration", "Edition", "Receipt", "TermChange", "Work"]
