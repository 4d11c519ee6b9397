# Invitații, roluri, aprobări, rapoartele mele.
