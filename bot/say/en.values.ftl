# Values, periods and parts of a report: how they are said and why they are not taken.
