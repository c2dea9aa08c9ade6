# reviewed-by: nobody yet
# lived-experience: unknown

## The answer

crisis-answer =
    Thank you for writing this. It matters. I am software, so I want you to reach a person. These lines answer now:

    { $lines }

crisis-ask-person = Shall I bring a person from our team? Write **{ choice-yes }** or **{ choice-no }**. Both are fine.

crisis-yes =
    I have asked for a person. I will tell you when somebody is here.
    The lines answer all this time:

    { $lines }

crisis-no =
    All right. Nobody from the team will come in. I am still here, and you can write **{ choice-yes }** at any time.
    The lines stay open to you:

    { $lines }

crisis-ask-again = I said I would stay here, so I ask once more. Would you like a person from our team now? Write **{ choice-yes }** or **{ choice-no }**. I will not ask again.

crisis-waiting-first =
    Nobody has picked this up yet. I have now asked a second person. These lines answer now:

    { $lines }

crisis-waiting-second =
    Nobody has picked this up yet. I have now asked all who are on duty. I am sorry that it takes so long. These lines answer now:

    { $lines }

crisis-person-here = A person is here: { $name }.

crisis-late =
    I was not running when you wrote, { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } ago. I am sorry. I read it now.

crisis-late-hours =
    I was not running when you wrote, { $hours ->
        [one] about one hour
       *[other] about { $hours } hours
    } ago. I am sorry. I read it now.

## The lines

line-call = - **{ $name }**: call **{ $number }** ({ $details })
line-text = - **{ $name }**: text **{ $number }** ({ $details })
line-text-keyword = - **{ $name }**: text **{ $keyword }** to **{ $number }** ({ $details })
line-call-or-text = - **{ $name }**: call or text **{ $number }** ({ $details })
line-web = - **{ $name }**: { $url } ({ $details })

# The details in brackets, for example: day and night, in English and Spanish, for young people
line-always = day and night
line-hours = { $from }–{ $to }
line-hours-days = { $days }, { $from }–{ $to }
line-languages = in { $languages }
line-youth = for young people
line-extension = then dial { $extension }
line-landline = only from a landline
line-and = { $first }, { $second }

emergency-numbers = - If you or somebody else may be in danger right now: call **{ $numbers }**
emergency-local = - If you or somebody else may be in danger right now: call your local emergency number
numbers-or = { $first }** or **{ $second }

line-directory = - More lines, in many countries: { $url }

## A friend, and people under 18

crisis-friend =
    It is good that you look out for them. Here is what can help:

    - Ask them, in plain words, if they think about ending their life. Asking does not put the thought there.
    - Listen. You do not need to fix it.
    - Stay in touch, and let a second person know. This is a lot for one.
    - These lines talk to friends too:

    { $lines }

crisis-youth =
    Thank you for telling me. This place is for people of 18 and over, so I cannot match you here. These people are there for you:

    { $lines }

## For the team

lines-due =
    { $count ->
        [one] One crisis line needs a check by a named person.
       *[other] { $count } crisis lines need a check by a named person.
    } The first one will not be shown after { $day }.

lines-hidden =
    { $count ->
        [one] One crisis line is not shown now: its last check is too old.
       *[other] { $count } crisis lines are not shown now: their last check is too old.
    } Members see the emergency number and { $url }.
