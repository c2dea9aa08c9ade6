# reviewed-by: nobody yet
# lived-experience: unknown

intake-word = { $word }

## The welcome

welcome-hello =
    { $hello }

    Welcome to { $organization }, a place where people support each other. I have a few short questions. You can write **!skip** or **!later** at any time.

    { $question }

welcome-language = Which language is good for you?

welcome-language-unknown = I do not speak that language yet, or I did not get it. Which of these is good for you?

welcome-about =
    Before you tell me anything:

    - I read what you write to me here. In group rooms other bots read too, to keep people safe. In a room for two I read only what begins with **!**, unless you let me read more.
    - If your words sound like danger, the people on duty hear that there is a worry. They do not get your words.
    - { welcome-reporting }
    - **!whatdoyousee** tells you more. **!crisis** shows lines that answer now.

# The organization's own policy on reports to the police and to other offices: say it in the overlay if yours differs.
welcome-reporting = No bot calls the police or an ambulance. A person on duty may call for help if a life is in danger, and tells you first if they can. Harm to a child may have to be reported by law.

welcome-go-on = go on
welcome-go-on-words = ok, okay, yes, y, next, fine, sure

welcome-values =
    This is what we hold to here:

    - We listen. We are kind. We do not judge.
    - What is said here stays here.
    - We share what we have lived. We give no advice on medicine.
    - No phone numbers, no addresses, no money.
    - You may stop, rest or leave at any time.

    Is that good for you?

welcome-agree = I agree
welcome-agree-words = yes, y, agree, agreed, ok, okay, sure, fine

welcome-country = Which country do you live in? Then I can show you crisis lines that answer there.

welcome-country-unknown = I did not find that country. How else is it called?

welcome-country-which = I am not sure which one you mean. Is it one of these?

welcome-zone = Your country has more than one time. Which of these is yours?

welcome-zone-option = { $city }, now { $time }

welcome-lines =
    For a hard hour, now or later, these lines are there for you:

    { $lines }

    You find them again with **!crisis**.

welcome-adult = Are you 18 or over?

welcome-adult-unsure = I did not get that. Are you 18 or over?

welcome-youth-mistake = Did you tap the wrong answer? A coordinator can ask me to ask again.

welcome-rooms = Thank you. Our rooms are open to you now: you find an invitation to each of them in your app.

welcome-done = That is all for now. You can write to me at any time: **!me** is what I know about you, **!match** looks for a person for you, **!privacy** shows your switches, and **!help** shows the rest.

welcome-later = All right. I wait. Write **!start** when you want to go on.

welcome-cannot-skip = I need an answer to this one before the rooms open. **!later** is fine too.

welcome-paused = We stopped in the middle of the welcome. Write **!start** to go on, or **!help** to see what else I can do.

welcome-nothing-open = There is no open question of the welcome now. Write **!help** to see what I can do.

welcome-again = I did not get that, so I ask again.

welcome-after-crisis = I put my questions away for now. I am software and cannot talk this through with you. **!crisis** shows lines that answer now. Write **!start** when you want to go on with the welcome, today or some other day.

## Consent

consent-ask =
    Six things that you can allow. All are off until you turn them on, and you can change your mind at any time with **!privacy**. Crisis help needs none of them.

consent-option = **{ $name }**: { $what }

consent-name-service = service
consent-name-screening = screening
consent-name-matching = matching
consent-name-checkins = check-ins
consent-name-reports = reports
consent-name-research = research

consent-words-service = services, keep, profile
consent-words-screening = screen, scan, scanning, dm-scan
consent-words-matching = match, matches
consent-words-checkins = checkin, checkins, check-in
consent-words-reports = report, outcomes, outcome
consent-words-research = study, studies, training

consent-what-service = keep what you tell me about you
consent-what-screening = read your rooms for two, to notice danger
consent-what-matching = look for a person for you, and show each other a card with no name
consent-what-checkins = keep your check-in answers
consent-what-reports = count you in reports on how we do, with no name
consent-what-research = use your words to make the bots better

consent-done = that is all
consent-done-words = done, finished, ready, all done, that's all
consent-all-words = all, everything, each
consent-none = All six are off.

consent-more =
    { $told }
    Anything else? If not: **{ consent-done }**.

consent-noted =
    Noted.
    { $told }

consent-not-understood = I did not get that. You can write numbers or names, such as **1 3** or **matching**, or **all** or **none**. When you are done: **{ consent-done }**.

consent-on-service = **service** is on: I keep what you tell me about you.
consent-on-screening = **screening** is on: in your rooms for two I read your own messages, to notice danger.
consent-on-matching = **matching** is on: I may look for a person for you.
consent-on-checkins = **check-ins** is on: your check-in answers are kept, for you.
consent-on-reports = **reports** is on: you are counted in reports, with no name.
consent-on-research = **research** is on: your words may be used to make the bots better.

consent-off-service = **service** is off. Stops: I keep nothing new about you. Kept: your language, country and age answer, so that crisis lines fit, and this list of your choices. Deleted: your profile, now.
consent-off-screening = **screening** is off. Stops: in rooms for two I read only what begins with **!**. Kept: what a worry from before led to. Deleted: nothing, as I keep no messages from there.
consent-off-matching = **matching** is off. Stops: I look for nobody and show no card. Kept: rooms that you already share with somebody; they are yours. Deleted: your place on the waiting list, now.
consent-off-checkins = **check-ins** is off. Stops: no new answer is kept. Kept: answers from before, until you ask a coordinator to delete them. Deleted: nothing by itself.
consent-off-reports = **reports** is off. Stops: new reports leave you out. Kept: reports that are made already; they hold no names. Deleted: nothing by itself.
consent-off-research = **research** is off. Stops: your words are not used any more. Kept: what was learned before; it holds none of your words. Deleted: nothing by itself.

privacy-frame =
    These are your switches:

    { $switches }

    To change them: **!privacy on matching** or **!privacy off research**. Several names at once are fine.

privacy-line = - **{ $name }** is { $state }: { $what }
privacy-is-on = on
privacy-is-off = off
privacy-on-words = on, yes, allow
privacy-off-words = off, no, none, nothing, not, stop

privacy-changed =
    Done. It holds from now on, in every bot.

    { $told }

privacy-usage = It goes like this: **!privacy on matching** or **!privacy off research**. **!privacy** alone shows all six.

privacy-unknown = I do not know a switch with this name: { $words }. Nothing has changed. **!privacy** shows all six.

## The profile

profile-ask-experiences = What have you lived with, or been through? A few words are enough, such as “panic attacks and night shifts”. I look for themes in them. Others see only the themes, when I look for a person for you.

profile-themes = I noted these themes: { $themes }. Your own words stay with me.

profile-no-themes = I kept your words. I found no theme in them that others here have named. That is fine.

profile-ask-helps = What helps you, or what do you wish for in a person to talk with? These words stand on your card. Please leave out names and numbers.

profile-no-contact = That looks like a way to reach you, so I did not keep it: cards have no numbers, links or addresses. What helps you, in other words?

profile-ask-role = What are you here for now? You can change it at any time.

profile-role-seeking = I look for support
profile-role-offering = I offer support
profile-role-both = both
profile-role-resting = I rest for now

profile-role-seeking-words = seeking, seek, looking, look
profile-role-offering-words = offering, offer, give, giving
profile-role-both-words = both, all
profile-role-resting-words = resting, rest, pause

profile-role-set = Noted: { $role }.

profile-nothing = nothing yet

profile-shown =
    This is what I know about you:

    - Language: { $language }
    - Country: { $country }
    - Themes: { $themes }
    - Your words: { $words }
    - What helps: { $helps }
    - Now: { $role }

    What would you like to change? Nothing is fine too.

profile-field-experiences = what I have lived with
profile-field-helps = what helps me
profile-field-role = seeking or offering
profile-field-language = language
profile-field-country = country

profile-field-experiences-words = experiences, experience, themes, lived
profile-field-helps-words = helps, what helps
profile-field-role-words = role, seeking, offering
profile-field-language-words = languages, tongue
profile-field-country-words = countries, nation

profile-may-keep = For this I need your yes to **{ consent-name-service }**: that I { consent-what-service }. You can take it back with **!privacy**. Is that all right?

## Matching

match-consent = For this I need your yes to **{ consent-name-matching }**: that I { consent-what-matching }. You can take it back with **!privacy**. Is that all right?

match-needs-welcome = Before I look for a person I need a few answers: your language, and that you are 18 or over. Write **!start**, and we go on where we stopped.

match-adults-only = I can only match people of 18 and over. **!crisis** shows people who are there for you.

match-while-resting = You told me that you rest for now. Write **!role seeking** when you want me to look for a person.

match-looking = I am looking. I ask one person at a time, so it may take a while. I write to you as soon as I know more. **!match stop** ends it.

match-still-looking = I am still looking for you. I write as soon as I know more. **!match stop** ends it.

match-stopped = All right, I am not looking any more. Write **!match** when you want me to.

match-nobody = I have found no one yet. I say it as it is: nobody who fits is free now. You stay on the list, and I keep looking. **!crisis** shows lines that answer now.

match-group-meanwhile = Until then, the room “{ $room }” is open to you. I have sent you an invitation.

match-why-shared = You both wrote about { $themes }.
match-why-language = You both speak the same language.

card-for-supporter =
    Somebody is looking for a person to talk with.

    { $lines }

    Would you like to meet? No is fine, and the other person never hears of it.

card-for-seeker =
    There is a person who would like to talk with you.

    { $lines }

    Would you like to meet? No is fine, and the other person never hears of it.

card-themes = Themes: { $themes }
card-helps = In their words, what helps: “{ $words }”

card-closed = This card is closed. There is nothing to do.

match-thanks-wait = Thank you. I ask the other person now, and I write to you either way.

match-no-is-fine = All right. Nobody hears of it.

match-not-this-time = Thank you for being ready. It did not come about this time. That happens, and it is not about you.

match-search-rests = You did not answer my card, so I have stopped looking. That is fine. Write **!match** when you want me to go on.

match-both-said-yes = You both said yes. I have made a room for the two of you and sent you an invitation.

match-again-later = All right. Write **!match** when you want me to look again.

## The room for two

pair-room-name = A room for two

pair-agreement =
    This is what holds in this room:

    - **Who**: you two. You are not doctors. I am here as well, as software, and I read only what begins with **!**, unless one of you lets me read more.
    - **What**: to listen and to share. No advice on medicine, no money, no photos.
    - **When**: each of you answers when it is good for you. Nobody needs to answer at once.
    - **Where**: in this room, and nowhere else.
    - **How**: with care. You can stop at any time: **!rematch** ends it, no reason needed. **!report** tells the moderators. **!crisis** shows lines that answer now.

pair-agreement-ask =
    { $agreement }

    Is that good for you both? Each of you says yes.

pair-one-agreed = One of you has said yes. I wait for the other.

pair-both-agreed = You have both said yes. The room is yours. **!agreement** shows it again.

pair-starters =
    If you like, here are three ways to begin:

    - What would make today a little easier?
    - What is something that you wish people knew about it?
    - What has helped you before, even a bit?

pair-ended = This pair has ended. Thank you both for the time that you gave each other. I close the room now.

pair-ended-reason = This pair has ended. It was nobody's fault.

pair-ended-seeker = Your room for two has ended. That happens, and it is not about you. Shall I look for another person?

pair-ended-supporter = One of your rooms for two has ended. Thank you for being there.

pair-which = I am not sure which room you mean. Please write it in the room for two itself.

report-ticket =
    {""}**Report { $number }**, from pair { $pair }.
    About: { $about }
    What was said: { $words }

report-no-words = no words given

report-no-pair = You have had no room for two so far. Something in a group room? Write **!report** there, and the safety bot tells the team.

report-noted = Thank you. I have told the moderators. It is report number { $number }. The other person does not learn that you wrote. If you want to leave the pair, **!rematch** does it. You can also write **!report** here, where nobody else sees it.

## Supporters and coordinators

supporter-hello = A coordinator has named you as a supporter. When somebody fits, I show you a card without a name, and you say yes or no. **!full** or **!resting** stops the cards at once, **!available** brings them back.

supporter-may-show = May I show other people a card about you, with no name, and show you theirs? You can take it back with **!privacy**.

supporter-ready = Thank you. I write to you when somebody fits.

supporter-now-full = Noted: you have enough people for now. No new cards. Write **!available** when there is room again.

supporter-now-resting = Noted: you rest. No new cards. Write **!available** when you want to go on.

supporter-now-available = Noted. You get cards again.

supporter-flagged = { $user } is a supporter now. I have told them.
supporter-already = { $user } is a supporter already.
supporter-removed = { $user } is no longer a supporter. Rooms for two that they have stay as they are.
supporter-is-none = { $user } is not a supporter.

supporters-frame =
    The supporters:

    { $lines }

supporters-none = There is nobody yet. **!supporter @name:server** names one.

supporter-line = - { $user }: { $state }, { $pairs } of { $most } pairs, language: { $language }

supporter-is-available = available
supporter-is-busy = has a card to answer
supporter-is-full = full
supporter-is-resting = resting
supporter-is-adult = not ready, the welcome is not finished
supporter-is-language = not ready, no language yet
supporter-is-consent = not ready, no yes to matching

queue-frame =
    Who waits for a match:

    { $lines }

queue-empty = Nobody waits.

queue-waits = - { $user }: { $language }, { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }, nobody asked now

queue-offered = - { $user }: { $language }, { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }, a card is out with { $supporter }

make-done = Done. I ask both of them. The room comes when both have said yes.

make-not-known = I do not know one of them yet, or the second one is not a supporter. **!supporters** shows who is.
make-not-gone = One of them is no longer there.
make-not-self = That is one and the same person.
make-not-adult = One of them has not said that they are 18 or over.
make-not-consent = One of them has not said yes to matching.
make-not-never = These two share a room already, or one of them has ended it before. They are not paired again.
make-not-language = They do not share a language.
make-not-lately = One of them has said no to this lately.
make-not-full = The supporter is full.
make-not-resting = The supporter rests.
make-not-busy = The supporter has a card to answer. Please try again when they have.

adult-asked = I ask { $user } again whether they are 18 or over.

coordinators-nobody = Somebody is waiting for a match in { $language }, and I have found no one. **!match queue** shows who waits.

## Help

help-start = go on with the welcome
intake-help-skip = leave out one question of the welcome
help-later = stop the welcome for now
help-privacy = what you allow: see it and change it
help-me = what I know about you: see it and change it
help-role = say if you seek or offer support, or rest
help-match = look for a person for you
help-full = get no new cards: enough people for now
help-resting = get no new cards: a rest
help-available = get cards again
help-agreement = see the agreement again
help-starter = three ways to begin
help-rematch = end this pair; no reason needed
intake-help-report = tell the moderators about your room for two; the other person does not learn of it
help-supporter = name a supporter, or remove one
help-supporters = see all supporters
help-adult = ask somebody for their age again
