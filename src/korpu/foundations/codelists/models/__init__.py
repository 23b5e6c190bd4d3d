from korpu.foundations.codelists.models.code import Code
from korpu.foundations.codelists.models.code_list import CodeList

__all__ = ["Code", "CodeList"]
