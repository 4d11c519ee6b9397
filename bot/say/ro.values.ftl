# Valori, perioade și părți ale unui raport: cum se spun și de ce nu sunt primite.

# ── valori ──
value-number = { $amount }
value-count = { $amount ->
    [one] { $amount } { $one }
    [few] { $amount } { $many }
   *[other] { $amount } de { $many }
}
value-percent = { $amount } %
value-share = { $amount } % ({ $part } din { $whole })
value-done = realizat
value-partly = realizat parțial
value-not-done = nerealizat
value-state-text = { $state }: { $text }
value-text = { $text }
value-nothing = nimic de raportat

# ── valori care nu sunt primite ──
value-empty = N-am primit nimic scris. Scrie valoarea, de exemplu: 14
value-long = Textul are { $count ->
    [one] un caracter
    [few] { $count } caractere
   *[other] { $count } de caractere
}, iar locul ajunge pentru { $most }. Scrie-l mai pe scurt, de exemplu: „S-au ținut două întâlniri, în martie și în mai.”
value-no-number = Nu găsesc un număr în „{ $typed }”. Scrie-l cu cifre, de exemplu: 14
value-two-numbers = Am citit două numere: { $one } și { $other }. Scrie unul singur, de exemplu: { $one }
value-many-numbers = Am citit mai multe numere: { $numbers }. Scrie unul singur, de exemplu: { $one }
value-is-percent = „{ $typed }” este un procent, iar aici se numără. Scrie câte sunt, de exemplu: 14
value-negative = { $number } este sub zero, iar aici numărul nu poate fi sub zero. Scrie, de exemplu: { $instead }
value-too-big = { $number } este prea mare. Scrie numărul din nou, de exemplu: 1.250
value-two-ways = { $number } se poate citi { $one } sau { $other }. Scrie-l fără virgulă, de exemplu: { $one }
value-not-whole = { $number } nu este un număr întreg, iar aici se numără. Scrie, de exemplu: { $near }
value-no-percent = Nu găsesc un procent în „{ $typed }”. Scrie, de exemplu: 30 % sau 12 din 40
value-two-percents = Am citit două numere: { $one } și { $other }. Scrie un procent, de exemplu 30 %, sau partea din întreg: 12 din 40
value-over-hundred = { $number } este mai mult decât întregul: un procent merge până la 100. Scrie, de exemplu: 30 % sau 12 din 40
value-part-over-whole = { $part } din { $whole } nu se poate: partea este mai mare decât întregul. Scrie partea, apoi întregul, de exemplu: 12 din 40
value-out-of-none = { $part } din { $whole } nu se poate: întregul este zero. Scrie întregul din care numeri, de exemplu: 12 din 40
value-percent-unlike = { $part } din { $whole } înseamnă { $amount } %, iar ai scris și { $typed }. Scrie doar una, de exemplu: { $part } din { $whole }
value-no-state = Nu înțeleg din „{ $typed }” dacă s-a făcut. Scrie, de exemplu: realizat, parțial sau nerealizat
value-state-both = Din „{ $typed }” înțeleg și da, și nu. Scrie doar una, de exemplu: parțial

# ── perioade ──
period-year = { $year }
period-half = semestrul { $nth ->
    [1] I
   *[2] II
} { $year }
period-quarter = trimestrul { $nth ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} { $year }
period-month = { $month } { $year }
period-day = { $day } { $month } { $year }
period-day-month = { $day } { $month }
period-range = { $start } – { $end }
month-name = { $number ->
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
}
period-unread = Nu înțeleg perioada „{ $typed }”. Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024
period-several = În „{ $typed }” sunt mai multe perioade. Scrie una singură, de exemplu: martie 2024 sau 1 martie – 15 aprilie 2024
period-future = { $period } nu a început încă. Scrie o perioadă care a început, de exemplu: { $example }

# ── părți ──
parts-unread = Nu găsesc părți în „{ $typed }”. Scrie, de exemplu: fete 8, băieți 6
parts-no-number = „{ $typed }” trebuie să aibă un singur număr. Scrie, de exemplu: fete 8, băieți 6
parts-no-name = Nu înțeleg ce parte este „{ $typed }”. Scrie fete și băieți, vârste sau locuri, de exemplu: 0-6 ani 4, 7-17 ani 10
parts-twice = „{ $name }” este scris de două ori. Scrie fiecare parte o singură dată, de exemplu: fete 8, băieți 6
parts-sum = Părțile fac împreună { $total }, iar valoarea este { $amount }. Scrie-le din nou, ca să facă { $amount }
