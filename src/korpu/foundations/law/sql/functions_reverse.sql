drop trigger law_declaration_stays on law_declaration;
drop trigger law_receipt_stays on law_receipt;
drop function korpu_receipts_stay();
drop trigger law_change_stays on law_change;
drop function korpu_signed_law_stays();
drop function korpu_published_law();
drop function korpu_change_law();
drop function korpu_hold_law();
drop function korpu_law_edition();
