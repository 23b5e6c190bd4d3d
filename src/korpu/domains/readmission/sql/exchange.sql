-- The ledger, approvals, releases and statements are added to, never changed, whoever asks.
create trigger unchanged before update or delete on readmission_lettercontent
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_letterapproval
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_letterrelease
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_exchange
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_exchangestatement
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_exchangealert
  for each row execute function readmission_unchanged();
