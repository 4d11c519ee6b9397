# Invitații, roluri, aprobări, rapoartele mele. Scurt, simplu, cald.

# ── Pentru toți ──
staff-no-access = Asta e doar pentru cei care raportează sau aprobă. Cere o invitație coordonatorului din instituția ta sau de la DGASPC.
staff-old-button = Butonul acesta e vechi. Scrie din nou comanda.
staff-cancelled = Bine, am renunțat.
do-cancel = Renunț
do-before = ‹ Înapoi
do-after = Mai departe ›
do-my-reports = Rapoartele mele
words-too-long = Sunt { $n } de semne; încap { $most }. Scrie mai scurt, te rog.
words-personal = Pare că ai scris un nume, un număr sau altceva despre o persoană: „{ $words }”.
    Ce scrii aici rămâne păstrat. Scrie din nou fără asta sau trimite așa.
do-words-anyway = Trimit așa

# ── Roluri și pentru ce sunt ──
role-reporter = raportor
role-coordinator = coordonator
role-admin = administrator
scope-all-plans = toate planurile
scope-plan = { $where } { $period }
scope-plan-gone = planul { $slug }
scope-plans = { $plans }
scope-institutions = { $institutions } ({ $plans })
scope-measures = măsura { $measures } ({ $plans })
scope-both = { $institutions }, măsura { $measures } ({ $plans })
grant-since = { $role }: { $scope }, din { $day }
grant-settings = { $role }: { $scope }, din setările botului

# ── Un raport ──
filed-short = { $value }, { $period }
filed-short-place = { $value }, { $period }, { $place }
filed-about = { $indicator }
    Măsura { $measure }
filed-about-measure = Mersul măsurii { $measure }
filed-about-lost = Planul nou nu mai are acest indicator ({ $id }).
filed-by = { $name }
filed-by-of = { $name } ({ $institution })
filed-by-erased = cineva care și-a șters datele
filed-by-erased-of = cineva de la { $institution }, care și-a șters datele
filed-submitted = trimis, așteaptă aprobarea
filed-returned = întors cu o întrebare
filed-approved = aprobat
filed-withdrawn = retras
filed-corrected = corectat între timp
filed-changed = S-a schimbat între timp. Așa e acum:

# ── De aprobat ──
queue-empty = Nimic de aprobat acum.
queue-changed = Lista s-a schimbat între timp. Așa e acum:
queue-head = { $n ->
    [one] Un raport așteaptă aprobarea:
    [few] { $n } rapoarte așteaptă aprobarea:
   *[other] { $n } de rapoarte așteaptă aprobarea:
}
queue-measure = { $number }. { $measure } – { $n ->
        [one] { $first }, din { $day }
        [few] { $n } rapoarte, primul din { $day }: { $first }
       *[other] { $n } de rapoarte, primul din { $day }: { $first }
    }
do-queue-measure = { $number }. { $measure }
queue-of-measure = { $measure }
    { $n ->
        [one] Un raport așteaptă:
        [few] { $n } rapoarte așteaptă:
       *[other] { $n } de rapoarte așteaptă:
    }
queue-item = { $number }. { $report } – { $by }
queue-item-own = { $number }. { $report } – al tău: îl aprobă altcineva
queue-item-marked = { $number }. { $report } – { $by } ⚠ de văzut
queue-apart = { $n ->
    [one] Un raport rămâne de văzut separat: e al tău, are o îndoială sau altcineva a raportat altceva.
    [few] { $n } rapoarte rămân de văzut pe rând: sunt ale tale, au o îndoială sau altcineva a raportat altceva.
   *[other] { $n } de rapoarte rămân de văzut pe rând: sunt ale tale, au o îndoială sau altcineva a raportat altceva.
}
do-approve-all = { $n ->
    [one] Aprobă raportul
    [few] Aprobă toate cele { $n }
   *[other] Aprobă toate cele { $n }
}
do-queue = Toată lista
do-next = Următorul
do-measure-reports = { $n ->
    [one] Raportul măsurii
    [few] Toate { $n } ale măsurii
   *[other] Toate { $n } ale măsurii
}
do-approve = Aprobă
do-ask = Întreabă
do-evidence = Vezi dovada
do-sums = Valorile se pot aduna
do-no-sums = Valorile nu se adună
review-head = { $value }, { $period }
review-place = Unde: { $place }
review-part = { $name } { $n }
review-parts = Din care: { $parts }
review-note = Notă: { $note }
evidence-photo = poză
evidence-document = document PDF
review-evidence = Dovadă: { $what }, { $size } KB
review-by = A raportat { $by }, la { $day }
review-target = Ținta: { $value }
review-past = Aprobate înainte: { $reports }
doubt-jump = ⚠ Mult diferit de ultima valoare; cine a raportat a spus că e corect.
doubt-below-last = ⚠ Mai mic decât ultima valoare; cine a raportat a spus că e corect.
doubt-personal = ⚠ Nota poate avea date despre o persoană.
review-conflict = ⚠ Alt raport pentru aceeași perioadă: { $report } – { $by } ({ $state })
review-corrects = Corectează raportul de dinainte: { $report }
review-reason = De ce: { $words }
event-question = { $name } a întrebat la { $day }: „{ $words }”
event-answer = { $name } a răspuns la { $day }: „{ $words }”
event-returned = { $name } l-a întors la { $day }
event-approved = Aprobat de { $name } la { $day }
event-withdrawn = Retras de { $name } la { $day }
event-withdrawn-why = Retras de { $name } la { $day }: „{ $words }”
approve-own = E al tău: îl aprobă altcineva.
approve-no-right = Nu mai ai dreptul să aprobi acest raport.
approve-others = Rapoartele le aprobă coordonatorii: { $names }.
approve-nobody = Rapoartele le aprobă coordonatorii; deocamdată nu e niciunul.
approved-toast = Aprobat.
approved-one = ✓ Aprobat: { $report }{ $n ->
        [0] .
        [one] . Mai așteaptă unul.
        [few] . Mai așteaptă { $n }.
       *[other] . Mai așteaptă { $n }.
    }
approved-many = ✓ { $done ->
        [one] Aprobat un raport
        [few] Aprobate { $done } rapoarte
       *[other] Aprobate { $done } de rapoarte
    }{ $n ->
        [0] .
        [one] . Mai așteaptă unul.
        [few] . Mai așteaptă { $n }.
       *[other] . Mai așteaptă { $n }.
    }
ask-what = Ce vrei să întrebi despre „{ $report }”? Scrie aici; întrebarea ajunge la { $name }.
returned-one = Am trimis întrebarea ta: { $report }{ $n ->
        [0] .
        [one] . Mai așteaptă unul.
        [few] . Mai așteaptă { $n }.
       *[other] . Mai așteaptă { $n }.
    }
sums-allowed = Am notat: valorile acestui indicator se pot aduna.
sums-forbidden = Am notat: valorile acestui indicator nu se adună.
told-approved = ✓ Aprobat: { $report }
told-approved-many = { $n ->
    [one] ✓ Un raport al tău a fost aprobat.
    [few] ✓ { $n } rapoarte ale tale au fost aprobate.
   *[other] ✓ { $n } de rapoarte ale tale au fost aprobate.
}
told-returned = { $name } are o întrebare despre „{ $report }”:
told-question = „{ $words }”
do-answer = Răspund
do-correct = Corectez
do-withdraw = Retrag
words-late = Trimit acum „{ $words }”? Dacă nu era pentru asta, apasă „Renunț” și scrie din nou.

# ── Rapoartele mele ──
mine-head = { $n ->
    [one] Ai un raport:
    [few] Ai { $n } rapoarte, cele noi întâi:
   *[other] Ai { $n } de rapoarte, cele noi întâi:
}
mine-empty = Nu ai raportat încă nimic. Scrie /raport ca să începi.
mine-page = Pagina { $page } din { $of }
mine-item = { $number }. { $report } – { $state }
mine-item-code = { $number }. { $report } – măsura { $code } – { $state }
mine-report = { $report }: { $state }
mine-gone = Nu mai găsesc acest raport printre ale tale.
mine-no-right = Acest raport nu mai ține de rolul tău.
answer-what = Ai raportat „{ $report }”. Întrebarea: „{ $words }”
    Scrie răspunsul aici.
answer-sent = Am trimis răspunsul tău. Raportul așteaptă din nou aprobarea.
withdraw-sure = Retragi „{ $report }”? Rămâne în istoric ca retras.
    Dacă vrei, scrie aici de ce.
withdraw-done = Retras.
withdraw-before = Raportul de dinainte este din nou valabil: { $report } – { $state }. Dacă nici el nu e bun, retrage-l și pe el.
do-withdraw-yes = Da, retrag
do-open = Deschide raportul
told-answer = { $name } a răspuns despre „{ $report }”:
told-withdrawn = { $name } a retras „{ $report }”.

# ── Echipa ──
team-head = { $n ->
    [one] Echipa: doar tu
    [few] Echipa: { $n } oameni
   *[other] Echipa: { $n } de oameni
}
team-me = { $number }. { $name } (tu) – { $grants }
team-member = { $number }. { $name } – { $grants }
team-person = { $name }
team-gone = Nu mai găsesc această persoană. Așa e acum:
team-no-right = Nu ai dreptul să faci asta.
team-last-admin = E ultimul administrator: invită întâi altul.
do-team = Echipa
do-person = Vezi fișa
do-invite = Invită pe cineva
do-rights = Cine ce poate
rights-head = Cine ce poate, doar în planurile, instituțiile și măsurile lui:
rights-role = { $role }: { $rights }
rights-foot = Nimeni nu își aprobă propriile rapoarte. Notele și dovezile le vede doar cine aprobă.
right-report = raportează
right-approve = aprobă
right-invite-reporter = invită raportori
right-invite-coordinator = invită coordonatori
right-invite-admin = invită administratori
do-revoke = Ia-i accesul
revoke-heir = Cine preia rapoartele deschise de la { $name }?
do-no-heir = Nimănui
revoke-sure = { $name } pierde tot accesul, acum. Rapoartele deschise le preia { $heir }. Sigur?
revoke-sure-nobody = { $name } pierde tot accesul, acum. Rapoartele deschise nu le preia nimeni. Sigur?
do-revoke-yes = Da, ia accesul
revoked = { $name } nu mai are acces. { $n ->
        [0] Nu avea rapoarte deschise.
        [one] A lăsat un raport deschis.
        [few] A lăsat { $n } rapoarte deschise.
       *[other] A lăsat { $n } de rapoarte deschise.
    }
told-revoked = { $by } ți-a luat accesul de a raporta și aproba. Poți întreba mai departe ca oricine.
told-heir = { $n ->
    [one] Ai primit un raport deschis de la { $name }.
    [few] Ai primit { $n } rapoarte deschise de la { $name }.
   *[other] Ai primit { $n } de rapoarte deschise de la { $name }.
}

# ── Invitații ──
invite-role = Ce rol va avea?
invite-about-reporter = • raportor: raportează
invite-about-coordinator = • coordonator: raportează, aprobă și invită
invite-about-admin = • administrator: face orice și poate invita administratori
invite-plans = Pentru ce plan va fi { $role }? Poți alege mai multe.
do-plan-chosen = ✓ { $plan }
do-onward = Mai departe
do-all-plans = Toate planurile
do-back = Înapoi
invite-whom = Pentru ce instituție va fi { $role }?
invite-whom-how = Apasă sau scrie numele ei. Pentru o singură măsură, scrie codul măsurii.
do-all-institutions = Toate instituțiile
invite-which = La care te gândești?
invite-unknown = Planul nu are „{ $words }”. Alege din listă sau scrie altfel.
invite-sure = Invitație: { $role }, { $scope }
invite-covers = { $n ->
    [one] Cuprinde o măsură.
    [few] Cuprinde { $n } măsuri.
   *[other] Cuprinde { $n } de măsuri.
}
do-make-invitation = Fă invitația
invite-made = Invitația e gata: { $role }, { $scope }
invite-link = { $link }
invite-how = Trimite linkul doar celui invitat. Merge o singură dată, 72 de ore, până la { $day }. Cum îl deschide, îți spun aici.
do-share = Trimite mai departe
do-invite-more = Altă invitație
join-done = Bine ai venit, { $name }! Ești { $role }: { $scope }
join-by = Te-a invitat { $inviter }.
join-by-admin = Te-a invitat administratorul botului.
join-can-reporter = Scrie /raport ca să raportezi; în /rapoartele_mele vezi ce ai trimis.
join-can-coordinator = În /aprobari sunt rapoartele care te așteaptă; /echipa arată oamenii și invită alții; cu /raport raportezi și tu.
join-can-admin = În /aprobari sunt rapoartele care așteaptă; /echipa arată oamenii și invită alții; cu /raport raportezi și tu.
join-wrong = Nu era pentru tine? Dă rolul înapoi.
do-decline = Nu eu, refuz
join-declined = Ai dat rolul înapoi. Mulțumesc că ai spus.
join-own = E invitația făcută de tine. Trimite linkul celui invitat.
join-gone = Invitația nu mai merge: a fost folosită, a expirat sau nu a existat. Cere alta celui care te-a invitat.
join-slow = Prea multe linkuri greșite. Așteaptă o oră și cere o invitație nouă.
told-joined = { $name } a primit invitația ta: { $role }, { $scope }
