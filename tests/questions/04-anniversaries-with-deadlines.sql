-- 4. Which anniversaries and meetings carry deadlines?
select k.name, count(distinct c.case_id) as orders
from orders o join calendar k on k.calendar_id = o.deadline_occasion join record_context c using (record_id) group by k.name order by 2 desc;
-- The five articles that the dataset began with answer:
-- name | orders
-- Death of Kim Jong Il | 1
