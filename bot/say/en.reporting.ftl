# The conversation in which something is reported.

## What about
report-find = What do you report about?
report-find-how = Write the code of the measure (for example 2.4.1) or a few words of it. You can write all at once: code, place, value.
report-find-line = Line { $number }: “{ $line }”. What is it about?
report-find-marks = ↺ is what you reported about last, ⏰ is what is due.
report-own = { $n ->
    [0] There is no measure that you can report about.
    [one] One measure of yours. Choose:
   *[other] { $n } measures of yours. Choose:
}
report-which-measure = { $n ->
    [one] One measure fits. Choose:
   *[other] { $n } measures fit. Which one? Press it or write its number.
}
report-which-of-many = { $n ->
    [one] At least one measure fits. Choose it or write one more word of it.
   *[other] At least { $n } measures fit. Choose one or write one more word of it.
}
report-which-indicator = { $n ->
    [one] The measure has one indicator. Choose:
   *[other] The measure has { $n } indicators. Which one do you report about?
}
report-typed = You wrote: “{ $what }”
report-item = { $number }. { $name }
report-page = { $page } / { $of }
report-measure = Measure: { $name }
report-indicator = Indicator: { $name }
report-name = { $name }
report-unknown = I found no measure for “{ $what }”.
report-no-choice = “{ $what }” is not one of the choices.
report-barred = You cannot report about the measure “{ $measure }”. Those who can: { $who }. If you should be able to, ask the coordinator for an invitation.
report-barred-unnamed = You cannot report about the measure “{ $measure }”. If you should be able to, ask the coordinator for an invitation.
report-barred-several = { $n ->
    [one] One measure fits, but you cannot report about it. Those who can: { $who }. If you should be able to, ask the coordinator for an invitation.
   *[other] { $n } measures fit, but you cannot report about them. Those who can: { $who }. If you should be able to, ask the coordinator for an invitation.
}
report-too-many-lines = You sent { $n } lines. Send at most { $most } at once.
report-too-many = { $n ->
    [one] You began a report and did not save it. Save it or cancel it, then begin another.
   *[other] You began { $n } reports and did not save them. Save or cancel one, then begin another.
}

## The value
report-value-number = How many? Write the number.
report-value-percent = How many percent? Write the percentage or, for example, “12 of 40”.
report-value-state = Was it done?
report-value-text = What do you report? Write it in a few words.
report-goal = Target: { $value }
report-last = Last values: { $values }
report-never = Nothing was reported here yet.
report-past = { $value } ({ $period }, { $state })
report-state-submitted = sent
report-state-returned = sent back with a question
report-state-approved = approved
report-sure = { $value } – are you sure?
report-doubt-jump = It is very different from what was reported last.
report-doubt-below-last = It is less than last time, although values add up here.

## Period, place, note, evidence, parts
report-period = For which period?
report-period-how = Choose or write, for example “quarter 2” or “March 2026”.
report-period-line = Period: { $period }
report-now = Now: { $what }
report-place = In which town or village?
report-place-how = Write its name. If it is about the whole measure, leave it without a place.
report-place-line = Place: { $place }
report-place-odd = “{ $what }” does not look like the name of a place. Write only the name, for example “Movila”.
report-note = What else is there to say?
report-note-how = Keep it short. Do not write names of people, illnesses or telephone numbers. The note is never shown in public.
report-note-line = Note: { $note }
report-note-long = The text has { $n } characters. Shorten it to at most { $most }.
report-personal = The note seems to say something about a certain person.
report-personal-cnp = It has a number that looks like a personal code.
report-personal-phone = It has a number that looks like a telephone.
report-personal-name = It has a name and something about health.
report-personal-address = It has an address.
report-personal-how = Write it again without the person's data, or press a button.
report-evidence = Send the photo or the document.
report-evidence-how = A photo or a PDF. It is kept with us and never shown in public.
report-evidence-held = You sent one already; another takes its place.
report-evidence-words = I am waiting for a photo or a document here, not for words.
report-photo-line = Evidence: a photo ({ $kb } KB)
report-document-line = Evidence: a document ({ $kb } KB)
report-file-taken = I got the evidence.
report-file-replaced = I got the evidence; it takes the place of the one before.
report-file-too-big = The file is too big. Send one of at most { $most } MB.
report-file-not-allowed = This file cannot be taken. Send a photo (JPG or PNG) or a PDF.
report-file-lost = The file did not reach us. Send it again.
report-parts = What does the number consist of?
report-parts-how = By sex, age or place, for example “girls 8, boys 6”. Together they must give the whole number.
report-parts-line = Of which: { $parts }
report-part = { $name } { $amount }
report-reason = Why do you correct the report?
report-reason-how = Write it in short or press a button.
report-reason-slip = A slip in writing
report-reason-news = New data came in
report-twin = Lines { $first } ({ $one }) and { $second } ({ $two }) are about the same thing. Which do we keep?

## The summary
report-summary = This is what will be saved. Is it right?
report-summary-several = { $n ->
    [one] One report will be saved. Is it right?
   *[other] { $n } reports will be saved. Are they right?
}
report-item-head = Report { $number } of { $of }
report-value-line = Value: { $value }
report-marked = You said that it is right; the coordinator will see that you were asked.
report-corrects = Corrects report no. { $number }. Why: { $reason }
report-own-already = You reported for this period already: { $value } (no. { $number }).
report-other-already = There is a report for this period already (by somebody else): { $value } (no. { $number }). The coordinator sees both.
report-short = { $number }. { $name }: { $value }, { $period }
report-short-place = { $number }. { $name }: { $value }, { $period }, { $place }
report-summary-words = I did not understand. Write “save” or “cancel”, or press a button.
report-several = { $n ->
    [one] one report
   *[other] { $n } reports
}
report-unknown-yet = a new report

## After saving
report-saved = { $n ->
    [one] Saved. The report has the number { $numbers }.
   *[other] Saved. { $n } reports, with the numbers { $numbers }.
}
report-saved-next = { $n ->
    [one] The coordinator sees it now. Once it is approved, others see it too.
   *[other] The coordinator sees them now. Once they are approved, others see them too.
}
report-saved-before = It is saved already, only once.
report-undone = { $n ->
    [one] Taken back. Report no. { $numbers } counts no more.
   *[other] Taken back. Reports no. { $numbers } count no more.
}
report-undone-how = You can change what you wrote and save it again, or cancel.
report-undo-late = The two minutes are over.
report-undo-late-how = You can withdraw or correct it among your reports.
report-undo-refused = It could not be taken back any more.
report-shown-older = The report has changed since you saw it here. Now it is:
report-refused = It could not be saved: something about this report changed meanwhile.
report-refused-how = What you wrote is here. Check it and try again.
report-not-yours = This is not your report; you can correct only your own.
report-stale = Report no. { $numbers }, which you were correcting, changed meanwhile.
report-stale-how = You can save what you wrote as a new report, or cancel.
report-cancelled = The report was cancelled.
report-later = It stays as it is.
report-later-how = When you want to go on, write /report.
report-resumed = You were at: { $what }
report-parked = The report you began ({ $what }) is waiting for you.
report-lost = The report you began cannot be continued: the plans or the program changed.
report-needed = An answer is needed here.
report-ways-out = You can also write: “help”, “back”, “later” or “cancel”.

## Who has no right
report-stranger = Only people invited by a coordinator can report.
report-stranger-how = Ask the coordinator for an invitation. Your Telegram number is { $id }.

## Help
report-help-find = Write the code of the measure, the short code of the indicator (i_…) or words of the measure. “Mine” shows all measures that you can report about.
report-help-choice = Press a choice or write its number. You can also write a word that only it has.
report-help-value = Write only the value. If there was nothing in the period, press “nothing to report”.
report-help-sure = If the value is right, press “Yes”. If it is not, write another.
report-help-twin = Two lines of the same message say something about the same indicator, place and period.
report-help-reason = The old report stays in the history, and the reason is shown beside the new one.
report-help-period = Write the year, half-year, quarter, month or the dates that the value is about.
report-help-place = Only if the value is about one town or village, not about the whole measure.
report-help-note = Only coordinators see the note. No data about people.
report-help-evidence = Press the paper clip in Telegram and choose the photo or the document.
report-help-parts = The parts by sex, age or place must give the whole number together.
report-help-summary = “Save” sends the report. The other buttons change one line each. You can send a photo here too.

## Buttons
report-tap-back = Back
report-tap-skip = Skip
report-tap-help = Help
report-tap-cancel = Cancel
report-tap-save = Save
report-tap-used = ↺ { $name }
report-tap-due = ⏰ { $name }
report-tap-mine = Mine ({ $n })
report-tap-state-done = Done
report-tap-state-partly = Partly
report-tap-state-not-done = Not done
report-tap-nothing = Nothing to report
report-tap-stay = Keep: { $what }
report-tap-out = Leave this line out
report-tap-sure = Yes, it is right
report-tap-change = No, change it
report-tap-change-note = Change the note
report-tap-no-note = No note
report-tap-keep-note = Keep it so
report-tap-without = Remove it
report-tap-slip = A slip in writing
report-tap-news = New data came in
report-tap-both = Keep both
report-tap-first = Keep line { $first } ({ $one })
report-tap-second = Keep line { $second } ({ $two })
report-tap-item = ✎ { $number }
report-tap-done = Done
report-tap-correct-own = Correct no. { $number }
report-tap-parked = Go on: { $what }
report-tap-continue = Go on
report-tap-fresh = Cancel it and begin another
report-tap-later = Leave it for later
report-tap-undo = Undo (2 min)
report-tap-another = Another report
report-tap-my-reports = My reports
report-edit-value = Value
report-edit-period = Period
report-edit-place = Place
report-edit-note = Note
report-edit-evidence = Evidence
report-edit-parts = Of which
report-edit-indicator = Other indicator
report-edit-reason = Reason

## Over the screen
report-toast-gone = This report is not open any more.
report-toast-saved = Saved
report-toast-saved-before = It is saved already.
report-toast-not-yours = You can correct only your own reports.
