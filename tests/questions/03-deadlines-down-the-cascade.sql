-- 3. Does the deadline get shorter down the cascade?
select l.to_record as parent, l.from_record as child, p.deadline_max as parent_deadline, c.deadline_max as child_deadline
from links l join orders p on p.record_id = l.to_record join orders c on c.record_id = l.from_record where l.relation = 'implements';
-- The five articles that the dataset began with answer:
-- parent | child | parent_deadline | child_deadline
-- dailynk-hyesan-steel-restart#central | dailynk-hyesan-steel-restart#province | None | 2029-10-31
-- dailynk-komusan-kiln#state-targets | dailynk-komusan-kiln#double-load | 2021-12-31 | 2021-12-17
