-- 6. How many deaths per year and type of incident: low, best, high?
select substr(i.date_min, 1, 4) as year, i.type, sum(coalesce(q.min, q.value)) as low, sum(q.value) as best, sum(coalesce(q.max, q.value)) as high
from incidents i join record_context c using (record_id) join amounts q on q.record_id = i.record_id and q.role = 'killed'
where c.record_id = c.case_id and c.holds = 1 and c.record_id not in (select record_id from summaries) group by 1, 2;
-- The five articles that the dataset began with answer:
-- year | type | low | best | high
-- 2021 | explosion | 2.0 | 2.0 | 2.0
