# Invitations, roles, approvals, my reports. Short, plain, warm.

# ── For everybody ──
staff-no-access = This is only for those who report or approve. Ask the coordinator at your institution or at DGASPC for an invitation.
staff-old-button = This button is old. Please type the command again.
staff-cancelled = Fine, nothing was done.
do-cancel = Cancel
do-before = ‹ Back
do-after = More ›
do-my-reports = My reports
words-too-long = That is { $n } characters; { $most } fit. Please write it shorter.
words-personal = It looks as if you wrote a name, a number or something else about a person: “{ $words }”.
    What you write here is kept. Write it again without that, or send it as it is.
do-words-anyway = Send it so

# ── Roles and what they are for ──
role-reporter = reporter
role-coordinator = coordinator
role-admin = administrator
scope-all-plans = all plans
scope-plan = { $where } { $period }
scope-plan-gone = plan { $slug }
scope-plans = { $plans }
scope-institutions = { $institutions } ({ $plans })
scope-measures = measure { $measures } ({ $plans })
scope-both = { $institutions }, measure { $measures } ({ $plans })
grant-since = { $role }: { $scope }, since { $day }
grant-settings = { $role }: { $scope }, from the bot's settings

# ── A report ──
filed-short = { $value }, { $period }
filed-short-place = { $value }, { $period }, { $place }
filed-about = { $indicator }
    Measure { $measure }
filed-about-measure = Progress of measure { $measure }
filed-about-lost = The new plan no longer has this indicator ({ $id }).
filed-by = { $name }
filed-by-of = { $name } ({ $institution })
filed-by-erased = somebody who erased their data
filed-by-erased-of = somebody from { $institution } who erased their data
filed-submitted = sent, waits for approval
filed-returned = returned with a question
filed-approved = approved
filed-withdrawn = withdrawn
filed-corrected = corrected since
filed-changed = It changed meanwhile. This is how it stands:

# ── To approve ──
queue-empty = Nothing to approve now.
queue-changed = The list changed meanwhile. This is how it stands:
queue-head = { $n ->
    [one] One report waits for approval:
   *[other] { $n } reports wait for approval:
}
queue-measure = { $number }. { $measure } – { $n ->
        [one] { $first }, of { $day }
       *[other] { $n } reports, the first of { $day }: { $first }
    }
do-queue-measure = { $number }. { $measure }
queue-of-measure = { $measure }
    { $n ->
        [one] One report waits:
       *[other] { $n } reports wait:
    }
queue-item = { $number }. { $report } – { $by }
queue-item-own = { $number }. { $report } – yours: somebody else approves it
queue-item-marked = { $number }. { $report } – { $by } ⚠ look at it
queue-apart = { $n ->
    [one] One report has to be looked at by itself: it is yours, doubtful, or somebody reported something else.
   *[other] { $n } reports have to be looked at one by one: they are yours, doubtful, or somebody reported something else.
}
do-approve-all = { $n ->
    [one] Approve the report
   *[other] Approve all { $n }
}
do-queue = Whole list
do-next = Next
do-measure-reports = { $n ->
    [one] The measure's report
   *[other] All { $n } of the measure
}
do-approve = Approve
do-ask = Ask
do-evidence = See the evidence
do-sums = Values may be added up
do-no-sums = Values are not added up
review-head = { $value }, { $period }
review-place = Where: { $place }
review-part = { $name } { $n }
review-parts = Of which: { $parts }
review-note = Note: { $note }
evidence-photo = photo
evidence-document = PDF document
review-evidence = Evidence: { $what }, { $size } KB
review-by = Reported by { $by }, on { $day }
review-target = Target: { $value }
review-past = Approved before: { $reports }
doubt-jump = ⚠ Far from the last value; whoever reported said it is right.
doubt-below-last = ⚠ Below the last value; whoever reported said it is right.
doubt-personal = ⚠ The note may hold personal data.
review-conflict = ⚠ Another report for the same period: { $report } – { $by } ({ $state })
review-corrects = Corrects the earlier report: { $report }
review-reason = Why: { $words }
event-question = { $name } asked on { $day }: “{ $words }”
event-answer = { $name } answered on { $day }: “{ $words }”
event-returned = { $name } returned it on { $day }
event-approved = Approved by { $name } on { $day }
event-withdrawn = Withdrawn by { $name } on { $day }
event-withdrawn-why = Withdrawn by { $name } on { $day }: “{ $words }”
approve-own = This one is yours: somebody else approves it.
approve-no-right = You may not approve this report any more.
approve-others = Reports are approved by the coordinators: { $names }.
approve-nobody = Reports are approved by coordinators; there is none yet.
approved-toast = Approved.
approved-one = ✓ Approved: { $report }{ $n ->
        [0] .
        [one] . One more waits.
       *[other] . { $n } more wait.
    }
approved-many = ✓ { $done ->
        [one] One report approved
       *[other] { $done } reports approved
    }{ $n ->
        [0] .
        [one] . One more waits.
       *[other] . { $n } more wait.
    }
ask-what = What do you want to ask about “{ $report }”? Write it here; the question goes to { $name }.
returned-one = Sent back with your question: { $report }{ $n ->
        [0] .
        [one] . One more waits.
       *[other] . { $n } more wait.
    }
sums-allowed = Noted: this indicator's values may be added up.
sums-forbidden = Noted: this indicator's values are not added up.
told-approved = ✓ Approved: { $report }
told-approved-many = { $n ->
    [one] ✓ One of your reports was approved.
   *[other] ✓ { $n } of your reports were approved.
}
told-returned = { $name } has a question about “{ $report }”:
told-question = “{ $words }”
do-answer = Answer
do-correct = Correct
do-withdraw = Withdraw
words-late = Shall I send “{ $words }” now? If it was not meant for this, press “Cancel” and write it again.

# ── My reports ──
mine-head = { $n ->
    [one] You have one report:
   *[other] You have { $n } reports, the newest first:
}
mine-empty = You have not reported anything yet. Type /report to begin.
mine-page = Page { $page } of { $of }
mine-item = { $number }. { $report } – { $state }
mine-item-code = { $number }. { $report } – measure { $code } – { $state }
mine-report = { $report }: { $state }
mine-gone = I no longer find this report among yours.
mine-no-right = This report is no longer part of your role.
answer-what = You reported “{ $report }”. The question: “{ $words }”
    Write the answer here.
answer-sent = Your answer was sent. The report waits for approval again.
withdraw-sure = Withdraw “{ $report }”? It stays in the history as withdrawn.
    If you like, write here why.
withdraw-done = Withdrawn.
withdraw-before = The report before it counts again: { $report } – { $state }. If it is wrong too, withdraw it as well.
do-withdraw-yes = Yes, withdraw
do-open = Open the report
told-answer = { $name } answered about “{ $report }”:
told-withdrawn = { $name } withdrew “{ $report }”.

# ── The team ──
team-head = { $n ->
    [one] The team: only you
   *[other] The team: { $n } people
}
team-me = { $number }. { $name } (you) – { $grants }
team-member = { $number }. { $name } – { $grants }
team-person = { $name }
team-gone = I no longer find this person. This is how it stands:
team-no-right = You may not do this.
team-last-admin = This is the last administrator: invite another one first.
do-team = The team
do-person = See the card
do-invite = Invite somebody
do-rights = Who may what
rights-head = Who may what, only within their plans, institutions and measures:
rights-role = { $role }: { $rights }
rights-foot = Nobody approves their own reports. Notes and evidence are seen only by those who approve.
right-report = report
right-approve = approve
right-invite-reporter = invite reporters
right-invite-coordinator = invite coordinators
right-invite-admin = invite administrators
do-revoke = Take access away
revoke-heir = Who goes on with the open reports of { $name }?
do-no-heir = Nobody
revoke-sure = { $name } loses all access, now. The open reports go to { $heir }. Sure?
revoke-sure-nobody = { $name } loses all access, now. The open reports go to nobody. Sure?
do-revoke-yes = Yes, take it away
revoked = { $name } has no access any more. { $n ->
        [0] There were no open reports.
        [one] One open report was left.
       *[other] { $n } open reports were left.
    }
told-revoked = { $by } took away your access to report and approve. You can go on asking like anybody.
told-heir = { $n ->
    [one] You got one open report from { $name }.
   *[other] You got { $n } open reports from { $name }.
}

# ── Invitations ──
invite-role = Which role shall it be?
invite-about-reporter = • reporter: reports
invite-about-coordinator = • coordinator: reports, approves and invites
invite-about-admin = • administrator: does anything and may invite administrators
invite-plans = For which plan, as { $role }? You can choose several.
do-plan-chosen = ✓ { $plan }
do-onward = Go on
do-all-plans = All plans
do-back = Back
invite-whom = For which institution, as { $role }?
invite-whom-how = Press it or type its name. For a single measure, type the measure's code.
do-all-institutions = All institutions
invite-which = Which one do you mean?
invite-unknown = The plan does not have “{ $words }”. Choose from the list or write it differently.
invite-sure = Invitation: { $role }, { $scope }
invite-covers = { $n ->
    [one] It covers one measure.
   *[other] It covers { $n } measures.
}
do-make-invitation = Make the invitation
invite-made = The invitation is ready: { $role }, { $scope }
invite-link = { $link }
invite-how = Send the link only to whom it is for. It works once, for 72 hours, until { $day }. When it is opened, I tell you here.
do-share = Pass it on
do-invite-more = Another invitation
join-done = Welcome, { $name }! You are { $role }: { $scope }
join-by = { $inviter } invited you.
join-by-admin = The bot's administrator invited you.
join-can-reporter = Type /report to report; /my_reports shows what you sent.
join-can-coordinator = /approvals has the reports that wait for you; /team shows the people and invites others; /report is for you too.
join-can-admin = /approvals has the reports that wait; /team shows the people and invites others; /report is for you too.
join-wrong = Not meant for you? Give the role back.
do-decline = Not me, decline
join-declined = You gave the role back. Thank you for saying so.
join-own = This is the invitation you made. Send the link to whom it is for.
join-gone = The invitation does not work any more: it was used, has expired, or never existed. Ask whoever invited you for another one.
join-slow = Too many wrong links. Wait an hour and ask for a new invitation.
told-joined = { $name } took your invitation: { $role }, { $scope }
