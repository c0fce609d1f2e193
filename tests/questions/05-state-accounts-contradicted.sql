-- 5. Which state accounts are contradicted, by whom and on what?
select l.from_record, a.root as from_root, l.to_record, b.root as to_root, l.field
from links l join record_context a on a.record_id = l.from_record join record_context b on b.record_id = l.to_record
where l.relation = 'contradicts' and (a.root = 'state') <> (b.root = 'state');
-- The five articles that the dataset began with answer:
-- from_record | from_root | to_record | to_root | field
-- dailynk-kaechon-coal-drills#drilling-down | dailynk | dailynk-kaechon-coal-drills#state-drilling | state | status
-- dailynk-kaechon-coal-drills#goals-missed | dailynk | dailynk-kaechon-coal-drills#state-drilling | state | status
