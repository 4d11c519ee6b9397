# Values, periods and parts of a report: how they are said and why they are not taken.

# ── values ──
value-number = { $amount }
value-count = { $amount ->
    [one] { $amount } { $one }
   *[other] { $amount } { $many }
}
value-percent = { $amount }%
value-share = { $amount }% ({ $part } out of { $whole })
value-done = done
value-partly = partly done
value-not-done = not done
value-state-text = { $state }: { $text }
value-text = { $text }
value-nothing = nothing to report

# ── values that are not taken ──
value-empty = Nothing was written. Write the value, for example: 14
value-long = The text has { $count ->
    [one] one character
   *[other] { $count } characters
}, and there is room for { $most }. Make it shorter, for example: “Two meetings were held, in March and in May.”
value-no-number = I find no number in “{ $typed }”. Write it in digits, for example: 14
value-two-numbers = I read two numbers: { $one } and { $other }. Write only one, for example: { $one }
value-many-numbers = I read several numbers: { $numbers }. Write only one, for example: { $one }
value-is-percent = “{ $typed }” is a percentage, and here things are counted. Write how many there are, for example: 14
value-negative = { $number } is below zero, and here the number cannot be below zero. Write, for example: { $instead }
value-too-big = { $number } is too big. Write the number again, for example: 1,250
value-two-ways = { $number } can be read as { $one } or as { $other }. Write it without a comma, for example: { $one }
value-not-whole = { $number } is not a whole number, and here things are counted. Write, for example: { $near }
value-no-percent = I find no percentage in “{ $typed }”. Write, for example: 30% or 12 out of 40
value-two-percents = I read two numbers: { $one } and { $other }. Write a percentage, for example 30%, or the part of the whole: 12 out of 40
value-over-hundred = { $number } is more than the whole: a percentage goes up to 100. Write, for example: 30% or 12 out of 40
value-part-over-whole = { $part } out of { $whole } cannot be: the part is bigger than the whole. Write the part, then the whole, for example: 12 out of 40
value-out-of-none = { $part } out of { $whole } cannot be: the whole is zero. Write the whole that you count from, for example: 12 out of 40
value-percent-unlike = { $part } out of { $whole } is { $amount }%, and you also wrote { $typed }. Write only one, for example: { $part } out of { $whole }
value-no-state = I cannot tell from “{ $typed }” whether it was done. Write, for example: done, partly or not done
value-state-both = From “{ $typed }” I read both yes and no. Write only one, for example: partly

# ── periods ──
period-year = { $year }
period-half = { $nth ->
    [1] first
   *[2] second
} half of { $year }
period-quarter = { $nth ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
period-month = { $month } { $year }
period-day = { $day } { $month } { $year }
period-day-month = { $day } { $month }
period-range = { $start } – { $end }
month-name = { $number ->
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
}
period-unread = I do not understand the period “{ $typed }”. Write, for example: 2024, March 2024 or third quarter of 2024
period-several = There are several periods in “{ $typed }”. Write only one, for example: March 2024 or 1 March – 15 April 2024
period-future = { $period } has not begun yet. Write a period that has begun, for example: { $example }

# ── parts ──
parts-unread = I find no parts in “{ $typed }”. Write, for example: girls 8, boys 6
parts-no-number = “{ $typed }” has to have exactly one number. Write, for example: girls 8, boys 6
parts-no-name = I do not understand which part “{ $typed }” is. Write girls and boys, ages or places, for example: 0-6 years 4, 7-17 years 10
parts-twice = “{ $name }” is written twice. Write each part only once, for example: girls 8, boys 6
parts-sum = The parts make { $total } together, and the value is { $amount }. Write them again so that they make { $amount }
