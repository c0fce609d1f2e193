-- 13. Which completions declared by the state do others call nominal?
select p.facility_id, group_concat(distinct x.status || ' (' || c.root || ')') as accounts
from outcomes x join record_context c using (record_id) join parties p on p.record_id = x.record_id and p.role = 'subject'
where x.kind = 'fulfilment' and x.status in ('met', 'exceeded', 'nominal') and c.holds = 1 and p.facility_id is not null
group by p.facility_id having max(x.status = 'nominal' and c.root <> 'state') and max(x.status <> 'nominal' and c.root = 'state');
-- The five articles that the dataset began with answer:
-- facility_id | accounts
