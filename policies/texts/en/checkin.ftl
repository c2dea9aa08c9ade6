# reviewed-by: nobody yet
# lived-experience: unknown

## Commands

help-checkin = a short question about your day, at your time; shows how it stands
help-quiet = no questions for some days
help-pause = no questions for a while, or until you are back
help-back = questions again
help-more = questions more often
help-less = questions less often
help-skip = leave out the words today
help-trend = your own answers over some days

checkin-how =
    I am software. I can ask once a day how your day is, at a time you like. You can write:

    - **!checkin at 8:30** or **!checkin at 8pm**: the time
    - **!checkin now**: I ask right away
    - **!checkin weekdays** or **!checkin daily**: the days
    - **!checkin stop**: no more questions
    - **!checkin keep**: shall I keep your answers, yes or no
    - **!more** or **!less**: more or less often
    - **!pause 2w** or **!quiet 3d**: a break. **!back** ends it
    - **!trend**: your answers so far

checkin-not-understood = I did not get that. It goes like this: **!checkin at 8:30**, **!checkin now**, **!checkin weekdays** or **!checkin stop**.

checkin-hint = I read this, but I can only say what was written for me before. I ask how your day is: **!checkin** shows how. **!crisis** shows lines that answer now, and a person if you like.

## How it stands

checkin-state-none = We have no time yet. Write a time that suits you, like **!checkin at 8:30**.
checkin-state-on = I ask { $often } at { $time }, in the time of { $place }. Next: { $next }.
checkin-state-paused-until = It is quiet until then: I ask again on { $next }, in the time of { $place }. **!back** ends the break.
checkin-state-paused = It is quiet now. Write **!back** when you like me to ask again.
checkin-state-stopped = I do not ask now. Write **!back** when you like me to ask again.

checkin-often-daily = every day
checkin-often-weekdays = from Monday to Friday
checkin-often-thrice = three times a week
checkin-often-weekly = once a week

checkin-quiet-hours = From { $start } to { $end } I keep quiet, so { $time } does not work. The nearest time is **!checkin at { $nearest }**.

checkin-no-more = I ask every day, more often I cannot. **!checkin now** asks right away.
checkin-no-less = I ask once a week, less often I cannot. **!pause 2w** makes a break, **!checkin stop** ends it.

## The question

checkin-prompt = How is your day? Tap one, or write its number or its word.

checkin-value-1 = very bad
checkin-value-2 = bad
checkin-value-3 = okay
checkin-value-4 = good
checkin-value-5 = very good
checkin-value-1-words = awful, terrible, horrible, really bad, worst
checkin-value-2-words = not good, poor, low, down, rough
checkin-value-3-words = ok, so so, so-so, meh, middling, all right, alright, fine
checkin-value-4-words = well, quite good, pretty good
checkin-value-5-words = great, very well, really good, excellent, amazing

checkin-slower-thrice = Some questions had no answer, and that is fine. From now on I ask three times a week. **!more** brings back more.
checkin-slower-weekly = For a while there was no answer, and that is fine. From now on I ask once a week. **!more** brings back more.
checkin-asleep = For a long time there was no answer, and that is fine. I stop asking now, so that I do not bother you. I am glad to start again: write **!back** at any time. **!crisis** always works.

checkin-back-daily = I ask every day again. **!less** makes it less.
checkin-back-thrice = I ask three times a week again. **!less** makes it less.
checkin-back-weekly = I ask once a week again. **!checkin stop** ends it.

## The answer

checkin-lines = { $lines }
checkin-noted = Thank you. I noted: { $number }, { $value }.
checkin-thanks-unkept = Thank you for telling me: { $value }. I do not keep your answers. **!checkin keep** would change that.
checkin-care = I am glad that you told me. **!crisis** shows lines that answer now, and a person if you like.

checkin-closed = This question is closed now. **!checkin now** asks again. If you would like a person, **!crisis** works at any time.

checkin-words-ask = If you like, write a few words about it. **!skip** is fine too.
checkin-words-kept = I kept your words. Only you see them.
checkin-words-unkept = Thank you. I do not keep your words.
checkin-words-crisis = I did not put this with your answers. If you would like a person, write **{ choice-yes }** or **!crisis**.
checkin-skipped = That is fine. No words today.
checkin-nothing-to-skip = There is nothing to skip now.

## A talk

checkin-talk-ask = There were a few very hard days lately. Would you like to talk with a person from our team? Write **{ choice-yes }** or **{ choice-no }**. Both are fine. A few words of your own are fine too.
checkin-talk-again = Would you like to talk with a person from our team? Write **{ choice-yes }** or **{ choice-no }**.
checkin-talk-no = All right. You can write **!crisis** at any time if you would like a person.
checkin-talk-yes =
    I have told the team that you would like to talk. I cannot say how soon that is. These lines answer now:

    { $lines }

## Keeping answers

checkin-store-ask =
    Shall I keep your answers, so that you can look back with **!trend**?

    - If yes: the value and your words are locked when they are stored. Only you see them.
    - If very hard days come together, I may offer a talk with a person.
    - If no: I ask all the same, and keep nothing of what you say.

    You can change this at any time with **!checkin keep**. A no later deletes what I kept.
checkin-store-yes = Thank you. From now on I keep your answers. **!trend** shows them.
checkin-store-no = All right. I keep none of your answers.
checkin-deleted =
    { $count ->
        [one] I no longer keep your answers. I have deleted the one that I had.
       *[other] I no longer keep your answers. I have deleted all { $count } that I had.
    }

## The trend

checkin-trend =
    { $count ->
        [one] Your answers, last day:
       *[other] Your answers, last { $count } days:
    }

    { $days }

    { $figures }
checkin-trend-day = { $day }: { $bar } { $value } ({ $number } of 5)
checkin-trend-missing = { $days }: asked, no answer
checkin-trend-unasked = { $days }: not asked
checkin-trend-counts = Days with an answer: { $answered }. Asked, but no answer: { $missing }. Not asked: { $unasked }.
checkin-trend-middle = Average: { $mean } of 5. Middle value: { $median } of 5.
checkin-trend-few = With fewer than { $least } answers I show no average.
checkin-trend-unkept = I do not keep your answers, so there is nothing to show. **!checkin keep** would change that.
