-- 10. Which orders were changed, and how?
select o.change, o.record_id as order_id, l.to_record as amended_id, b.deadline as old_deadline, o.deadline as new_deadline
from orders o join links l on l.from_record = o.record_id and l.relation = 'amends' join orders b on b.record_id = l.to_record;
-- The five articles that the dataset began with answer:
-- change | order_id | amended_id | old_deadline | new_deadline
-- raised | dailynk-scrap-steel-quotas#enterprise-quota | dailynk-scrap-steel-quotas#annual-drive | None | None
