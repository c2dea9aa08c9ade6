-- What every bot stands on. SERIAL_KEY becomes the driver's own growing primary key; all times are ms since the epoch;
-- columns that end in _sealed hold JSON under the organization's key.

CREATE TABLE sync_state (
  bot TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE inbox (
  seq SERIAL_KEY,
  bot TEXT NOT NULL,
  source TEXT NOT NULL,             -- event id, timer or tell: the same source enters once
  lane INTEGER NOT NULL,            -- 0 somebody waits for an answer, 1 group messages
  kind TEXT NOT NULL,
  room_id TEXT,
  event_sealed TEXT,
  state TEXT NOT NULL DEFAULT 'ready',
  attempts INTEGER NOT NULL DEFAULT 0,
  due BIGINT NOT NULL,
  at BIGINT NOT NULL,
  error TEXT,
  UNIQUE (bot, source)
);
CREATE INDEX inbox_ready ON inbox (bot, lane, seq) WHERE state = 'ready';

CREATE TABLE outbox (
  id SERIAL_KEY,
  bot TEXT NOT NULL,
  txn TEXT NOT NULL UNIQUE,         -- the Matrix transaction id, the same at every try
  room TEXT NOT NULL,               -- a room id, or the key of a room that is being made
  effect TEXT NOT NULL,
  key TEXT,
  payload_sealed TEXT,
  state TEXT NOT NULL DEFAULT 'ready',
  attempts INTEGER NOT NULL DEFAULT 0,
  due BIGINT NOT NULL,
  at BIGINT NOT NULL,
  sent_at BIGINT,
  event_id TEXT,
  error TEXT
);
CREATE INDEX outbox_ready ON outbox (bot, room, id) WHERE state = 'ready';
CREATE INDEX outbox_event ON outbox (event_id);
CREATE INDEX outbox_key ON outbox (bot, key);

CREATE TABLE timers (
  id SERIAL_KEY,
  bot TEXT NOT NULL,
  key TEXT NOT NULL,
  due BIGINT NOT NULL,
  event_sealed TEXT NOT NULL,
  UNIQUE (bot, key)
);
CREATE INDEX timers_due ON timers (bot, due);

CREATE TABLE undecryptable (
  id SERIAL_KEY,
  bot TEXT NOT NULL,
  event_id TEXT NOT NULL,
  room_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  raw_sealed TEXT NOT NULL,
  at BIGINT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0,
  UNIQUE (bot, event_id)
);

-- The rooms as each bot sees them. kind: dm, group, staff, welcome, pair, case, space.
CREATE TABLE rooms (
  bot TEXT NOT NULL,
  room_id TEXT NOT NULL,
  key TEXT,
  kind TEXT NOT NULL,
  member TEXT,
  encrypted INTEGER NOT NULL DEFAULT 0,
  joined INTEGER NOT NULL DEFAULT 1,
  successor TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (bot, room_id)
);
CREATE UNIQUE INDEX rooms_key ON rooms (bot, key) WHERE key IS NOT NULL;
CREATE INDEX rooms_member ON rooms (member);

-- The community's rooms by name ("space", "welcome", "topic:general", "staff:moderators"), written by `kith init`.
CREATE TABLE places (
  name TEXT PRIMARY KEY,
  room_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  encrypted INTEGER NOT NULL
);

CREATE TABLE members (
  member TEXT PRIMARY KEY,
  language TEXT,
  country TEXT,
  time_zone TEXT,
  adult INTEGER,
  joined_at BIGINT NOT NULL
);

CREATE TABLE consents (
  id SERIAL_KEY,
  member TEXT NOT NULL,
  switch TEXT NOT NULL,
  is_on INTEGER NOT NULL,
  at BIGINT NOT NULL,
  text_version TEXT NOT NULL,
  language TEXT NOT NULL
);
CREATE INDEX consents_member ON consents (member, switch, id);

CREATE TABLE roles (
  member TEXT NOT NULL,
  role TEXT NOT NULL,
  until BIGINT NOT NULL,
  granted_by TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (member, role)
);

-- One question that waits for an answer in a room; taps, numbers and words all find it here.
CREATE TABLE choices (
  id SERIAL_KEY,
  bot TEXT NOT NULL,
  room TEXT NOT NULL,
  choice TEXT NOT NULL,
  outbox_key TEXT NOT NULL,
  asked TEXT,                       -- only this person may answer; NULL: anybody in the room
  options TEXT NOT NULL,
  data_sealed TEXT,
  many INTEGER NOT NULL DEFAULT 0,  -- stays open after an answer (both sides must say yes)
  at BIGINT NOT NULL
);
CREATE INDEX choices_room ON choices (bot, room);
CREATE INDEX choices_key ON choices (bot, outbox_key);

-- Which bot answers an event that several of them see.
CREATE TABLE claims (
  event_id TEXT PRIMARY KEY,
  bot TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE heartbeats (
  bot TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  reported INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE audit (
  seq BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
);
