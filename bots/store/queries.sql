-- name: sync_token$
SELECT token FROM sync_state WHERE bot = :bot;

-- name: save_sync_token!
INSERT INTO sync_state (bot, token, at) VALUES (:bot, :token, :at)
ON CONFLICT (bot) DO UPDATE SET token = excluded.token, at = excluded.at;

-- name: put_in_inbox!
INSERT INTO inbox (bot, source, lane, kind, room_id, event_sealed, due, at)
VALUES (:bot, :source, :lane, :kind, :room_id, :event_sealed, :due, :at)
ON CONFLICT (bot, source) DO NOTHING;

-- name: next_in_inbox
SELECT seq, source, lane, kind, room_id, event_sealed, attempts, at FROM inbox
WHERE bot = :bot AND state = 'ready' AND due <= :now
ORDER BY lane, seq LIMIT :most;

-- name: inbox_next_retry$
SELECT MIN(due) FROM inbox WHERE bot = :bot AND state = 'ready' AND attempts > 0;

-- name: inbox_done*!
UPDATE inbox SET state = 'done', event_sealed = NULL, error = NULL WHERE seq = :seq;

-- name: inbox_retry!
UPDATE inbox SET attempts = attempts + 1, due = :due, error = :error WHERE seq = :seq;

-- name: inbox_park!
UPDATE inbox SET state = 'parked', attempts = attempts + 1, error = :error WHERE seq = :seq;

-- name: inbox_unpark!
UPDATE inbox SET state = 'ready', attempts = 0, due = :now WHERE state = 'parked' AND bot = :bot;

-- name: inbox_counts
SELECT bot, state, COUNT(*) AS n FROM inbox WHERE state <> 'done' GROUP BY bot, state;

-- name: outbox_counts
SELECT bot, state, COUNT(*) AS n FROM outbox WHERE state IN ('ready', 'parked') GROUP BY bot, state;

-- name: put_in_outbox!
INSERT INTO outbox (bot, txn, room, effect, key, payload_sealed, due, at)
VALUES (:bot, :txn, :room, :effect, :key, :payload_sealed, :due, :at);

-- name: outbox_heads
SELECT outbox.room, outbox.due FROM outbox
JOIN (SELECT MIN(id) AS id FROM outbox WHERE bot = :bot AND state = 'ready' GROUP BY room) AS head ON outbox.id = head.id;

-- name: outbox_head^
SELECT id, txn, room, effect, key, payload_sealed, attempts, due,
  (SELECT encrypted FROM rooms WHERE rooms.bot = outbox.bot AND rooms.room_id = outbox.room) AS encrypted
FROM outbox WHERE bot = :bot AND room = :room AND state = 'ready' ORDER BY id LIMIT 1;

-- name: outbox_join_room!
UPDATE outbox SET room = :room_id WHERE bot = :bot AND state = 'ready' AND effect <> 'CreateRoom'
AND room = (SELECT key FROM rooms WHERE bot = :bot AND room_id = :room_id AND joined = 1);

-- name: outbox_target^
SELECT state, event_id FROM outbox WHERE bot = :bot AND key = :key AND id < :id ORDER BY id DESC LIMIT 1;

-- name: outbox_sent!
UPDATE outbox SET state = 'sent', payload_sealed = NULL, event_id = COALESCE(:event_id, event_id), sent_at = :at, error = NULL
WHERE txn = :txn AND state <> 'sent';

-- name: outbox_retry!
UPDATE outbox SET attempts = attempts + 1, due = :due, error = :error WHERE id = :id;

-- name: outbox_park!
UPDATE outbox SET state = 'parked', attempts = attempts + 1, error = :error WHERE id = :id AND state = 'ready';

-- name: outbox_cancel!
UPDATE outbox SET state = 'cancelled', payload_sealed = NULL WHERE bot = :bot AND key = :key AND state = 'ready';

-- name: outbox_by_event^
SELECT bot, key, room, txn FROM outbox WHERE event_id = :event_id;

-- name: outbox_by_key^
SELECT id, txn, room, state, event_id FROM outbox WHERE bot = :bot AND key = :key ORDER BY id DESC LIMIT 1;

-- name: outbox_by_id^
SELECT id, bot, room, effect, key, state, error FROM outbox WHERE id = :id;

-- name: set_timer!
INSERT INTO timers (bot, key, due, event_sealed) VALUES (:bot, :key, :due, :event_sealed)
ON CONFLICT (bot, key) DO UPDATE SET due = excluded.due, event_sealed = excluded.event_sealed;

-- name: stop_timer!
DELETE FROM timers WHERE bot = :bot AND key = :key;

-- name: stop_timers!
DELETE FROM timers WHERE bot = :bot AND key LIKE :prefix || '%';

-- name: due_timers
SELECT id, key, due, event_sealed FROM timers WHERE bot = :bot AND due <= :now ORDER BY due, id LIMIT :most;

-- name: drop_timer!
DELETE FROM timers WHERE id = :id;

-- name: next_timer$
SELECT MIN(due) FROM timers WHERE bot = :bot;

-- name: keep_undecryptable!
INSERT INTO undecryptable (bot, event_id, room_id, session_id, raw_sealed, at)
VALUES (:bot, :event_id, :room_id, :session_id, :raw_sealed, :at)
ON CONFLICT (bot, event_id) DO NOTHING;

-- name: undecryptable_of_bot
SELECT event_id, room_id, session_id, raw_sealed, at, told FROM undecryptable WHERE bot = :bot ORDER BY id;

-- name: undecryptable_overdue
SELECT event_id, room_id, session_id, raw_sealed, at FROM undecryptable
WHERE bot = :bot AND told = 0 AND at <= :before ORDER BY id;

-- name: undecryptable_told!
UPDATE undecryptable SET told = 1 WHERE bot = :bot AND event_id = :event_id;

-- name: drop_undecryptable!
DELETE FROM undecryptable WHERE bot = :bot AND event_id = :event_id;

-- name: know_room!
INSERT INTO rooms (bot, room_id, key, kind, member, encrypted, at)
VALUES (:bot, :room_id, :key, :kind, :member, :encrypted, :at)
ON CONFLICT (bot, room_id) DO UPDATE SET
  key = COALESCE(excluded.key, rooms.key), kind = excluded.kind,
  member = COALESCE(excluded.member, rooms.member),
  encrypted = CASE WHEN rooms.encrypted = 1 THEN 1 ELSE excluded.encrypted END, joined = 1;

-- name: room_is_encrypted!
UPDATE rooms SET encrypted = 1 WHERE bot = :bot AND room_id = :room_id;

-- name: room_left!
UPDATE rooms SET joined = 0, key = NULL WHERE bot = :bot AND room_id = :room_id;

-- name: room_replaced!
UPDATE rooms SET successor = :successor WHERE bot = :bot AND room_id = :room_id;

-- name: place_moved!
UPDATE places SET room_id = :successor WHERE room_id = :room_id;

-- name: room_key_free!
UPDATE rooms SET key = NULL WHERE bot = :bot AND room_id = :room_id;

-- name: room^
SELECT bot, room_id, key, kind, member, encrypted, joined, successor FROM rooms WHERE bot = :bot AND room_id = :room_id;

-- name: room_by_key^
SELECT bot, room_id, key, kind, member, encrypted, joined FROM rooms WHERE bot = :bot AND key = :key AND joined = 1;

-- name: rooms_of_bot
SELECT bot, room_id, key, kind, member, encrypted, joined FROM rooms WHERE bot = :bot AND joined = 1;

-- name: dm_with^
SELECT bot, room_id, key, encrypted FROM rooms
WHERE bot = :bot AND member = :member AND kind = 'dm' AND joined = 1 ORDER BY at DESC LIMIT 1;

-- name: dms_of_member
SELECT bot, room_id, encrypted, at FROM rooms WHERE member = :member AND kind = 'dm' AND joined = 1 ORDER BY at DESC;

-- name: bots_in_room
SELECT bot FROM rooms WHERE room_id = :room_id AND joined = 1 ORDER BY bot;

-- name: set_place!
INSERT INTO places (name, room_id, kind, encrypted) VALUES (:name, :room_id, :kind, :encrypted)
ON CONFLICT (name) DO UPDATE SET room_id = excluded.room_id, kind = excluded.kind, encrypted = excluded.encrypted;

-- name: place$
SELECT room_id FROM places WHERE name = :name;

-- name: places
SELECT name, room_id, kind, encrypted FROM places ORDER BY name;

-- name: room_and_place^
SELECT rooms.kind, rooms.joined, rooms.encrypted, places.kind AS place_kind
FROM (SELECT CAST(:room_id AS TEXT) AS room_id) AS here
LEFT JOIN rooms ON rooms.room_id = here.room_id AND rooms.bot = :bot
LEFT JOIN places ON places.room_id = here.room_id;

-- name: place_of_room^
SELECT name, room_id, kind, encrypted FROM places WHERE room_id = :room_id;

-- name: meet_member!
INSERT INTO members (member, joined_at) VALUES (:member, :at) ON CONFLICT (member) DO NOTHING;

-- name: member^
SELECT member, language, country, time_zone, adult, joined_at FROM members WHERE member = :member;

-- name: set_language!
UPDATE members SET language = :language WHERE member = :member;

-- name: set_country!
UPDATE members SET country = :country, time_zone = COALESCE(:time_zone, time_zone) WHERE member = :member;

-- name: set_time_zone!
UPDATE members SET time_zone = :time_zone WHERE member = :member;

-- name: set_adult!
UPDATE members SET adult = :adult WHERE member = :member;

-- name: write_consent!
INSERT INTO consents (member, switch, is_on, at, text_version, language)
VALUES (:member, :switch, :is_on, :at, :text_version, :language);

-- name: consent$
SELECT is_on FROM consents WHERE member = :member AND switch = :switch ORDER BY id DESC LIMIT 1;

-- name: consents_of
SELECT switch, is_on, at, text_version, language FROM consents WHERE member = :member ORDER BY id;

-- name: grant_role!
INSERT INTO roles (member, role, until, granted_by, at) VALUES (:member, :role, :until, :granted_by, :at)
ON CONFLICT (member, role) DO UPDATE SET until = excluded.until, granted_by = excluded.granted_by, at = excluded.at;

-- name: revoke_role!
DELETE FROM roles WHERE member = :member AND role = :role;

-- name: has_role$
SELECT 1 FROM roles WHERE member = :member AND role = :role AND until > :now;

-- name: roles_of
SELECT role, until FROM roles WHERE member = :member AND until > :now;

-- name: holders
SELECT member, until FROM roles WHERE role = :role AND until > :now ORDER BY member;

-- name: open_choice!
INSERT INTO choices (bot, room, choice, outbox_key, asked, options, data_sealed, many, at)
VALUES (:bot, :room, :choice, :outbox_key, :asked, :options, :data_sealed, :many, :at);

-- name: choices_in_room
SELECT id, room, choice, outbox_key, asked, options, data_sealed, many, at FROM choices
WHERE bot = :bot AND (room = :room OR room = :room_key) ORDER BY id DESC;

-- name: choice_of_message^
SELECT id, room, choice, outbox_key, asked, options, data_sealed, many, at FROM choices
WHERE bot = :bot AND outbox_key = :outbox_key;

-- name: close_choice!
DELETE FROM choices WHERE id = :id;

-- name: close_choices!
DELETE FROM choices WHERE bot = :bot AND choice = :choice AND room = :room;

-- name: close_choice_by_key!
DELETE FROM choices WHERE bot = :bot AND outbox_key = :outbox_key;

-- name: claim_event!
INSERT INTO claims (event_id, bot, at) VALUES (:event_id, :bot, :at) ON CONFLICT (event_id) DO NOTHING;

-- name: claimed_by$
SELECT bot FROM claims WHERE event_id = :event_id;

-- name: take_claim!
UPDATE claims SET bot = :bot, at = :at WHERE event_id = :event_id AND bot = :from_bot;

-- name: beat!
INSERT INTO heartbeats (bot, at, reported) VALUES (:bot, :at, 0)
ON CONFLICT (bot) DO UPDATE SET at = excluded.at, reported = 0;

-- name: heartbeats
SELECT bot, at, reported FROM heartbeats ORDER BY bot;

-- name: report_silent!
UPDATE heartbeats SET reported = 1 WHERE bot = :bot AND reported = 0;

-- name: last_audit^
SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1;

-- name: write_audit!
INSERT INTO audit (seq, at, actor, action, subject, detail, hash)
VALUES (:seq, :at, :actor, :action, :subject, :detail, :hash);

-- name: audit_log
SELECT seq, at, actor, action, subject, detail, hash FROM audit ORDER BY seq;

-- name: prune_inbox!
DELETE FROM inbox WHERE bot = :bot AND state = 'done' AND at < :before;

-- name: prune_undecryptable!
DELETE FROM undecryptable WHERE bot = :bot AND told = 1 AND at < :before;

-- name: outbox_move!
UPDATE outbox SET room = :successor WHERE bot = :bot AND room = :room AND state = 'ready';

-- name: prune_claims!
DELETE FROM claims WHERE at < :before;

-- name: outbox_creation^
SELECT id FROM outbox WHERE bot = :bot AND room = :room AND effect = 'CreateRoom' AND state = 'ready';

-- name: granted_by
SELECT member, role, until FROM roles WHERE granted_by = :granted_by;
