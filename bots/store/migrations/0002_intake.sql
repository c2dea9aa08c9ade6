-- Intake: the welcome, profiles, supporters, and how two people come together.

CREATE TABLE welcomes (
  member TEXT PRIMARY KEY,
  step TEXT NOT NULL,               -- the question that is open; 'done', or 'minor'
  room TEXT NOT NULL,               -- where it was asked: a room id or key
  paused INTEGER NOT NULL DEFAULT 0,
  values_version TEXT,              -- which values the member agreed to, and when
  values_at BIGINT,
  opened_at BIGINT,                 -- when the Space and its rooms were opened
  at BIGINT NOT NULL                -- when the step was asked
);

CREATE TABLE profiles (
  member TEXT PRIMARY KEY,
  experiences_sealed TEXT,          -- {"tags": [...], "words": "..."}
  helps_sealed TEXT,
  role TEXT,                        -- seeking, offering, both, resting
  at BIGINT NOT NULL
);

CREATE TABLE supporters (
  member TEXT PRIMARY KEY,
  state TEXT NOT NULL,              -- available, full, resting
  flagged_by TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE requests (
  id SERIAL_KEY,
  member TEXT NOT NULL,
  state TEXT NOT NULL,              -- waiting, offered, matched, closed
  tried INTEGER NOT NULL DEFAULT 0, -- cards of this round that came to nothing
  rest_until BIGINT NOT NULL DEFAULT 0,
  told INTEGER NOT NULL DEFAULT 0,  -- 1 once the member has heard that there is no one yet
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX requests_open ON requests (member) WHERE state IN ('waiting', 'offered');

CREATE TABLE proposals (
  id SERIAL_KEY,
  request BIGINT NOT NULL,
  seeker TEXT NOT NULL,
  supporter TEXT NOT NULL,
  state TEXT NOT NULL,              -- with_supporter, with_seeker, accepted, declined, unanswered, withdrawn
  made_by TEXT,                     -- the coordinator who made it
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX proposals_of_request ON proposals (request) WHERE state IN ('with_supporter', 'with_seeker');
CREATE UNIQUE INDEX proposals_of_supporter ON proposals (supporter) WHERE state IN ('with_supporter', 'with_seeker');

CREATE TABLE pairs (
  id SERIAL_KEY,
  seeker TEXT NOT NULL,
  supporter TEXT NOT NULL,
  state TEXT NOT NULL,              -- opening, open, ended
  seeker_agreed_at BIGINT,
  supporter_agreed_at BIGINT,
  at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX pairs_seeker ON pairs (seeker);
CREATE INDEX pairs_supporter ON pairs (supporter);

-- Two people who are never paired again, in both directions.
CREATE TABLE apart (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (one, other)
);

CREATE TABLE pair_reports (
  id SERIAL_KEY,
  pair BIGINT NOT NULL,
  reporter_sealed TEXT NOT NULL,
  words_sealed TEXT,
  at BIGINT NOT NULL
);
