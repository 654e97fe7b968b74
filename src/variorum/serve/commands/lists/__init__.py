"""Commands that print one kind of thing that accounts have: figures, quotations, days, dependence."""
