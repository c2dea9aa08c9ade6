# reviewed-by: nobody yet
# lived-experience: unknown

## Help

help-case = all open cases; one case; give one back; close one with a reason, or as a false alarm
help-claim = take a case
help-say = one message to a member who has not answered
help-shift = go on duty or off duty
help-rota = who is on duty
help-fine = you are fine, and nobody needs to come

## To the member

case-nobody-free =
    Nobody from our team is free right now. I have left a message for the team, but I do not know when they will read it. I am sorry. These lines answer now:

    { $lines }

case-waiting-again =
    Nobody has picked this up yet. I have asked again. I am sorry that it takes so long. These lines answer now:

    { $lines }

case-offer = Somebody from our team would like to ask how you are. Is that all right? Write **{ choice-yes }** or **{ choice-no }**. Both are fine.

case-room-ready = { $here } I made a room for the two of you. You will find an invite to it in your list of chats.

case-room-hello =
    This room is for you and { $name } from our team. { $name } reads what you write here. I am software, and I stay here too.

    - You can leave at any time, or write **!fine** if you need nobody.
    - These lines answer all this time:
    { $lines }

case-owner-left =
    { $name } has left this room. I have asked the team again. I will tell you when a person takes over. These lines answer now:

    { $lines }

case-relayed =
    { $name } from our team asked me to pass this on to you:

    { $words }

case-over =
    The team has closed this for now. You can write **!crisis** at any time, day or night. These lines stay open to you:

    { $lines }

case-room-closed =
    This talk is closed, so it may be that nobody reads here. Write **!crisis** if you want a person. These lines answer now:

    { $lines }

case-fine = That is good to hear. I have told the team, and I will not ask again. You can write **!crisis** at any time.

case-fine-anyway = That is good to hear. Nobody is called for you here. You can write **!crisis** at any time.

case-heard-offered = I am still here. Shall I bring a person from our team? Write **{ choice-yes }** or **{ choice-no }**, or **!crisis** for lines that answer now.
case-heard-accepted = I am still here. I have asked for a person, and nobody has picked it up yet. Write **!crisis** for lines that answer now.
case-heard-standing-by = I am still here. Nobody from the team will come in. If you want a person now, write **{ choice-yes }**.
case-heard-claimed = I am still here. { $owner } from our team knows of you. Shall they come in? Write **{ choice-yes }** or **{ choice-no }**.
case-heard-talking = { $owner } from our team is in the room that I made for the two of you. I only read here, and nobody answers.

## To the team: pages

case-page = { $lines }
case-head = {""}**Case { $number }** · { $level } · { $language } · waiting { $minutes } min · { $name }
case-level-now = NOW
case-level-soon = soon
case-page-late = They wrote { $minutes } minutes before I could read it: I was not running.
case-page-how = Tap ✅ to take it, or write **!claim { $number }**.

case-state-detected = Nobody has asked them yet. If you take it, I ask them if a person may come.
case-state-offered = I asked if they want a person. No answer yet.
case-state-accepted = They want a person.
case-state-standing-by = Standing by: they do not want a person now. Nobody enters.
case-state-claimed = { $owner } has it.
case-state-talking = { $owner } is talking with them.
case-state-closed = Closed.
case-state-false = Closed: a false alarm.

## To one of the team

case-yours-yes = Case { $number } is yours, and they want a person. I am making a room for the two of you and will invite you both.
case-yours-no = Case { $number } is yours. They do not want a person now, so I open no room. I ask them once more, and I tell you if they say yes.
case-yours-waiting = Case { $number } is yours. They have not said yes or no yet. I open a room when they say yes, and I tell you.

case-member-yes = Case { $number }: they said yes. You will find an invite to the room.
case-member-no = Case { $number }: they do not want a person now. Please stand by. Close it when that is right.
case-member-fine = Case { $number }: they say that they are fine. I will not ask them again. Close it when that is right.
case-member-left = Case { $number }: they have left the room, or did not want to come in. The lines stay open to them.
case-wrote-again = Case { $number }: a bot has read words of crisis from them again. They may need you now.
case-may-write = Case { $number }: they have not answered me. You may write them one message through me: **!say { $number }** and your words.

case-already-claimed = Case { $number } already has somebody: { $owner }.
case-already-yours = Case { $number } is yours already.
case-is-about-you = Case { $number } is about you, so another person takes it.
case-not-yours = Case { $number } belongs to { $owner }. They or a coordinator can do this.
case-may-not-write = For case { $number } I cannot pass on a message now. I do that once, and only when they have not answered me for a while.
case-cannot = That does not work for case { $number } as it stands. { $state }
case-unknown = I know no case { $number }.
case-said = Passed on. Case { $number }.
case-released-done = Case { $number } is no longer yours. I have asked for somebody else, if they want a person.
case-closed-done = Case { $number } is closed.

case-room-name = Talk { $number }

## Lists

case-none = There is no open case.
case-list =
    Open cases:
    { $cases }
case-line = - { $head }. { $state }
case-card =
    { $line }
    Opened at { $opened }.
    { $timers }
case-timer-ladder = At { $at } I ask more people.
case-timer-ask-again = At { $at } I ask the member once more.
case-timer-no-answer = At { $at } you may write to them through me, if they still have not answered.
case-timer-none = No timer is running.

shift-on =
    You are on duty. I page you when somebody needs a person.
    { $cases }
shift-off = You are off duty. I do not page you.

rota-list =
    On duty:
    { $people }
rota-line = - { $name }, { $cases ->
        [one] one open case
       *[other] { $cases } open cases
    }
rota-empty = Nobody is on duty. A crisis goes to the coordinators.
