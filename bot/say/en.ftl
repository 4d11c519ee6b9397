# The texts people read, in English. Short, plain, kind.

# ── State of a service ──
status-existing = running
status-planned = only planned
status-closing = closing

# ── One answer: the first line ──
first-plain = { $title }
first-status = { $status ->
    [existing] Running: { $title }
    [planned] Only planned: { $title }
   *[closing] Closing: { $title }
}
first-asked = { $said }
first-asked-status = { $status ->
    [existing] { $said } The service is running.
    [planned] { $said } The service is only planned.
   *[closing] { $said } The service is closing.
}

# ── Fields, one on a line ──
field-responsible = Responsible: { $value }.
field-partners = { $plural ->
    [one] Partner: { $value }.
   *[other] Partners: { $value }.
}
field-deadline = Deadline: { $value }.
field-indicators = { $plural ->
    [one] Indicator: { $value }.
   *[other] Indicators: { $value }.
}
field-results = { $plural ->
    [one] Result: { $value }.
   *[other] Results: { $value }.
}
field-groups = For: { $value }.
field-funding = Funded from: { $value }.
field-capacity = Capacity: { $value }.
field-occupancy = Occupancy: { $value }.
field-service_code = Service code: { $value }.
field-budget = Budget: { $value }.
field-staff = Staff: { $value }.
field-licence = Licence: from { $from } to { $to }.
field-licence-ended = The licence expired on { $to } (it ran from { $from }).
field-persons = People: { $value }.
field-period = Period: { $value }.
field-objective = Aim: { $value }.
field-institution = Run by: { $value }.
field-provider = Provider: { $value }.
field-beneficiaries = For: { $value }.
field-activity = What it does: { $value }.
field-location = Where: { $value }.
field-smis = SMIS code: { $value }.
field-participants = Taking part: { $value }.
field-section = Section: { $value }.
field-code = Measure { $value }: { $title }
field-objective-code = Objective { $value }: { $title }
field-plain-title = { $title }
field-act = Approved by: { $value }.
field-issuer = Issued by: { $value }.
field-valid-yes = Yes, the plan is in force: { $period }.
field-valid-no = No, the plan ({ $period }) ended in { $year }.
field-valid-not-yet = The plan begins in { $year }.

# ── A field the plan leaves empty ──
empty-responsible = The plan does not say who is responsible.
empty-partners = The plan does not say any partner.
empty-deadline = The plan does not say the deadline.
empty-indicators = The plan does not say any indicator.
empty-results = The plan does not say any result.
empty-groups = The plan does not say for whom it is.
empty-funding = The plan does not say where the money comes from.
empty-capacity = The plan does not say how many places there are.
empty-occupancy = The plan does not say how full it is.
empty-service_code = The plan does not say the service code.
empty-budget = The plan does not say the budget.
empty-staff = The plan does not say what staff there is.
empty-licence = The plan does not say anything about a licence.
empty-persons = The plan does not say how many people.
empty-period = The plan does not say the period.
empty-objective = The plan does not say the aim.
empty-act = The plan does not say which act approved it.

# ── Lists ──
count-measure = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
count-service = { $n ->
    [one] { $n } service
   *[other] { $n } services
}
count-project = { $n ->
    [one] { $n } project
   *[other] { $n } projects
}
count-campaign = { $n ->
    [one] { $n } campaign
   *[other] { $n } campaigns
}
count-training = { $n ->
    [one] { $n } training
   *[other] { $n } trainings
}
count-objective = { $n ->
    [one] { $n } objective
   *[other] { $n } objectives
}
count-plan = { $n ->
    [one] { $n } plan
   *[other] { $n } plans
}
count-record = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
list-head = I found { $count }:
choose-head = { $count } fit. Which one do you mean?
item = { $number }. { $title }
item-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
item-county = { $county } county
recurring-head = Apart from these, with a recurring deadline: { $count }.

# ── How we know, and whom to ask ──
source = From: { $plan } ({ $where }, { $period }), { $lines }.
source-lines = lines { $first }–{ $last }
source-line = line { $line }
source-plan = From: { $plan } ({ $where }, { $period }).
source-plans = From the plans: { $plans }.
under = Part of: { $path }.
ended = The plan ended in { $year }.
ended-several = The plans have ended; the last one ended in { $year }.
door-institution = Ask next at: { $name }.
door-spas = Ask next at the social assistance service (SPAS) of your town hall.

# ── Nothing ──
nothing-no_plan = I have no plan for { $places }. That does not mean that there are no services there.
place-unknown-beside = I do not know one of the places you wrote; I looked without it.
place-unknown = I know no place of that name. That does not mean that there are no services there: write the commune or the county too.
nothing-not_in_plan = I did not find in the plans: { $named }.
nothing-not_in_plan-bare = I did not find in the plans what you are looking for.
nothing-not_ours = I know nothing about that: I only answer about social services and the plans for them.
nothing-not_understood = I did not understand the question. Try it shorter, for example: "day centres in Pașcani" or "who is responsible for measure 3.1.2 in Iași".
nothing-recognised = All I recognised: { $named }.
nearest-head = The nearest:
named-code = measure { $code }
named-place-county = { $name }, { $county } county
named-in = { $what } – { $place }
named-group = for { $group }

# ── Terms ──
term = { $short } means: { $meaning }.
term-from-plan = The plan explains it this way.
term-ours = The explanation is ours; the plans use the acronym without explaining it.

# ── The conversation: what is said when someone continues ──
chat-hello = Hello! Ask me about social services and the plans for them. "help" shows how, "bye" ends.
chat-help = I tell you which social services there are or will be in your place and who answers for them, as the plans say.
    Ask, for example: "day centres in Pașcani" or "who is responsible for measure 3.1.2 in Iași".
    Then you can go on: "what about another place?", "and who is responsible?", a number or a word to choose from the list, "source 1" to see what the plan says, "county Iași" so that I keep your county in mind.
chat-end = Goodbye!
chat-thanks = You are welcome. Ask me anything else, any time.
chat-understood = I understood: { $named }.
chat-opened = It is number { $number } in the list.
chat-number-unknown = { $n ->
    [one] The list has only one row.
   *[other] The list has only { $n } rows. Write a number from 1 to { $n }.
}
chat-source = { $plan } ({ $where }, { $period }), as { $document } has it:
chat-source-more = { $n ->
    [one] and one more line
   *[other] and { $n } more lines
}
chat-source-unclear = I do not know whose source you want. Write "source" and a number from the list, 1 to { $n }.
chat-source-none = I have not shown you anything yet. Ask me something, then write "source".
chat-source-missing = I cannot open the plan's document now. The answer still holds; try again later for the source.
chat-county = All right, I keep { $county } county in mind.
chat-county-no-plan = All right, I keep { $county } county in mind. I have no plan for it yet; that does not mean that there are no services there.
chat-county-any = All right, I look in all counties again.
chat-county-unknown = I do not know this county. Write, for example: "county Iași".

# ── Help and danger ──
help = I tell you which social services there are or will be in your place and who answers for them, as the plans say. Ask, for example: "day centres in Pașcani", "nursing home in Movila", "who is responsible for measure 3.1.2 in Iași".
danger-112 = Call { $number }.
danger-119 = { $number } – for a child; free, day and night.
danger-0800500333 = { $number } – for domestic violence, discrimination or human trafficking; free, day and night.
danger-0800800678 = { $number } – for human trafficking; free.
danger-116111 = { $number } – the children's helpline; free.
danger-free = { $number } is free and answers day and night.

# ── What was reported (approved reports only; those that wait are said to staff) ──
reported = Reported: { $what }{ $placed ->
    [yes] {" "}in { $place }
   *[no] {""}
} for { $period }{ $aimed ->
    [yes] {" "}(target in the plan: { $target })
   *[no] {""}
}, on { $day }{ $from ->
    [yes] {" "}by { $by }
   *[no] {""}
}{ $waits ->
    [yes] {" "}(waiting for approval)
   *[no] {""}
}{ $named ->
    [yes] {" "}– “{ $indicator }”
   *[no] {""}
}.
reported-short = reported: { $what }{ $placed ->
    [yes] {" "}in { $place }
   *[no] {""}
} for { $period }{ $aimed ->
    [yes] {" "}(target: { $target })
   *[no] {""}
}{ $waits ->
    [yes] {" "}(waiting for approval)
   *[no] {""}
}
reported-number = { $n ->
    [one] { $n } ({ $unit })
   *[other] { $n } { $unit }
}
reported-amount = { $n }
reported-percent = { $n } %
reported-state-done = done
reported-state-partly = partly done
reported-state-not-done = not done
reported-text = “{ $text }”
reported-nothing = nothing to report
reported-half = half-year { $part } { $year }
reported-quarter = quarter { $part } { $year }
reported-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
reported-range = { $first }–{ $last }
reported-beside = On the measure of the plan that it belongs to ({ $measure }):
reported-none = Nothing has been reported and approved for this measure yet.
reported-none-then = Nothing was reported and approved for this measure in the time you asked about.
reported-none-short = nothing reported and approved yet
reported-left = Nothing reported and approved yet for: { $indicators }.
reported-total = Added up, for { $period }: { $what }.
reported-apart = The values are not added up: the plan does not ask for a sum.
reported-more = { $n ->
    [one] and one more report
   *[other] and { $n } more reports
}
reported-when-day = I looked for what was reported in: { $period }.
reported-when-period = I looked for what was reported about: { $period }.
reported-nowhere = I found no approved report.
reported-nowhere-named = I found no approved report: { $named }.
unreported = { $of ->
    [one] Not reported for { $period }.
   *[other] Not reported for { $period }: { $n } of { $of } indicators.
}
unreported-none = No report is missing.
unreported-none-named = No report is missing: { $named }.
unreported-head = Not reported: { $count }.
unreported-which = Missing: { $indicators }.
unreported-who = Who answers for them: { $names }.
unreported-one = { $name } ({ $n })
