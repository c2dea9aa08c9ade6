"""English."""

from models.phrases.parts import phrases

_ADVERB = (
    r"(?:(?:just|really|seriously|honestly|only|so|still|actually|do|badly|kind_of|definitely|literally|to|fucking)_)*"
)
_HARM = (
    r"(?:(?:kill|hang|shoot|drown|hurt|harm|cut|burn|starve|end|off)_my_?self|end_(?:it_all|my_(?:own_)?life|everything)"
    r"|take_my_(?:own_)?life|commit_suicide|attempt_suicide|do_suicide|overdose(?!_on)|jump_off)\b"
)
_GONE = (
    r"(?:die|be_dead|stop_existing|not_(?:be_alive|exist|wake_up))\b(?!_(?:of|from|laughing|for|inside|on_this_hill))"
)
_STAY = r"(?:live|be_alive|exist|be_here|wake_up|keep_living|go_on_living|stay_alive)\b"
_KIN = (
    r"\b(?:he|she|they|someone|somebody|(?:best_)?friend|bestie|brother|sister|mom|mum|mother|dad|father|son|daughter|wife"
    r"|husband|partner|boyfriend|girlfriend|roommate|flatmate|cousin|colleague|user|member|kid|child|nephew|niece|uncle"
    r"|aunt|student|neighbou?r|ex|guy|girl|boy|woman|man|person)\b"
)
_THEM = r"(?:himself|herself|themsel(?:f|ves))"

PHRASES = phrases(
    intent=rf"""\bi_{_ADVERB}(?:want|need|plan|intend|wish|would_like|long)_{_ADVERB}(?:{_HARM}|{_GONE})
        |\bi_am_{_ADVERB}(?:going|about|ready|planning|trying|preparing)_{_ADVERB}{_HARM}
        |\bi_am_{_ADVERB}(?:ready|planning)_to_die\b
        |\bi_(?:will|might|may|could|have_to|am_gonna)_{_ADVERB}{_HARM}
        |\bi_(?:have_)?{_ADVERB}decided_to_(?:{_HARM}|die)
        |(?:^|\b(?:and|but|so|just|because)_){_ADVERB}(?:want|need|going|about|planning|ready|might)_{_ADVERB}{_HARM}
        |^{_ADVERB}kill_myself\b
        |^{_ADVERB}(?:want|need)_{_ADVERB}{_GONE}
        |\bi_do_not_{_ADVERB}(?:want|wish)_to_{_STAY}_?(?:any_?(?:more|longer)|tomorrow|on_this)
        |\b(?:thinking|thoughts|think)_(?:about|of)_(?:killing|hurting|hanging|ending)_(?:myself|my_life|it_all)
        |\b(?:feel(?:ing)?_like_(?:killing|hurting)|urge_to_(?:kill|hurt|harm|cut))_myself\b
        |\b(?:i_(?:have|get|am_having|keep_having)|having)_(?:\w+_)?suicidal_thoughts\b
        |(?:^|\bi_am_|\bbeen_|\bkeep_){_ADVERB}thinking_(?:about|of)_suicide\b(?!_(?:prev|aware|rate|stat|in_))|\bi_am_{_ADVERB}suicidal\b
        |\b(?:i_(?:have_got|have|made)|got|have)_(?:a|my)_(?:suicide_)?plan_to_(?:{_HARM}|die)""",
    time=r"""\b(?:tonight|today|tomorrow|right_now|now|soon)\b
        |\bthis_(?:morning|evening|afternoon|weekend|week|night)\b
        |\bin_(?:a_few|an|a|\d+|ten|five)_(?:minutes?|hours?|days?)\b
        |\bon_(?:mon|tues|wednes|thurs|fri|satur|sun)day\b
        |\b(?:when|once|after|before)_(?:everyone|everybody|they|he|she|we|my_\w+|the_\w+|work|school|christmas)\b
        |\b(?:last|final)_(?:night|day|hours?|message)\b""",
    means=r"""\b(?:i_have|i_got|got|have|bought|found|holding|sitting_with|next_to|in_front_of|in_my_hands?)\b
        .{0,40}\b(?:pills|tablets|meds|rope|gun|knife|blades?|razors?|noose)\b
        |\b(?:pills|tablets|meds|rope|gun|knife|blades?|razors?)\b.{0,30}\b(?:in_my_hand|in_front_of_me|next_to_me|right_here|ready)\b
        |\b(?:on|at)_(?:the|a)_(?:\w+_)?(?:bridge|roof|rooftop|ledge|edge|platform|tracks|balcony)\b""",
    attempt=r"""(?:^|\bi_)(?:have_)?(?:just_|already_)?(?:took|taken|swallowed)_
            (?:an_overdose|all_of_them|(?:way_)?too_many|(?:all|a_(?:whole|full)|the_(?:whole|rest|entire)|every|lots_of|a_lot_of|\d\d+)_?
            (?:of_)?(?:the_|my_|her_|his_|those_)?(?:\w+_)?(?:pills|tablets|meds|medication|bottle|pack|box))\b
            (?!.*\b(?:breakfast|prescribed|on_time|proud|champ|reminder|as_(?:always|usual)|cough|headache|antibiotics|photos
            |pictures|classes)\b)
        |\bi_(?:have_)?just_(?:overdosed|cut_myself)\b
        |\bi_(?:have_)?(?:just_)?(?:tried_to_(?:kill_myself|hang_myself|end_my_life|take_my_(?:own_)?life)|attempted(?:_suicide)?)
            _(?:yesterday|last_night|today|tonight|this_\w+|on_\w+day|an_hour_ago|again)\b
        |\A(?!.*\bunless\b).*\bi_am_(?:cutting_myself|bleeding_out|standing_on_the_(?:ledge|edge))\b""",
    other_intent=rf"""{_KIN}[^.?!]{{0,70}}\b(?:(?:wants?|wanting|going|about|threatens?|threatened|threatening|plans?|planning
            |trying|tries|ready|will|would|might)_(?:to_)?(?:(?:kill|hurt|hang|shoot|drown|harm|cut)_{_THEM}
            |(?:end|take)_(?:his|her|their)_(?:own_)?life|commit_suicide|die\b|jump\b|overdose\b|end_it\b
            |take_(?:all_)?(?:of_)?(?:his|her|their|the)_(?:pills|tablets|meds))
            |will_(?:hang|kill)_{_THEM}|(?:hurting|killing|cutting)_{_THEM})
        |{_KIN}[^.?!]{{0,40}}\b(?:took|taken|swallowed|overdosed)\b[^.?!]{{0,30}}\b(?:pills|tablets|meds|medication|overdose|everything)\b
        |{_KIN}[^.?!]{{0,50}}\b(?:suicide|goodbye)_(?:note|letter|message)\b""",
    urgent=r"""\b(?:tonight|right_now|now|just|today)\b|not_(?:answer\w*|pick\w*|open\w*|repl\w*|respond\w*)
        |\bwhat_(?:do|should|can)_i_do\b|\blocked\b|\bmeans_it\b|\bwho_do_i_call\b
        |\bhelp\b|\bon_the_(?:roof|bridge|ledge|balcony|railing)\b|\bin_(?:his|her|their)_hands?\b""",
    earnest=r"""\bnot_(?:joking|kidding|a_joke|even_joking|lying)\b|\bi_(?:really_)?mean_it\b|\b(?:for_real|fr|serious|seriously|swear)\b""",
    past=r"""\bused_to\b|\b(?:years?|months?|weeks?|decades?)_ago\b|\bback_(?:then|in)\b|\bwhen_i_was_(?:a|an|in|\d+|young|little|at)\b
        |\blast_(?:year|summer|winter|autumn|spring|month)\b|\bin_(?:19|20)\d\d\b|\bas_a_(?:teen\w*|kid|child|student)\b
        |\bany_?more\b.*\b(?:glad|happy|better|grateful)\b|\b(?:no_longer|never_again)\b""",
    figurative=r"""\b(?:lol|lmao|lmfao|rofl|(?:ha){2,}h?|hehe|jk|j/k|xd)\b|[😂🤣💀😆😹]
        |\b(?:homework|essay|exams?|meetings?|mondays?|deadline|spreadsheet|assignment|traffic|laundry|cringe\w*
            |embarrass\w*|boredom|wifi|printer|code|bug|app|update)\b|\bof_(?:laughter|shame|heat)\b""",
    fiction=r"""[🎵🎶♪]|\b(?:lyrics?|songs?|sang|sings?|singing|karaoke|album|chorus|movie|film|book|novel|episode|characters?|scene
        |series|game|gaming|boss|respawn|chess|poem|documentary|podcast|article|study|research|training|course|workshop
        |quote|meme|rule_\d)\b""",
    supposed=r"""\b(?:if|when|whenever|in_case)_(?:you|someone|somebody|anyone|anybody|people|a_\w+|one|members?|they|he|she)\b
        |\b(?:you|people|they|form|question|bot)_(?:said|say|says|wrote|write|asks?|asked|feel|felt)\b|\bwhat_(?:if|happens|does)\b
        |\bhow_(?:do|can|should|to)\b(?!.*\bi_(?:kill|end))|\b(?:would|will)_never\b
        |\b(?:does_not_mean|never_said|not_saying|not_that)_(?:that_)?i\b""",
    denied=r"""\b(?:not|never|no|without|nor|neither|hardly)_(?:(?!any|this|it|that|do\b)\w+_){0,2}\Z""",
    asks=r"""\b(?:are|do|did|have|were)_you\b.{0,50}\b(?:suicid\w*|kill\w*_yourself|end\w*_your_life|hurt\w*_yourself|harm\w*_yourself
        |want_to_die|not_(?:be|being)_alive|safe)\b""",
    yes=r"""\A(?:(?:yes|yeah|yep|yea|yup|i_am|i_do|i_did|every_day|all_the_time|kind_of|maybe|honestly|a_lot|sometimes|tonight|
        and_i_\w+|i_think_so|to_be_honest|constantly)[ .,!]*)+\Z""",
)
