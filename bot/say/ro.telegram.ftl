# Textele din Telegram, în română. Scurte, simple, calde.

# ── Început, ajutor ──
home = Bună! Întreabă-mă ce servicii sociale sunt în localitatea ta.
    Scrie cum vorbești, de exemplu: „centre de zi în Pașcani” sau „azil de bătrâni lângă Movila”.
    Poți întreba și cine răspunde: „cine răspunde de măsura 3.1.2 din Iași”.
    Îți spun ce scrie în planurile județelor și orașelor și îți arăt de unde știu. Poți trimite și locația ta.
    You can also write in English.
link-unknown = Linkul nu mai duce nicăieri: planul s-a schimbat. Întreabă-mă cu vorbele tale.
measure-how = Scrie codul măsurii după comandă, de exemplu: /masura 3.1.2
say-measure = măsura { $code }
say-services = servicii în { $where }
say-county = județul { $county }
say-but-county = dar în județul { $county }?
say-any-county = orice județ

# ── Meniul de comenzi; numele și descrierea botului ──
menu-start = început
menu-ajutor = cum mă întrebi
menu-servicii = servicii după loc, fel și pentru cine sunt
menu-planuri = planuri, obiective, măsuri
menu-masura = o măsură după cod
menu-judet = județul tău
menu-setari = județ și limbă
menu-privacy = ce păstrez despre tine
menu-delete_my_data = șterge ce păstrez despre tine
menu-raport = raportează un indicator
menu-rapoartele_mele = rapoartele tale și starea lor
menu-aprobari = rapoarte care așteaptă să le aprobi
menu-echipa = cine raportează; invită pe cineva
bot-name = Îndrumar
bot-short = Ce servicii sociale sunt lângă tine și cine răspunde de ele.
bot-description = Întreabă ce servicii sociale sunt în localitatea ta, pentru cine, și cine răspunde de ele. Răspund doar din planurile publice ale județelor și orașelor și spun când un serviciu e doar în plan. În pericol, sună la 112.

# ── Butoane ──
button-report = Raportează
button-more = Încă { $n }
button-card = Fișa întreagă
button-source = Ce scrie în plan
button-open = Deschide
button-pass-on = Trimite mai departe
button-county = Alt județ
button-county-set = Alege județul
button-plans = Planuri
button-services = Servicii
button-plan = { $where } { $period }
button-up = Înapoi
button-above = ↑ { $title }
button-below = { $n ->
    [one] Ce cuprinde: { $n } lucru
    [few] Ce cuprinde: { $n } lucruri
   *[other] Ce cuprinde: { $n } de lucruri
}
button-beside-service = Serviciul: { $title }
button-beside-project = Proiectul: { $title }
button-beside-measure = Măsura: { $title }
button-by-place = Pe localități
button-by-kind = Pe feluri
button-by-group = Pentru cine
button-unwanted = Nu e ce căutam
button-wrong = Informația e greșită
button-no-words = Nu, mulțumesc
button-private = Scrie-mi aici
button-delete-both = Șterge aceste mesaje
button-delete-data = Șterge ce păstrezi
button-delete-yes = Da, șterge
button-delete-no = Nu, păstrează
page = { $page }/{ $of }

# ── Liste ──
list-page = { $first }–{ $last } din { $n }:
list-rest = Arăt primele { $n }. Întreabă mai precis, de exemplu cu localitatea, ca să vezi restul.
plans-head = { $n ->
    [one] Am { $n } plan. Alege:
    [few] Am { $n } planuri. Alege:
   *[other] Am { $n } de planuri. Alege:
}
below-head = { $title }
    { $n ->
        [one] Cuprinde { $n } lucru:
        [few] Cuprinde { $n } lucruri:
       *[other] Cuprinde { $n } de lucruri:
    }
below-none = { $title }
    Planul nu spune nimic sub acest titlu.
services-by-place = { $n ->
    [one] Servicii într-o localitate. Alege:
    [few] Servicii în { $n } localități. Alege:
   *[other] Servicii în { $n } de localități. Alege:
}
services-by-kind = { $n ->
    [one] Un fel de serviciu. Alege:
    [few] { $n } feluri de servicii. Alege:
   *[other] { $n } de feluri de servicii. Alege:
}
services-by-group = Servicii după cine are nevoie. Alege:
served-head = { $n ->
    [one] { $what }: { $n } serviciu
    [few] { $what }: { $n } servicii
   *[other] { $what }: { $n } de servicii
}
near-head = Cele mai apropiate locuri despre care știu ceva:
near-place = { $n ->
    [one] { $name } – la { $km } km, { $n } serviciu
    [few] { $name } – la { $km } km, { $n } servicii
   *[other] { $name } – la { $km } km, { $n } de servicii
}
near-note = Distanța e în linie dreaptă. Locația ta nu o păstrez.

# ── Setări, date ──
settings = Județul tău: { $county }
    Limba: { $language }
counties-head = Alege județul tău. Îl folosesc când mai multe planuri se potrivesc.
county-any = Orice județ
language-name = Română
language-follows = aceeași în care scrii
privacy = Ce păstrez despre tine
    • Mesajul tău și răspunsul meu: doar până ajunge răspunsul la tine. Dacă la un mesaj ceva se strică, îl păstrez șapte zile ca să repar greșeala, apoi îi șterg textul.
    • Ce am înțeles (loc, fel de serviciu, cod), fără cuvintele tale: zece minute, ca să poți continua.
    • Numărul răspunsului meu la mesajul tău: două zile, ca să îl corectez dacă îți corectezi mesajul.
    • Județul și limba, doar dacă le alegi. Dacă ai blocat botul, doar acest fapt.
    • La ce nu am știut să răspund și ce spui că e greșit: fără numele și numărul tău, ca să răspund mai bine.
    • Numărul de ordine al mesajelor primite și numărul discuției noastre: șapte zile, fără text.
    • Locația pe care o trimiți nu o păstrez.
    • Dacă raportezi pentru o instituție: numele și numărul tău din Telegram, rolul tău, ce ai raportat, cu note și poze, și raportul început și neterminat. Rapoartele rămân și după ce îți ștergi datele, dar fără numele și numărul tău.
    • Dacă deschizi o invitație greșită: numărul tău, o zi.
    Cu /delete_my_data ștergi ce e legat de tine.
delete-sure = Șterg județul, limba și tot ce țin minte din discuția noastră?
delete-sure-staff = Șterg tot ce țin minte despre tine? Îți pierzi rolul, iar raportul neterminat se șterge.
    Rapoartele trimise rămân, fără numele tău.
delete-last-admin = Ești singurul administrator. Invită întâi pe altcineva ca administrator: /echipa
delete-done-staff = Gata. Nu mai păstrez nimic despre tine. Rapoartele trimise au rămas, fără numele tău.
delete-done = Gata. Nu mai păstrez nimic despre tine.
delete-kept = Bine, nu șterg nimic.

# ── Când ceva nu e bine ──
feedback-unwanted = Îmi pare rău. Am notat, fără numele tău.
    Dacă vrei, scrie într-o propoziție ce căutai. Nu scrie nume sau numere de telefon.
feedback-wrong = Mulțumesc. Am notat, fără numele tău.
    Dacă vrei, scrie într-o propoziție ce e greșit. Nu scrie nume sau numere de telefon.
feedback-words-kept = Am notat. Mulțumesc! Acum poți întreba mai departe.
feedback-also-kept = Am notat ce ai scris. Mulțumesc!
feedback-kept = Bine. Mulțumesc!
feedback-noted = Am notat, fără numele tău. Mulțumesc!
toast-old-button = Butonul acesta e vechi. Întreabă-mă din nou.
toast-old-list = Lista aceasta e veche. Întreabă din nou și o deschid.
toast-gone = Nu mai găsesc asta: planul s-a schimbat. Întreabă-mă din nou.
not-text-voice = Nu pot asculta mesaje vocale. Scrie-mi, te rog, în câteva cuvinte.
not-text-photo = Nu pot citi poze sau documente. Scrie-mi, te rog, ce cauți.
not-text-contact = Nu am nevoie de un număr de telefon. Scrie-mi ce cauți, de exemplu: „centre de zi în Pașcani”.
not-text-other = Înțeleg doar text. Scrie-mi ce cauți, de exemplu: „centre de zi în Pașcani”.
flood = Ai scris multe mesaje deodată. Ți-am citit primele; așteaptă puțin și întreabă din nou.
fault = Ceva s-a stricat la noi și nu ți-am putut răspunde. Mai încearcă o dată. Dacă e grabă, sună la 112.
group-private = Despre asta vorbim doar noi doi. Scrie-mi aici:
group-danger = Sună la 112.
    Apoi scrie-mi aici, doar noi doi:
inline-private = Nu am găsit. Întreabă-mă aici
inline-empty = Scrie ce cauți sau întreabă-mă aici
inline-danger = Sună la 112. Scrie-mi aici

# ── Indicatori ──
handles-head = { $n ->
    [one] Apasă pentru fișa indicatorului:
   *[other] Apasă pentru fișa fiecărui indicator:
}
handles-head-report = Ca să raportezi, apasă codul scurt sau scrie-l împreună cu valoarea:
indicator-standing = Stadiul măsurii
indicator-of = Indicator al măsurii: { $measure }.
indicator-where = Unde: { $where }.
indicator-target = Ținta: { $goal }.
goal = { $n ->
    [one] { $n } { $unit }
    [few] { $n } { $unit }
   *[other] { $n } de { $unit }
}
goal-percent = { $n } %
goal-bare = { $n }
indicator-deadline = Termen: { $deadline }.
indicator-handle = Numele scurt al indicatorului: { $handle }
