-- 14. How many orders have no report on the outcome, by outlet kind?
select outlet_kind, sum(silent) as silent, count(*) as orders
from (select outlet_kind, case_id, sum(accounts) = 0 as silent from order_outcomes group by outlet_kind, case_id) group by outlet_kind;
-- The five articles that the dataset began with answer:
-- outlet_kind | silent | orders
-- insider | 5 | 10
