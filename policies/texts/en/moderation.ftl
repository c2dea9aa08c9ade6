# reviewed-by: nobody yet
# lived-experience: unknown

## Commands

help-report = tell the team that something is not right; nobody else sees that it was you
help-leaveme = I do not write to you about how you are for some days
help-myflags = the notes I keep about your own messages
help-cards = what waits for somebody to look at it
help-claims = claims that wait for somebody to look at them
help-flags = the next messages of the daily list
help-card = see a card again, or answer it

## To a member, in private

moderation-gentle-line =
    I am the safety bot. I am software, and I read the rooms. You wrote something there that sounds hard. You do not need to answer.
    If you would like a person, or a line that answers now, write **!crisis** here.
    If you want no such notes from me, tap below, or write **{ moderation-leave-me }**.

moderation-leave-me = leave me be
moderation-leave-me-words = leave me alone, please leave me be, leave me, let me be, stop, go away, no thanks

moderation-left-alone =
    All right. For the next { $days ->
        [one] day
       *[other] { $days } days
    } I will not write to you about this. Only if I think you may be in danger, a bot asks again. **!crisis** works all the time.

moderation-no-talker = Thank you for writing. I am software, so I cannot talk this over with you. If you would like a person, or a line that answers now, write **!crisis**. With **!help** you see what else I can do.

moderation-report-heard =
    Thank you for telling us. This is report { $number }. People from the team will look at it. They do not see who wrote it. I tell you here what came of it, within { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } if they can.

moderation-outcome-done = About your report { $number }: the team looked at it and did something. Thank you. You helped keep this place safe.
moderation-outcome-escalate = About your report { $number }: the team looked at it. Somebody may need help now, so they asked the people on duty for a crisis. Thank you.
moderation-outcome-wrong = About your report { $number }: the team looked at it. This time they found nothing that goes against our rules. Thank you all the same. If it goes on, you can write **!report** again.

moderation-myflags =
    These are my notes about your messages. They hold no words of yours. Only the team on duty sees them:

    { $items }

moderation-myflags-item = - { $day }, room { $room }: { $what }. Kept until { $until }. { $link }
moderation-myflags-none = I keep no note about any message of yours.

moderation-own-distress = it sounded like a hard time
moderation-own-claim = it may be a health claim that can harm
moderation-own-doubt = I could not tell what it means

## In a room, under a claim

moderation-note = A note from the team, for all who read here: what helps one person can harm another. Before you change a medicine or try a cure, it helps to ask a doctor first.

## Cards, for the moderators

moderation-card =
    {""}**Card { $number }.** { $what }
    { $why }
    Room: { $room }
    Message: { $link }

    { $below }

moderation-what-distress = Somebody may have a hard time. Level: { $level }.
moderation-what-claim = A health claim that may harm.
moderation-what-doubt = I could not judge a message. Please look at it.
moderation-what-report = A member reported something.

moderation-tier-watch = watch
moderation-tier-soon = soon
moderation-tier-now = now

moderation-no-link = not named
moderation-no-room = not named

# Why: names of the rules in models/, in plain words
moderation-distress-score = - Why: the words as a whole look serious
moderation-distress-attempt = - Why: it reads as if they have already hurt themselves
moderation-distress-intent-and-means = - Why: they speak of ending their life, and of a way
moderation-distress-intent-and-time = - Why: they speak of ending their life, and of a time
moderation-distress-intent = - Why: they speak of ending their life
moderation-distress-yes-to-question = - Why: somebody asked about suicide, and they said yes
moderation-distress-other-acute = - Why: they worry about another person who may be in danger now

moderation-doubt-language = - Why: I do not know its language
moderation-doubt-no-judgement = - Why: something broke while I read it
moderation-doubt-unsure = - Why: it could be nothing, and it could be a crisis

moderation-why-claim = - Why: { $kind }. How sure I am: { $percent } of 100
moderation-claim-medicine = it tells people to change or stop a medicine
moderation-claim-dose = it tells people how much of a medicine to take
moderation-claim-miracle-cure = it promises a cure
moderation-claim-unsafe-detox = it tells people to do an unsafe detox
moderation-claim-no-care = it tells people not to go to care
moderation-claim-other = it may be wrong, and may harm

moderation-report-member = - Why: a member asked the team to look

moderation-more-distress = - And { $count ->
        [one] one more message
       *[other] { $count } more messages
    } of the same person since then
moderation-more-claim = { moderation-more-distress }
moderation-more-doubt = { moderation-more-distress }
moderation-more-report = - And { $count ->
        [one] one more member
       *[other] { $count } more members
    } reported it

moderation-answer-distress-seen = seen, I look after it
moderation-answer-distress-escalate = ask the crisis team
moderation-answer-distress-wrong = wrong, it was nothing
moderation-answer-claim-right = right
moderation-answer-claim-note = right, and put our note in the thread
moderation-answer-claim-level = wrong level
moderation-answer-claim-wrong = not a claim
moderation-answer-doubt-seen = seen, I look after it
moderation-answer-doubt-escalate = ask the crisis team
moderation-answer-doubt-wrong = seen, it is nothing
moderation-answer-report-done = seen, and I did something
moderation-answer-report-escalate = ask the crisis team
moderation-answer-report-wrong = seen, no rule is broken

moderation-card-how = Tap one, or write **{ $command }** and its number or word.
moderation-card-answered = Answered: **{ $answer }**, by { $by }.
moderation-card-over = Card { $number } is closed for good. Nothing has changed.
moderation-card-whom = I do not know who this is about. Look at the message, then write **{ $command }** with their user id.

moderation-report-words =
    Card { $number }. This is what was written to the team, without the name:

    { $words }

## Lists, for the moderators

moderation-cards =
    These wait for somebody to look at them:

    { $items }

moderation-card-line = - **{ $number }**, { $day }, room { $room }: { $what } { $link }
moderation-cards-none = Nothing waits here.

moderation-list =
    These messages I only watch. Please have a look:

    { $items }

    Not shown yet: { $left }. Open cards: { $cards }. Write **!flags** for more, or **!cards**.

moderation-list-item = - { $day }, room { $room }: { $what }. { $link }
moderation-list-nothing = - Nothing new.
moderation-watched-distress = somebody may be a little low
moderation-watched-doubt = I am not sure what it means
