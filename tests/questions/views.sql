create view record_context as   -- each record with its article, outlet and first source
select r.*, a.url, a.published, a.published_min, a.published_max, u.name as outlet, u.kind as outlet_kind,
       s.kind as source_kind, s.reliability, s.root
from records r join articles a using (article_id) join sources s using (source_id) join outlets u on u.outlet_id = a.outlet_id;
create view concerned as        -- what an outcome or factor concerns
select from_record as record_id, to_record as concerned_id from links where relation = 'concerns';
create view summaries as        -- incidents and orders that sum up several
select record_id from amounts where role = 'count' and item in ('incident', 'order');
create view place_up as         -- each place with itself and its ancestors
with recursive up (place_id, ancestor_id) as (select place_id, place_id from places
  union select up.place_id, p.parent_id from up join places p on p.place_id = up.ancestor_id where p.parent_id is not null)
select * from up;
create view party_context as    -- each party with its name, level, place, province and sector
select p.record_id, p.role, p.facility_id, p.actor_id, p.class, f.name as facility_name, coalesce(f.place_id, p.place_id) as place_id,
       case when p.actor_id is not null then a.name when p.facility_id is null then t.label || ', ' || l.name
            when p.class is not null then t.label || ', ' || f.name else f.name end as name,
       case when p.facility_id is not null then 'enterprise' when p.actor_id is not null then a.level
            when l.level = 'country' then 'central' else l.level end as level,
       (select x.name from place_up u join places x on x.place_id = u.ancestor_id
        where u.place_id = coalesce(f.place_id, p.place_id) and x.level = 'province') as province,
       coalesce(f.class, case when t."group" = 'enterprise' then p.class end) as sector
from parties p left join facilities f using (facility_id) left join actors a using (actor_id)
     left join places l on l.place_id = p.place_id left join terms t on t.list = 'class' and t.code = p.class;
