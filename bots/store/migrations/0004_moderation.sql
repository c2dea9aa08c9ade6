-- The moderation bot: what was noticed, who looked at it, and how members want to be approached. No word of a message
-- is in any of these tables; what a reporter wrote to the team is sealed.

CREATE TABLE flags (
  id SERIAL_KEY,
  event_id TEXT NOT NULL,           -- the message, also where an edit of it was judged
  member TEXT NOT NULL,
  room_id TEXT NOT NULL,
  topic TEXT NOT NULL,              -- distress, claim, doubt
  tier INTEGER NOT NULL,            -- 1 watch, 2 soon, 3 now; claims and doubts have 1
  kind TEXT NOT NULL,               -- of a claim; why the judge was in doubt
  rarity DOUBLE PRECISION NOT NULL, -- so many of 1,000 messages of ordinary chat look as serious
  at BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  listed BIGINT,                    -- when moderators were shown it, on a card or in the daily list
  UNIQUE (event_id, member, topic)
);
CREATE INDEX flags_member ON flags (member, at);
CREATE INDEX flags_unlisted ON flags (rarity) WHERE listed IS NULL;

-- One thing for a human to look at. Its answer is a label; when its time is over, only the numbers stay.
CREATE TABLE cards (
  id SERIAL_KEY,                    -- the number that people write: !card 12
  topic TEXT NOT NULL,              -- distress, claim, doubt, report
  event_id TEXT,
  room_id TEXT,
  thread TEXT,                      -- the thread in which a note about it would stand
  member TEXT,                      -- who wrote the message; NULL where a report does not tell
  tier INTEGER NOT NULL,
  reasons TEXT NOT NULL,            -- names of rules or kinds, separated by spaces
  percent INTEGER NOT NULL,         -- probability of a claim
  more INTEGER NOT NULL DEFAULT 0,  -- further messages or reports that it stands for
  at BIGINT NOT NULL,
  answer TEXT,
  answered_by TEXT,
  answered_at BIGINT
);
CREATE INDEX cards_open ON cards (topic, id) WHERE answer IS NULL;

CREATE TABLE reports (
  id SERIAL_KEY,
  card BIGINT NOT NULL,
  reporter_sealed TEXT NOT NULL,
  sentence_sealed TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX reports_card ON reports (card);

-- When a member was last written to unasked, and until when and up to which tier they asked not to be.
CREATE TABLE approaches (
  member TEXT PRIMARY KEY,
  wrote_at BIGINT,
  left_alone_until BIGINT,
  left_alone_at INTEGER
);

-- A new installation watches before it writes to anybody unasked.
CREATE TABLE observing (
  one INTEGER PRIMARY KEY,
  since BIGINT NOT NULL
);
