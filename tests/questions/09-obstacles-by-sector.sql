-- 9. Which obstacles stand in the way, by sector?
select coalesce(p.sector, p.class) as sector, f.type, count(distinct c.case_id) as factors
from factors f join record_context c using (record_id) join concerned n using (record_id)
     join party_context p on p.record_id = n.concerned_id and p.role in ('addressee', 'subject')
where f.role in ('obstacle', 'cause') and c.holds = 1 group by 1, 2 order by 3 desc;
-- The five articles that the dataset began with answer:
-- sector | type | factors
-- cement_factory | mismanagement | 1
-- cement_factory | overload | 1
-- coal_mine | border_closure | 2
-- coal_mine | equipment_quality | 3
-- coal_mine | raw_material | 1
-- coal_mine | sanctions | 1
-- coal_mine | skills | 1
-- coal_mine | spare_parts | 2
-- enterprise | raw_material | 1
-- ore_mine | geology | 1
-- steel_mill | equipment_age | 1
-- steel_mill | raw_material | 1
