-- Daily check-ins. Values and words of answers lie in _sealed columns alone; nothing else here says how somebody was.

CREATE TABLE checkin_routines (
  member TEXT PRIMARY KEY,
  minute INTEGER,                   -- chosen local time, minutes after midnight
  days TEXT NOT NULL,               -- daily, weekdays
  chosen TEXT NOT NULL,             -- the member's pace: daily, thrice, weekly
  pace TEXT NOT NULL,               -- the pace now: slower while prompts go unanswered
  state TEXT NOT NULL,              -- on, paused, stopped (by the member), asleep (by the bot)
  paused_until BIGINT NOT NULL,
  unanswered INTEGER NOT NULL,      -- prompts since the last answer
  asked_on TEXT,                    -- local date of the last prompt, ISO
  next_at BIGINT,                   -- when the next prompt is due; another due time is out of date
  hinted_at BIGINT NOT NULL,
  talk_sealed TEXT                  -- when a talk was last offered
);

-- Every prompt that was sent. began: 'bot' (counts towards the bot's messages of a day) or 'member' (asked for).
CREATE TABLE checkin_prompts (
  id SERIAL_KEY,
  member TEXT NOT NULL,
  day TEXT NOT NULL,
  began TEXT NOT NULL,
  at BIGINT NOT NULL,
  answered_at BIGINT
);
CREATE INDEX checkin_prompts_member ON checkin_prompts (member, at);

CREATE TABLE checkin_answers (
  member TEXT NOT NULL,
  day TEXT NOT NULL,                -- local date, ISO
  value_sealed TEXT NOT NULL,
  words_sealed TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (member, day)
);
