# Textele pe care le citesc oamenii, în română. Scurte, simple, calde.

# ── Starea unui serviciu ──
status-existing = funcționează
status-planned = doar în plan
status-closing = se închide

# ── Un singur răspuns: prima linie ──
first-plain = { $title }
first-status = { $status ->
    [existing] Funcționează: { $title }
    [planned] Doar în plan: { $title }
   *[closing] Se închide: { $title }
}
first-asked = { $said }
first-asked-status = { $status ->
    [existing] { $said } Serviciul funcționează.
    [planned] { $said } Serviciul e doar în plan.
   *[closing] { $said } Serviciul se închide.
}

# ── Câmpurile, câte unul pe linie ──
field-responsible = Răspunde: { $value }.
field-partners = { $plural ->
    [one] Partener: { $value }.
   *[other] Parteneri: { $value }.
}
field-deadline = Termen: { $value }.
field-indicators = { $plural ->
    [one] Indicator: { $value }.
   *[other] Indicatori: { $value }.
}
field-results = { $plural ->
    [one] Rezultat: { $value }.
   *[other] Rezultate: { $value }.
}
field-groups = Pentru: { $value }.
field-funding = Bani din: { $value }.
field-capacity = Locuri: { $value }.
field-occupancy = Grad de ocupare: { $value }.
field-service_code = Cod de serviciu social: { $value }.
field-budget = Buget: { $value }.
field-staff = Personal: { $value }.
field-licence = Licență: de la { $from } până la { $to }.
field-licence-ended = Licența a expirat la { $to } (era de la { $from }).
field-persons = Persoane: { $value }.
field-period = Perioada: { $value }.
field-objective = Scop: { $value }.
field-institution = Cine îl face: { $value }.
field-provider = Furnizor: { $value }.
field-beneficiaries = Pentru: { $value }.
field-activity = Ce face: { $value }.
field-location = Unde: { $value }.
field-smis = Cod SMIS: { $value }.
field-participants = Participă: { $value }.
field-section = Secțiunea: { $value }.
field-code = Măsura { $value }: { $title }
field-objective-code = Obiectivul { $value }: { $title }
field-plain-title = { $title }
field-act = Aprobat prin: { $value }.
field-issuer = Emis de: { $value }.
field-valid-yes = Da, planul este în vigoare: { $period }.
field-valid-no = Nu, planul ({ $period }) s-a încheiat în { $year }.
field-valid-not-yet = Planul începe în { $year }.

# ── Câmp gol în plan ──
empty-responsible = Planul nu spune cine răspunde.
empty-partners = Planul nu spune niciun partener.
empty-deadline = Planul nu spune termenul.
empty-indicators = Planul nu spune niciun indicator.
empty-results = Planul nu spune niciun rezultat.
empty-groups = Planul nu spune pentru cine este.
empty-funding = Planul nu spune din ce bani.
empty-capacity = Planul nu spune câte locuri sunt.
empty-occupancy = Planul nu spune cât de ocupat este.
empty-service_code = Planul nu spune codul de serviciu.
empty-budget = Planul nu spune bugetul.
empty-staff = Planul nu spune ce personal este.
empty-licence = Planul nu spune nimic despre licență.
empty-persons = Planul nu spune câte persoane.
empty-period = Planul nu spune perioada.
empty-objective = Planul nu spune scopul.
empty-act = Planul nu spune prin ce act a fost aprobat.

# ── Liste ──
count-measure = { $n ->
    [one] { $n } măsură
    [few] { $n } măsuri
   *[other] { $n } de măsuri
}
count-service = { $n ->
    [one] { $n } serviciu
    [few] { $n } servicii
   *[other] { $n } de servicii
}
count-project = { $n ->
    [one] { $n } proiect
    [few] { $n } proiecte
   *[other] { $n } de proiecte
}
count-campaign = { $n ->
    [one] { $n } campanie
    [few] { $n } campanii
   *[other] { $n } de campanii
}
count-training = { $n ->
    [one] { $n } instruire
    [few] { $n } instruiri
   *[other] { $n } de instruiri
}
count-objective = { $n ->
    [one] { $n } obiectiv
    [few] { $n } obiective
   *[other] { $n } de obiective
}
count-plan = { $n ->
    [one] { $n } plan
    [few] { $n } planuri
   *[other] { $n } de planuri
}
count-record = { $n ->
    [one] { $n } rezultat
    [few] { $n } rezultate
   *[other] { $n } de rezultate
}
list-head = Am găsit { $count }:
choose-head = Se potrivesc { $count }. Pe care o vrei?
item = { $number }. { $title }
item-more = { $n ->
    [one] și încă unul
    [few] și încă { $n }
   *[other] și încă { $n }
}
item-county = județul { $county }
recurring-head = Separat, cu termen care se repetă: { $count }.

# ── De unde știm și pe cine întrebi ──
source = Din: { $plan } ({ $where }, { $period }), { $lines }.
source-lines = rândurile { $first }–{ $last }
source-line = rândul { $line }
source-plan = Din: { $plan } ({ $where }, { $period }).
source-plans = Din planurile: { $plans }.
under = Face parte din: { $path }.
ended = Planul s-a încheiat în { $year }.
ended-several = Planurile s-au încheiat; ultimul s-a încheiat în { $year }.
door-institution = Întreabă mai departe la: { $name }.
door-spas = Întreabă mai departe la serviciul de asistență socială (SPAS) de la primăria ta.

# ── Nimic ──
nothing-no_plan = Nu am niciun plan pentru { $places }. Asta nu înseamnă că acolo nu există servicii.
place-unknown-beside = Unul dintre locurile scrise nu îl știu; am căutat fără el.
place-unknown = Nu știu niciun loc cu numele acesta. Asta nu înseamnă că acolo nu există servicii: scrie și comuna sau județul.
nothing-not_in_plan = Nu am găsit în planuri: { $named }.
nothing-not_in_plan-bare = Nu am găsit în planuri ce cauți.
nothing-not_ours = Despre asta nu știu nimic: răspund doar despre servicii sociale și planurile lor.
nothing-not_understood = Nu am înțeles întrebarea. Încearcă mai scurt, de exemplu: „centre de zi în Pașcani” sau „cine răspunde de măsura 3.1.2 din Iași”.
nothing-recognised = Am recunoscut doar: { $named }.
nearest-head = Cel mai apropiat:
named-code = măsura { $code }
named-place-county = { $name }, județul { $county }
named-in = { $what } – { $place }
named-group = pentru { $group }

# ── Termeni ──
term = { $short } înseamnă: { $meaning }.
term-from-plan = Așa explică planul.
term-ours = Explicația este a noastră; planurile folosesc prescurtarea fără să o explice.

# ── Discuția: ce se spune când cineva continuă ──
chat-hello = Bună! Întreabă-mă despre servicii sociale și planurile lor. „ajutor” îți arată cum, „pa” încheie.
chat-help = Îți spun ce servicii sociale sunt sau vor fi în localitatea ta și cine răspunde de ele, așa cum scrie în planuri.
    Întreabă, de exemplu: „centre de zi în Pașcani” sau „cine răspunde de măsura 3.1.2 din Iași”.
    Apoi poți continua: „dar în alt loc?”, „și cine răspunde?”, un număr sau un cuvânt ca să alegi din listă, „sursa 1” ca să vezi ce scrie în plan, „județ Iași” ca să țin cont de județul tău.
chat-end = Cu bine!
chat-thanks = Cu drag. Mă poți întreba oricând altceva.
chat-understood = Am înțeles: { $named }.
chat-opened = Este numărul { $number } din listă.
chat-number-unknown = { $n ->
    [one] Lista are un singur rând.
    [few] Lista are doar { $n } rânduri. Scrie un număr de la 1 la { $n }.
   *[other] Lista are doar { $n } de rânduri. Scrie un număr de la 1 la { $n }.
}
chat-source = { $plan } ({ $where }, { $period }), așa cum scrie în { $document }:
chat-source-more = { $n ->
    [one] și încă un rând
    [few] și încă { $n } rânduri
   *[other] și încă { $n } de rânduri
}
chat-source-unclear = Nu știu a cui sursă o vrei. Scrie „sursa” și un număr din listă, de la 1 la { $n }.
chat-source-none = Încă nu ți-am arătat nimic. Întreabă-mă ceva, apoi scrie „sursa”.
chat-source-missing = Nu pot deschide acum documentul planului. Răspunsul rămâne bun; încearcă mai târziu pentru sursă.
chat-county = Bine, țin cont de județul { $county }.
chat-county-no-plan = Bine, țin cont de județul { $county }. Nu am încă un plan pentru el; asta nu înseamnă că acolo nu există servicii.
chat-county-any = Bine, mă uit din nou în toate județele.
chat-county-unknown = Nu cunosc județul acesta. Scrie, de exemplu: „județ Iași”.

# ── Ajutor și pericol ──
help = Îți spun ce servicii sociale sunt sau vor fi în localitatea ta și cine răspunde de ele, așa cum scrie în planuri. Întreabă, de exemplu: „centre de zi în Pașcani”, „cămin de bătrâni la Movila”, „cine răspunde de măsura 3.1.2 din Iași”.
danger-112 = Sună la { $number }.
danger-119 = { $number } – pentru un copil; gratuit, zi și noapte.
danger-0800500333 = { $number } – pentru violență în familie, discriminare sau trafic de persoane; gratuit, zi și noapte.
danger-0800800678 = { $number } – pentru trafic de persoane; gratuit.
danger-116111 = { $number } – telefonul copilului; gratuit.
danger-free = { $number } e gratuit și răspunde zi și noapte.

# ── Ce s-a raportat (numai ce s-a aprobat; ce așteaptă aprobarea se spune celor care lucrează cu planul) ──
reported = Raportat: { $what }{ $placed ->
    [yes] {" "}la { $place }
   *[no] {""}
} pentru { $period }{ $aimed ->
    [yes] {" "}(ținta din plan: { $target })
   *[no] {""}
}, la { $day }{ $from ->
    [yes] {" "}de { $by }
   *[no] {""}
}{ $waits ->
    [yes] {" "}(așteaptă aprobarea)
   *[no] {""}
}{ $named ->
    [yes] {" "}– „{ $indicator }”
   *[no] {""}
}.
reported-short = raportat: { $what }{ $placed ->
    [yes] {" "}la { $place }
   *[no] {""}
} pentru { $period }{ $aimed ->
    [yes] {" "}(ținta: { $target })
   *[no] {""}
}{ $waits ->
    [yes] {" "}(așteaptă aprobarea)
   *[no] {""}
}
reported-number = { $n ->
    [one] { $n } ({ $unit })
    [few] { $n } { $unit }
   *[other] { $n } de { $unit }
}
reported-amount = { $n }
reported-percent = { $n } %
reported-state-done = făcut
reported-state-partly = făcut în parte
reported-state-not-done = nefăcut
reported-text = „{ $text }”
reported-nothing = nimic de raportat
reported-half = semestrul { $part } { $year }
reported-quarter = trimestrul { $part } { $year }
reported-month = { $month ->
    [1] ianuarie
    [2] februarie
    [3] martie
    [4] aprilie
    [5] mai
    [6] iunie
    [7] iulie
    [8] august
    [9] septembrie
    [10] octombrie
    [11] noiembrie
   *[12] decembrie
} { $year }
reported-range = { $first }–{ $last }
reported-beside = La măsura din plan de care ține ({ $measure }):
reported-none = Încă nu e nimic raportat și aprobat la această măsură.
reported-none-then = Pentru timpul întrebat nu e nimic raportat și aprobat la această măsură.
reported-none-short = încă nimic raportat și aprobat
reported-left = Încă nimic raportat și aprobat la: { $indicators }.
reported-total = Adunate, pentru { $period }: { $what }.
reported-apart = Valorile nu se adună între ele: planul nu cere o sumă.
reported-more = { $n ->
    [one] și încă o raportare
    [few] și încă { $n } raportări
   *[other] și încă { $n } de raportări
}
reported-when-day = Am căutat ce s-a raportat în: { $period }.
reported-when-period = Am căutat ce s-a raportat despre: { $period }.
reported-nowhere = Nu am găsit nicio raportare aprobată.
reported-nowhere-named = Nu am găsit nicio raportare aprobată: { $named }.
unreported = { $of ->
    [one] Fără raportare pentru { $period }.
    [few] Fără raportare pentru { $period }: { $n } din { $of } indicatori.
   *[other] Fără raportare pentru { $period }: { $n } din { $of } de indicatori.
}
unreported-none = Nu lipsește nicio raportare.
unreported-none-named = Nu lipsește nicio raportare: { $named }.
unreported-head = Fără raportare: { $count }.
unreported-which = Lipsește: { $indicators }.
unreported-who = Cine răspunde de ele: { $names }.
unreported-one = { $name } ({ $n })
