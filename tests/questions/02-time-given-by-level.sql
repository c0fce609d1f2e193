-- 2. How long is the time given, by level of the issuer?
select i.level, avg(julianday(o.deadline_max) - julianday(o.issued_min)) as days, count(*) as orders
from orders o join party_context i on i.record_id = o.record_id and i.role = 'issuer'
where o.deadline is not null and o.issued is not null group by i.level;
-- The five articles that the dataset began with answer:
-- level | days | orders
