# The conversation in which something is reported.
