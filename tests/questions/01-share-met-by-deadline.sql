-- 1. What share of orders with a deadline was reported met by it, by outlet kind?
select outlet_kind, count(*) as orders, avg(met) as met, avg(silent) as silent
from (select outlet_kind, case_id, max(met_deadline = 'yes') as met, sum(accounts) = 0 as silent from order_outcomes
      where deadline_kind not in ('none', 'urgent') group by outlet_kind, case_id) group by outlet_kind;
-- The five articles that the dataset began with answer:
-- outlet_kind | orders | met | silent
-- insider | 5 | 0.0 | 0.4
