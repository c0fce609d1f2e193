-- 11. Which orders have a rumoured purpose beside the official one?
select n.concerned_id as order_id, group_concat(case when c.manner = 'rumour' then f.type end) as rumoured,
       group_concat(case when c.manner <> 'rumour' then f.type end) as told
from factors f join record_context c using (record_id) join concerned n using (record_id)
where f.role = 'purpose' group by n.concerned_id having rumoured is not null;
-- The five articles that the dataset began with answer:
-- order_id | rumoured | told
-- dailynk-hyesan-steel-restart#central | weapons | construction
