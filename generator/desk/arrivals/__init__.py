"""A digest that arrives: fetched, unwrapped, read, dated, compared with the others, put away.

Nothing here is part of a build. What decides is pure and gives its reasons; only `parcels` and
`downloads` fetch, and only `shelving` writes.
"""
