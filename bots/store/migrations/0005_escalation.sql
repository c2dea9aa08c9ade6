-- Cases, the pages that were sent for them, and who is on duty.

CREATE TABLE cases (
  number BIGINT PRIMARY KEY,
  member TEXT NOT NULL,
  level TEXT NOT NULL,              -- now, soon
  language TEXT NOT NULL,
  source TEXT NOT NULL,             -- the bot that worried first
  opened_at BIGINT NOT NULL,
  written_at BIGINT NOT NULL,       -- when the member wrote the words that the level stands for
  read_at BIGINT NOT NULL,          -- when a bot read them
  dm_bot TEXT,                      -- the bot through which the member is spoken to, and the room
  dm_room TEXT,
  offered_at BIGINT,                -- when a person was last offered
  wants TEXT,                       -- the member's last answer: yes, no; NULL: none yet
  asked_again_at BIGINT,
  sought_at BIGINT,                 -- when the running ladder began
  rung INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  claimed_at BIGINT,
  relayed_at BIGINT,
  room TEXT,                        -- the key of the case room, then its id
  room_at BIGINT,
  first_words_at BIGINT,            -- when a human first answered there
  closed_at BIGINT,
  closed_by TEXT,
  outcome TEXT,                     -- closed, false
  reason_sealed TEXT
);
CREATE UNIQUE INDEX cases_open ON cases (member) WHERE closed_at IS NULL;
CREATE INDEX cases_room ON cases (room);

CREATE TABLE case_pages (
  key TEXT PRIMARY KEY,             -- the outbox key of the message
  number BIGINT NOT NULL,
  room TEXT,                        -- NULL: the direct chat with `person`
  person TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX case_pages_number ON case_pages (number);

CREATE TABLE rota (
  person TEXT PRIMARY KEY,
  on_shift INTEGER NOT NULL,
  since BIGINT NOT NULL,
  paged_at BIGINT NOT NULL DEFAULT 0
);
