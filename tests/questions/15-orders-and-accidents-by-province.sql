-- 15. Where are the orders and the accidents, by province?
select p.province, count(distinct case when c.kind = 'order' then c.case_id end) as orders,
       count(distinct case when c.kind = 'incident' then c.case_id end) as incidents
from record_context c join party_context p on p.record_id = c.record_id and p.role in ('addressee', 'subject')
where c.kind in ('order', 'incident') and c.holds = 1 and p.province is not null
      and c.record_id not in (select record_id from summaries) group by p.province;
-- The five articles that the dataset began with answer:
-- province | orders | incidents
-- North Hamgyong | 4 | 1
-- Ryanggang | 1 | 0
