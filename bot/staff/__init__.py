"""What authorised people do: report indicator updates, approve them, invite one another.

In: what somebody typed or pressed, what the store holds of it, the time. Out: screens, effects to be kept.
Pure but for `desk`, which reads from the store, asks the engines, and writes what they say.
"""
