-- 7. How many days lie between an accident and the deadline it happened under?
select i.record_id as incident_id, o.record_id as order_id, julianday(o.deadline_max) - julianday(i.date_max) as days_left
from incidents i join links l on l.from_record = i.record_id and l.relation = 'during' join orders o on o.record_id = l.to_record
where o.deadline is not null;
-- The five articles that the dataset began with answer:
-- incident_id | order_id | days_left
-- dailynk-komusan-kiln#kiln-blast | dailynk-komusan-kiln#double-load | 23.0
-- dailynk-komusan-kiln#kiln-blast | dailynk-komusan-kiln#state-targets | 37.0
