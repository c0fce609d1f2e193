"""Print the headline table of the installed package."""

from dprk_industry import load_dataset

orders = load_dataset()
columns = ["issuer", "addressee", "action", "deadline", "threatened", "outcome_status", "met_deadline"]
print(orders[columns].to_string(index=False, na_rep="-", max_colwidth=36))
print(f"\n{orders['case_id'].nunique()} orders, {len(orders)} rows. {orders.attrs['citation']}")
