drop trigger account_guard on accounts_user;
drop function korpu_account_guard(), korpu_may_cover(bigint, bigint), korpu_colleague_ids(),
  korpu_names(bigint[]), korpu_directory(), korpu_holds(text),
  korpu_compartments(), korpu_held_roles(), korpu_is_system(), korpu_system_user(),
  korpu_signing_in(), korpu_office(), korpu_today();
