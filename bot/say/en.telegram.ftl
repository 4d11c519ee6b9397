# The texts in Telegram, in English. Short, plain, kind.

# ── Start, help ──
home = Hello! Ask me what social services there are in your town.
    Write as you speak, for example: “day centres in Pașcani” or “home for the elderly near Movila”.
    You can also ask who is responsible for something: “who is responsible for measure 3.1.2 in Iași”.
    I tell you what the plans of counties and towns say, and show you where they say it. You can send your location too.
    Poți scrie și în română.
link-unknown = This link leads nowhere any more: the plan has changed. Ask me in your own words.
measure-how = Write the measure’s code after the command, for example: /measure 3.1.2
say-measure = measure { $code }
say-services = services in { $where }
say-county = county { $county }
say-but-county = but in { $county } county?
say-any-county = any county

# ── The command menu; the bot’s name and description ──
menu-start = start
menu-ajutor = how to ask me
menu-servicii = services by place, by kind and for whom
menu-planuri = plans, objectives, measures
menu-masura = a measure by its code
menu-judet = your county
menu-setari = county and language
menu-privacy = what I keep about you
menu-delete_my_data = delete what I keep about you
menu-raport = report on an indicator
menu-rapoartele_mele = your reports and their state
menu-aprobari = reports that wait for you to approve
menu-echipa = who reports; invite somebody
bot-name = Îndrumar
bot-short = Which social services are near you and who is responsible for them.
bot-description = Ask which social services there are in your town, for whom, and who is responsible for them. I answer only from the public plans of counties and towns, and say when a service is only planned. In danger, call 112.

# ── Buttons ──
button-report = Report
button-more = { $n } more
button-card = Whole card
button-source = What the plan says
button-open = Open
button-pass-on = Pass on
button-county = Another county
button-county-set = Choose your county
button-plans = Plans
button-services = Services
button-plan = { $where } { $period }
button-up = Back
button-above = ↑ { $title }
button-below = { $n ->
    [one] What it holds: { $n } thing
   *[other] What it holds: { $n } things
}
button-beside-service = The service: { $title }
button-beside-project = The project: { $title }
button-beside-measure = The measure: { $title }
button-by-place = By place
button-by-kind = By kind
button-by-group = For whom
button-unwanted = Not what I was looking for
button-wrong = The information is wrong
button-no-words = No, thanks
button-private = Write to me here
button-delete-both = Delete these messages
button-delete-data = Delete what you keep
button-delete-yes = Yes, delete
button-delete-no = No, keep it
page = { $page }/{ $of }

# ── Lists ──
list-page = { $first }–{ $last } of { $n }:
list-rest = I show the first { $n }. Ask more precisely, for example with the town, to see the others.
plans-head = { $n ->
    [one] I have { $n } plan. Choose:
   *[other] I have { $n } plans. Choose:
}
below-head = { $title }
    { $n ->
        [one] It holds { $n } thing:
       *[other] It holds { $n } things:
    }
below-none = { $title }
    The plan says nothing under this heading.
services-by-place = { $n ->
    [one] Services in one place. Choose:
   *[other] Services in { $n } places. Choose:
}
services-by-kind = { $n ->
    [one] One kind of service. Choose:
   *[other] { $n } kinds of services. Choose:
}
services-by-group = Services by who needs them. Choose:
served-head = { $n ->
    [one] { $what }: { $n } service
   *[other] { $what }: { $n } services
}
near-head = The nearest places I know something about:
near-place = { $n ->
    [one] { $name } – { $km } km away, { $n } service
   *[other] { $name } – { $km } km away, { $n } services
}
near-note = The distance is in a straight line. I do not keep your location.

# ── Settings, data ──
settings = Your county: { $county }
    Language: { $language }
counties-head = Choose your county. I use it when several plans fit.
county-any = Any county
language-name = English
language-follows = the one you write in
privacy = What I keep about you
    • Your message and my answer: only until the answer has reached you. If something breaks on a message, I keep it seven days to repair that, then I delete its text.
    • What I understood (place, kind of service, code), without your words: ten minutes, so that you can go on.
    • The number of my answer to your message: two days, so that I can correct it if you correct your message.
    • County and language, only if you choose them. If you blocked the bot, only that fact.
    • What I could not answer and what you say is wrong: without your name and number, so that I answer better.
    • The running number of messages received and the number of our chat: seven days, without text.
    • A location you send is not kept.
    • If you report for an institution: your name and number in Telegram, your role, what you reported, with notes and pictures, and a report begun and not finished. Reports stay after you delete your data, but without your name and number.
    • If you open a wrong invitation: your number, for a day.
    With /delete_my_data you delete what is tied to you.
delete-sure = Shall I delete your county, your language and all I remember of our conversation?
delete-sure-staff = Shall I delete all I remember about you? You lose your role, and the unfinished report is deleted.
    The reports you sent stay, without your name.
delete-last-admin = You are the only administrator. First invite somebody else as administrator: /team
delete-done-staff = Done. I keep nothing about you any more. The reports you sent have stayed, without your name.
delete-done = Done. I keep nothing about you any more.
delete-kept = All right, I delete nothing.

# ── When something is not right ──
feedback-unwanted = I am sorry. I noted it, without your name.
    If you like, write in one sentence what you were looking for. Please no names or telephone numbers.
feedback-wrong = Thank you. I noted it, without your name.
    If you like, write in one sentence what is wrong. Please no names or telephone numbers.
feedback-words-kept = Noted. Thank you! You can go on asking now.
feedback-also-kept = I noted what you wrote. Thank you!
feedback-kept = All right. Thank you!
feedback-noted = Noted, without your name. Thank you!
toast-old-button = This button is old. Please ask me again.
toast-old-list = This list is old. Ask again and I will open it.
toast-gone = I cannot find this any more: the plan has changed. Please ask me again.
not-text-voice = I cannot listen to voice messages. Please write to me in a few words.
not-text-photo = I cannot read photos or documents. Please write what you are looking for.
not-text-contact = I do not need a phone number. Write what you are looking for, for example: “day centres in Pașcani”.
not-text-other = I only understand text. Write what you are looking for, for example: “day centres in Pașcani”.
flood = You wrote many messages at once. I read the first ones; please wait a little and ask again.
fault = Something broke on our side and I could not answer you. Please try again. If it is urgent, call 112.
group-private = Let us talk about this in private. Write to me here:
group-danger = Call 112.
    Then write to me here, just the two of us:
inline-private = Nothing found. Ask me here
inline-empty = Type what you need, or ask me here
inline-danger = Call 112. Write to me here

# ── Indicators ──
handles-head = { $n ->
    [one] Tap for the indicator's own page:
   *[other] Tap for each indicator's own page:
}
handles-head-report = To report, press the short code or type it together with the value:
indicator-standing = Progress of the measure
indicator-of = Indicator of the measure: { $measure }.
indicator-where = Where: { $where }.
indicator-target = Target: { $goal }.
goal = { $n } { $unit }
goal-percent = { $n } %
goal-bare = { $n }
indicator-deadline = Deadline: { $deadline }.
indicator-handle = The indicator's short name: { $handle }
