# The conversation in which something is reported.
# Conversația în care se raportează.

## Despre ce
report-find = Despre ce raportezi?
report-find-how = Scrie codul măsurii (de exemplu 2.4.1) sau câteva cuvinte din ea. Poți scrie totul dintr-odată: cod, loc, valoare.
report-find-line = Rândul { $number }: „{ $line }”. Despre ce este?
report-find-marks = ↺ este ce ai raportat ultima dată, ⏰ este ce urmează de raportat.
report-own = { $n ->
    [0] Nu ai nicio măsură la care să raportezi.
    [one] O măsură a ta. Alege:
    [few] { $n } măsuri ale tale. Alege:
   *[other] { $n } de măsuri ale tale. Alege:
}
report-which-measure = { $n ->
    [one] O măsură se potrivește. Alege:
    [few] { $n } măsuri se potrivesc. Care este? Apasă sau scrie numărul.
   *[other] { $n } de măsuri se potrivesc. Care este? Apasă sau scrie numărul.
}
report-which-of-many = { $n ->
    [one] Cel puțin o măsură se potrivește. Alege sau scrie încă un cuvânt din ea.
    [few] Cel puțin { $n } măsuri se potrivesc. Alege sau scrie încă un cuvânt din ea.
   *[other] Cel puțin { $n } de măsuri se potrivesc. Alege sau scrie încă un cuvânt din ea.
}
report-which-indicator = { $n ->
    [one] Măsura are un indicator. Alege:
    [few] Măsura are { $n } indicatori. Despre care raportezi?
   *[other] Măsura are { $n } de indicatori. Despre care raportezi?
}
report-typed = Ai scris: „{ $what }”
report-item = { $number }. { $name }
report-page = { $page } / { $of }
report-measure = Măsura: { $name }
report-indicator = Indicatorul: { $name }
report-name = { $name }
report-unknown = Nu am găsit nicio măsură pentru „{ $what }”.
report-no-choice = „{ $what }” nu este una dintre variante.
report-barred = La măsura „{ $measure }” nu poți raporta tu. Pot raporta: { $who }. Dacă ar trebui să poți și tu, cere-i coordonatorului o invitație.
report-barred-unnamed = La măsura „{ $measure }” nu poți raporta tu. Dacă ar trebui să poți, cere-i coordonatorului o invitație.
report-barred-several = { $n ->
    [one] O măsură se potrivește, dar nu poți raporta tu la ea. Pot raporta: { $who }. Dacă ar trebui să poți și tu, cere-i coordonatorului o invitație.
    [few] { $n } măsuri se potrivesc, dar nu poți raporta tu la ele. Pot raporta: { $who }. Dacă ar trebui să poți și tu, cere-i coordonatorului o invitație.
   *[other] { $n } de măsuri se potrivesc, dar nu poți raporta tu la ele. Pot raporta: { $who }. Dacă ar trebui să poți și tu, cere-i coordonatorului o invitație.
}
report-too-many-lines = Ai trimis { $n } de rânduri. Trimite cel mult { $most } odată.
report-too-many = { $n ->
    [one] Ai un raport început și nesalvat. Salvează-l sau renunță la el, apoi începe altul.
    [few] Ai { $n } rapoarte începute și nesalvate. Salvează unul sau renunță la el, apoi începe altul.
   *[other] Ai { $n } de rapoarte începute și nesalvate. Salvează unul sau renunță la el, apoi începe altul.
}

## Valoarea
report-value-number = Cât este? Scrie numărul.
report-value-percent = Cât la sută? Scrie procentul sau, de exemplu, „12 din 40”.
report-value-state = S-a făcut?
report-value-text = Ce raportezi? Scrie în câteva cuvinte.
report-goal = Ținta: { $value }
report-last = Ultimele valori: { $values }
report-never = Încă nu s-a raportat nimic aici.
report-past = { $value } ({ $period }, { $state })
report-state-submitted = trimis
report-state-returned = întors cu o întrebare
report-state-approved = aprobat
report-sure = { $value } – ești sigur?
report-doubt-jump = Este foarte diferit de ce s-a raportat ultima dată.
report-doubt-below-last = Este mai puțin decât ultima dată, deși aici se adună.

## Perioada, locul, nota, dovada, părțile
report-period = Pentru ce perioadă?
report-period-how = Alege sau scrie, de exemplu „trimestrul 2” sau „martie 2026”.
report-period-line = Perioada: { $period }
report-now = Acum: { $what }
report-place = În ce localitate?
report-place-how = Scrie numele ei. Dacă este vorba de toată măsura, lasă fără loc.
report-place-line = Locul: { $place }
report-place-odd = „{ $what }” nu pare un nume de localitate. Scrie doar numele, de exemplu „Movila”.
report-note = Ce mai e de spus?
report-note-how = Scrie pe scurt. Nu scrie nume de oameni, boli sau numere de telefon. Nota nu se arată public.
report-note-line = Nota: { $note }
report-note-long = Textul are { $n } de semne. Scurtează-l la cel mult { $most }.
report-personal = Nota pare să spună ceva despre o persoană anume.
report-personal-cnp = Are un număr care seamănă cu un CNP.
report-personal-phone = Are un număr care seamănă cu un telefon.
report-personal-name = Are un nume și ceva despre sănătate.
report-personal-address = Are o adresă.
report-personal-how = Scrie-o din nou, fără datele persoanei, sau apasă un buton.
report-evidence = Trimite poza sau documentul.
report-evidence-how = O poză sau un PDF. Se păstrează la noi și nu se arată public.
report-evidence-held = Ai trimis deja o dovadă; alta îi ia locul.
report-evidence-words = Aici aștept o poză sau un document, nu un text.
report-photo-line = Dovada: o poză ({ $kb } KB)
report-document-line = Dovada: un document ({ $kb } KB)
report-file-taken = Am primit dovada.
report-file-replaced = Am primit dovada; ea ia locul celei dinainte.
report-file-too-big = Fișierul este prea mare. Trimite unul de cel mult { $most } MB.
report-file-not-allowed = Fișierul acesta nu poate fi primit. Trimite o poză (JPG sau PNG) sau un PDF.
report-file-lost = Fișierul nu a ajuns până la noi. Trimite-l din nou.
report-parts = Din ce se adună numărul?
report-parts-how = Pe sexe, vârste sau locuri, de exemplu „fete 8, băieți 6”. Trebuie să iasă numărul întreg.
report-parts-line = Din care: { $parts }
report-part = { $name } { $amount }
report-reason = De ce corectezi raportul?
report-reason-how = Scrie pe scurt sau apasă un buton.
report-reason-slip = Greșeală de scriere
report-reason-news = Au venit date noi
report-twin = Rândurile { $first } ({ $one }) și { $second } ({ $two }) sunt despre același lucru. Ce păstrăm?

## Rezumatul
report-summary = Așa se va salva. Este bine?
report-summary-several = { $n ->
    [one] Un raport se va salva. Este bine?
    [few] { $n } rapoarte se vor salva. Este bine?
   *[other] { $n } de rapoarte se vor salva. Este bine?
}
report-item-head = Raportul { $number } din { $of }
report-value-line = Valoarea: { $value }
report-marked = Ai spus că este bine așa; coordonatorul va vedea că ai fost întrebat.
report-corrects = Corectează raportul nr. { $number }. De ce: { $reason }
report-own-already = Ai raportat deja pentru această perioadă: { $value } (nr. { $number }).
report-other-already = Există deja un raport pentru această perioadă (de altcineva): { $value } (nr. { $number }). Coordonatorul le vede pe amândouă.
report-short = { $number }. { $name }: { $value }, { $period }
report-short-place = { $number }. { $name }: { $value }, { $period }, { $place }
report-summary-words = Nu am înțeles. Scrie „salvează” sau „renunț”, ori apasă un buton.
report-several = { $n ->
    [one] un raport
    [few] { $n } rapoarte
   *[other] { $n } de rapoarte
}
report-unknown-yet = un raport nou

## După salvare
report-saved = { $n ->
    [one] Salvat. Raportul are numărul { $numbers }.
    [few] Salvat. { $n } rapoarte, cu numerele { $numbers }.
   *[other] Salvat. { $n } de rapoarte, cu numerele { $numbers }.
}
report-saved-next = { $n ->
    [one] Coordonatorul îl vede acum. După ce îl aprobă, îl văd și ceilalți.
   *[other] Coordonatorul le vede acum. După ce le aprobă, le văd și ceilalți.
}
report-saved-before = E deja salvat, o singură dată.
report-undone = { $n ->
    [one] Anulat. Raportul nr. { $numbers } nu mai este valabil.
   *[other] Anulat. Rapoartele nr. { $numbers } nu mai sunt valabile.
}
report-undone-how = Poți schimba ce ai scris și salva din nou, sau renunți.
report-undo-late = Au trecut cele două minute.
report-undo-late-how = Îl poți retrage sau corecta din rapoartele tale.
report-undo-refused = Nu s-a mai putut anula.
report-shown-older = Raportul s-a schimbat de când l-ai văzut aici. Acum e așa:
report-refused = Nu s-a putut salva: între timp s-a schimbat ceva la acest raport.
report-refused-how = Ce ai scris este aici. Verifică și încearcă din nou.
report-not-yours = Acesta nu este raportul tău; poți corecta doar rapoartele tale.
report-stale = Raportul nr. { $numbers }, pe care îl corectai, s-a schimbat între timp.
report-stale-how = Poți salva ce ai scris ca raport nou, sau poți renunța.
report-cancelled = Am renunțat la raport.
report-later = Rămâne așa cum este.
report-later-how = Când vrei să continui, scrie /raport.
report-resumed = Ai rămas la: { $what }
report-parked = Raportul început ({ $what }) te așteaptă.
report-lost = Raportul început nu mai poate fi continuat: planurile sau programul s-au schimbat.
report-needed = Aici e nevoie de un răspuns.
report-ways-out = Poți scrie și: „ajutor”, „înapoi”, „mai târziu” sau „renunț”.

## Cine nu are dreptul
report-stranger = Pot raporta doar cei invitați de un coordonator.
report-stranger-how = Cere-i coordonatorului o invitație. Numărul tău de Telegram este { $id }.

## Ajutor
report-help-find = Scrie codul măsurii, codul scurt al indicatorului (i_…) sau cuvinte din măsură. „Ale mele” arată toate măsurile la care poți raporta.
report-help-choice = Apasă o variantă sau scrie numărul ei. Poți scrie și un cuvânt care apare doar la ea.
report-help-value = Scrie doar valoarea. Dacă în perioadă nu a fost nimic, apasă „nimic de raportat”.
report-help-sure = Dacă valoarea este bună, apasă „Da”. Dacă ai greșit, scrie alta.
report-help-twin = În același mesaj, două rânduri spun ceva despre același indicator, loc și perioadă.
report-help-reason = Raportul vechi rămâne în istoric, iar motivul se vede lângă cel nou.
report-help-period = Scrie anul, semestrul, trimestrul, luna sau datele la care se referă valoarea.
report-help-place = Numai dacă valoarea este despre o localitate, nu despre toată măsura.
report-help-note = Nota o văd doar coordonatorii. Fără date despre oameni.
report-help-evidence = Apasă agrafa din Telegram și alege poza sau documentul.
report-help-parts = Părțile pe sexe, vârste sau locuri trebuie să dea împreună numărul întreg.
report-help-summary = „Salvează” trimite raportul. Celelalte butoane schimbă câte un rând. Poți trimite aici și o poză.

## Butoane
report-tap-back = Înapoi
report-tap-skip = Sari
report-tap-help = Ajutor
report-tap-cancel = Renunță
report-tap-save = Salvează
report-tap-used = ↺ { $name }
report-tap-due = ⏰ { $name }
report-tap-mine = Ale mele ({ $n })
report-tap-state-done = Realizat
report-tap-state-partly = Parțial
report-tap-state-not-done = Nerealizat
report-tap-nothing = Nimic de raportat
report-tap-stay = Rămâne: { $what }
report-tap-out = Scoate rândul acesta
report-tap-sure = Da, e corect
report-tap-change = Nu, schimb
report-tap-change-note = Schimb nota
report-tap-no-note = Fără notă
report-tap-keep-note = Păstrează așa
report-tap-without = Șterge ce era
report-tap-slip = Greșeală de scriere
report-tap-news = Au venit date noi
report-tap-both = Le păstrez pe amândouă
report-tap-first = Păstrez rândul { $first } ({ $one })
report-tap-second = Păstrez rândul { $second } ({ $two })
report-tap-item = ✎ { $number }
report-tap-done = Gata
report-tap-correct-own = Îl corectez pe nr. { $number }
report-tap-parked = Continuă: { $what }
report-tap-continue = Continuă
report-tap-fresh = Renunță și începe alt raport
report-tap-later = Las pe mai târziu
report-tap-undo = Anulează (2 min)
report-tap-another = Alt raport
report-tap-my-reports = Rapoartele mele
report-edit-value = Valoarea
report-edit-period = Perioada
report-edit-place = Locul
report-edit-note = Nota
report-edit-evidence = Dovada
report-edit-parts = Din care
report-edit-indicator = Alt indicator
report-edit-reason = Motivul

## Peste ecran
report-toast-gone = Acest raport nu mai este deschis.
report-toast-saved = Salvat
report-toast-saved-before = E deja salvat.
report-toast-not-yours = Poți corecta doar rapoartele tale.
