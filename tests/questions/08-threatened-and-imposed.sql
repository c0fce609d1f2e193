-- 8. How many consequences of each type are threatened, and how many imposed?
select x.type, count(distinct case when x.stage = 'threatened' then c.case_id end) as threatened,
       count(distinct case when x.stage = 'pending' then c.case_id end) as pending,
       count(distinct case when x.stage = 'imposed' then c.case_id end) as imposed
from consequences x join record_context c using (record_id) where c.holds = 1 group by x.type;
-- The five articles that the dataset began with answer:
-- type | threatened | pending | imposed
-- criticism | 1 | 0 | 1
-- detention | 1 | 0 | 0
-- dismissal | 1 | 0 | 0
-- labour_term | 1 | 0 | 0
-- party_expulsion | 2 | 0 | 0
-- record_mark | 1 | 0 | 0
