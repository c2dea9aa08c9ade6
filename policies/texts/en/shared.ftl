# reviewed-by: nobody yet
# lived-experience: unknown

choice-yes-words = y, yeah, yep, ok, okay, please, sure, yes please
choice-no-words = n, nope, nah, not now, no thanks, no thank you

command-elsewhere = **{ $command }** belongs to { $bot }. Write it to { $user } in a direct chat.

greeting-dm = You can write to me here at any time. Write **!help** to see what I can do, or **!crisis** for lines that answer now.

operators-refused = The homeserver refused something for good. I kept it as number { $number }. What: { $effect }. Where: { $room }. Why: { $reason }.

operators-parked = I could not handle an event and set it aside. Nothing is lost. Event: { $event }. Kind: { $kind }. Room: { $room }. Error: { $error }. Try it again with **kith inbox retry**.

operators-silent = { $bot } has not been heard of for { $seconds } seconds. Please look at it.

operators-heard = { $bot } is back.

room-welcome = Welcome
room-moderators = Moderators
room-moderators-topic = Cards about messages that may need a human look. Commands: !help
room-specialists = Peer specialists
room-specialists-topic = Pages when somebody may be in crisis. Tap the green tick to take a case.
room-coordinators = Coordinators
room-coordinators-topic = Matching, supporters, and what needs a human.
room-operators = Operators
room-operators-topic = How the software is doing. Never what members write.
