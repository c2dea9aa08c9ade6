# reviewed-by: nobody yet
# lived-experience: unknown

# Said when another text is missing. It must never fail: no variables here.
text-missing =
    My words for this are missing. That is my fault, not yours.
    Write **!crisis** for lines that answer now, or **!help** for what I can do.

## Who is speaking

bot-intake = the welcome bot
bot-checkin = the check-in bot
bot-moderation = the safety bot
bot-escalation = the crisis bot

hello-software = Hello. I am { $bot }. I am software, not a person. People from the team stand behind me.

are-you-human = No. I am { $bot }. I am software. I do not feel, and I do not make up answers. I can only say what was written for me before.

## Help

help-frame =
    I am { $bot }, and I am software. Here you can write:

    { $commands }

    Small typing errors are fine.

help-line = - **{ $command }**: { $what }

help-crisis = lines that answer now, and a person if you like
help-help = this list
help-whatdoyousee = what I read, what I keep, and who sees it

## Commands

command-unknown = I do not know **{ $command }**. Write **!help** to see what I can do.

command-did-you-mean = I do not know **{ $command }**. Did you mean **{ $suggestion }**?

command-usage = I need a little more. It goes like this: **{ $usage }**

command-not-allowed = **{ $command }** is only for { $role }. If you need it, you can ask a coordinator.

command-wrong-room = **{ $command }** works only in { $place }.

role-member = members
role-supporter = supporters
role-specialist = peer specialists
role-coordinator = coordinators
role-moderator = moderators
role-operator = operators

place-dm = a direct chat with me
place-welcome = the welcome room
place-space = the community's space
place-group = a group room
place-pair = a pair room
place-case = a case room
place-staff = a room of the team

## Choices and confirmation

choice-yes = yes
choice-no = no
choice-later = later
choice-skip = skip

# What the reactions are called, for people who cannot see them.
emoji-yes = green tick
emoji-no = red cross

choice-line = { $number }. { $label }

choice-hint = Tap one, or write its number or its word.

choice-not-understood = I did not get that. You can write one of these: { $choices }

choice-closed = This question is closed now. Nothing has changed.

choice-not-yours = This question is for another person.

confirm-ask =
    { $action }

    Shall I do this? Write **{ choice-yes }** or **{ choice-no }**.

confirm-done = Done.

confirm-cancelled = All right. Nothing has changed.

confirm-expired = That was a while ago, so I did nothing. Write it again if you still want it.

## When I cannot help or something breaks

dont-know = I don't know. I do not want to guess. Here is a person you can ask: { $person }

dont-know-no-person = I don't know. I do not want to guess. A person from the team can answer this in the help room.

not-read =
    I could not read your last message. Its lock did not open on my side. That is our fault, not yours.
    Please write it again.

    If it is urgent, these lines answer now:
    { $lines }

turn-failed =
    Something broke on my side while I read your message. I kept it, and I told a person from the team.

    If it is urgent, these lines answer now:
    { $lines }

## What the bots see

whatdoyousee-frame =
    This is what the bots in this room see:

    { $bots }

    All of it stays with this community. Your words are locked when they are stored. A coordinator can show or delete what is kept about you.

whatdoyousee-intake =
    {""}**The welcome bot** reads what you write to it in our direct chat. In pair rooms it reads only words that begin with **!**, unless you let it read more.
    It keeps your language, your country, what you told it about you, and what you agreed to.
    The coordinators see that. When a match is made, the other person sees a card without your name.

whatdoyousee-checkin =
    {""}**The check-in bot** reads what you write to it in our direct chat.
    It keeps your answers if you agreed to that. It looks for signs that you may be in danger.
    Only you see your answers. If there is such a sign, the people on duty see that, but not your words.

whatdoyousee-moderation =
    {""}**The safety bot** reads each message in group rooms, and each change to one.
    It keeps a note about a message only when it may be unsafe. It keeps such a note for { $days ->
        [one] one day
       *[other] { $days } days
    }.
    Only team members on duty see these notes.

whatdoyousee-escalation =
    {""}**The crisis bot** reads what you write to it in our direct chat and in a case room.
    It keeps when you asked for help, who came, and how it ended.
    The people on duty see a number, how urgent it is, and a made-up name. They do not see what you wrote in our chat. In a case room, the person who came reads what you write there.

topic-bots-read = Bots read here. Write !whatdoyousee to see what they keep, or !crisis for lines that answer now.

## For the people who run this

texts-unreviewed = No named person has reviewed these texts yet: { $files }
