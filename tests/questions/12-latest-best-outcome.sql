-- 12. What is the latest best-graded outcome of each order?
select distinct case_id, addressee, outcome_status, outcome_as_of, met_deadline, accounts, roots, disputed from order_outcomes where accounts > 0;
-- The five articles that the dataset began with answer:
-- case_id | addressee | outcome_status | outcome_as_of | met_deadline | accounts | roots | disputed
-- dailynk-hyesan-steel-restart#province | Hyesan Steel Mill | under_way | 202X-10 | unknown | 1 | 1 | 0
-- dailynk-komusan-kiln#investigation | Prosecutors' office, North Hamgyong | under_way | 2021-11-30~ | unknown | 1 | 1 | 0
-- dailynk-komusan-kiln#investigation | Police, North Hamgyong | under_way | 2021-11-30~ | unknown | 1 | 1 | 0
-- dailynk-komusan-kiln#state-targets | Komusan Cement Factory | under_way | 2021-11-24 | unknown | 1 | 1 | 0
-- dailynk-scrap-steel-quotas#enterprise-quota | Enterprise, DPRK | under_way | 2015-03-25 | unknown | 1 | 1 | 0
-- dailynk-scrap-steel-quotas#resident-quota | Resident, DPRK | under_way | 2015-03-25 | unknown | 1 | 1 | 0
