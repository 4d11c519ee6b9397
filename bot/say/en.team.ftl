# Invitations, roles, approvals, my reports.
