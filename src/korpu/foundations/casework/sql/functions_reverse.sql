drop trigger casework_act_append_only on casework_act;
drop function korpu_log_is_append_only();
drop function korpu_store_deadlines(bigint, jsonb);
drop function korpu_case_log(bigint);
drop function korpu_case_visible(bigint);
drop function korpu_shared_cases();
drop function korpu_colleagues(bigint);
drop function korpu_working_for();
