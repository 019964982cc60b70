"""What digests show when they are counted: months, what rose and faded, what came again.

A paper counts once, in the month of its first dated digest, where the listings have it, too.
Digests without a date stay out of time.
"""
