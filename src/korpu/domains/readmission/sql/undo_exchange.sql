drop trigger unchanged on readmission_lettercontent;
drop trigger unchanged on readmission_letterapproval;
drop trigger unchanged on readmission_letterrelease;
drop trigger unchanged on readmission_exchange;
drop trigger unchanged on readmission_exchangestatement;
drop trigger unchanged on readmission_exchangealert;
