-- name: next_case_number$
SELECT COALESCE(MAX(number), 0) + 1 FROM cases;

-- name: case^
SELECT * FROM cases WHERE number = :number;

-- name: open_case_of^
SELECT * FROM cases WHERE member = :member AND closed_at IS NULL;

-- name: case_in_room^
SELECT * FROM cases WHERE room = :room ORDER BY number DESC LIMIT 1;

-- name: open_cases
SELECT * FROM cases WHERE closed_at IS NULL ORDER BY level, opened_at;

-- name: save_case!
INSERT INTO cases (
  number, member, level, language, source, opened_at, written_at, read_at, dm_bot, dm_room, offered_at, wants,
  asked_again_at, sought_at, rung, owner, claimed_at, relayed_at, room, room_at, first_words_at, closed_at, closed_by,
  outcome
) VALUES (
  :number, :member, :level, :language, :source, :opened_at, :written_at, :read_at, :dm_bot, :dm_room, :offered_at,
  :wants, :asked_again_at, :sought_at, :rung, :owner, :claimed_at, :relayed_at, :room, :room_at, :first_words_at,
  :closed_at, :closed_by, :outcome
) ON CONFLICT (number) DO UPDATE SET
  level = excluded.level, written_at = excluded.written_at, read_at = excluded.read_at, dm_bot = excluded.dm_bot, dm_room = excluded.dm_room, offered_at = excluded.offered_at,
  wants = excluded.wants, asked_again_at = excluded.asked_again_at, sought_at = excluded.sought_at,
  rung = excluded.rung, owner = excluded.owner, claimed_at = excluded.claimed_at, relayed_at = excluded.relayed_at,
  room = excluded.room, room_at = excluded.room_at, first_words_at = excluded.first_words_at,
  closed_at = excluded.closed_at, closed_by = excluded.closed_by, outcome = excluded.outcome;

-- name: say_why_closed!
UPDATE cases SET reason_sealed = :reason_sealed WHERE number = :number;

-- name: case_timers
SELECT key, due FROM timers WHERE bot = 'escalation' AND key LIKE :prefix || '%' ORDER BY due;

-- name: put_page!
INSERT INTO case_pages (key, number, room, person, at) VALUES (:key, :number, :room, :person, :at);

-- name: pages_of
SELECT key, room, person FROM case_pages WHERE number = :number ORDER BY at, key;

-- name: set_shift!
INSERT INTO rota (person, on_shift, since) VALUES (:person, :on_shift, :at)
ON CONFLICT (person) DO UPDATE SET on_shift = excluded.on_shift, since = excluded.since;

-- name: shift_of^
SELECT person, on_shift, since FROM rota WHERE person = :person AND on_shift = 1;

-- name: was_paged!
UPDATE rota SET paged_at = :at WHERE person = :person;

-- name: on_duty
SELECT rota.person, rota.since, rota.paged_at,
  (SELECT COUNT(*) FROM cases WHERE cases.owner = rota.person AND cases.closed_at IS NULL) AS live
FROM rota JOIN roles ON roles.member = rota.person AND roles.role = 'specialist' AND roles.until > :now
WHERE rota.on_shift = 1 ORDER BY rota.paged_at, rota.person;
