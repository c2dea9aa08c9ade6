-- name: welcome^
SELECT member, step, room, paused, values_version, opened_at, at FROM welcomes WHERE member = :member;

-- name: move_welcome!
INSERT INTO welcomes (member, step, room, paused, at) VALUES (:member, :step, :room, 0, :at)
ON CONFLICT (member) DO UPDATE SET step = excluded.step, room = excluded.room, paused = 0, at = excluded.at;

-- name: pause_welcome!
UPDATE welcomes SET paused = 1 WHERE member = :member;

-- name: agree_to_values!
UPDATE welcomes SET values_version = :version, values_at = :at WHERE member = :member;

-- name: open_rooms_once!
UPDATE welcomes SET opened_at = :at WHERE member = :member AND opened_at IS NULL;

-- name: close_questions!
DELETE FROM choices WHERE bot = 'intake' AND asked = :member AND choice LIKE 'welcome-%';

-- name: last_crisis$
SELECT MAX(at) FROM choices WHERE asked = :member AND choice = :offer;

-- name: profile^
SELECT member, experiences_sealed, helps_sealed, role, at FROM profiles WHERE member = :member;

-- name: save_experiences!
INSERT INTO profiles (member, experiences_sealed, at) VALUES (:member, :sealed, :at)
ON CONFLICT (member) DO UPDATE SET experiences_sealed = excluded.experiences_sealed, at = excluded.at;

-- name: save_helps!
INSERT INTO profiles (member, helps_sealed, at) VALUES (:member, :sealed, :at)
ON CONFLICT (member) DO UPDATE SET helps_sealed = excluded.helps_sealed, at = excluded.at;

-- name: save_role!
INSERT INTO profiles (member, role, at) VALUES (:member, :role, :at)
ON CONFLICT (member) DO UPDATE SET role = excluded.role, at = excluded.at;

-- name: drop_profile!
DELETE FROM profiles WHERE member = :member;

-- name: flag_supporter!
INSERT INTO supporters (member, state, flagged_by, at) VALUES (:member, 'available', :flagged_by, :at)
ON CONFLICT (member) DO NOTHING;

-- name: drop_supporter!
DELETE FROM supporters WHERE member = :member;

-- name: set_supporter_state!
UPDATE supporters SET state = :state WHERE member = :member;

-- name: supporters
SELECT s.member, s.state, m.language, m.adult, p.role, p.experiences_sealed,
  (SELECT COUNT(*) FROM pairs WHERE pairs.supporter = s.member AND pairs.state IN ('opening', 'open')) AS pairs,
  (SELECT COUNT(*) FROM proposals AS c WHERE c.supporter = s.member AND c.state IN ('with_supporter', 'with_seeker')) AS cards,
  (SELECT COALESCE(MAX(c.at), 0) FROM proposals AS c WHERE c.supporter = s.member) AS asked_at,
  (SELECT is_on FROM consents AS c WHERE c.member = s.member AND c.switch = 'matching' ORDER BY c.id DESC LIMIT 1) AS consents
FROM supporters AS s
LEFT JOIN members AS m ON m.member = s.member
LEFT JOIN profiles AS p ON p.member = s.member
ORDER BY s.member;

-- name: seeker^
SELECT m.member, m.language, m.adult, p.role, p.experiences_sealed,
  (SELECT is_on FROM consents AS c WHERE c.member = m.member AND c.switch = 'matching' ORDER BY c.id DESC LIMIT 1) AS consents
FROM members AS m LEFT JOIN profiles AS p ON p.member = m.member
WHERE m.member = :member;

-- name: never_with
SELECT other FROM apart WHERE one = :member
UNION SELECT supporter FROM pairs WHERE seeker = :member AND state IN ('opening', 'open')
UNION SELECT seeker FROM pairs WHERE supporter = :member AND state IN ('opening', 'open');

-- name: not_now_with
SELECT supporter FROM proposals WHERE seeker = :member
AND ((state = 'declined' AND at > :declined_after) OR (state = 'unanswered' AND at > :unanswered_after));

-- name: keep_apart!
INSERT INTO apart (one, other, at) VALUES (:one, :other, :at), (:other, :one, :at) ON CONFLICT (one, other) DO NOTHING;

-- name: open_request$
INSERT INTO requests (member, state, at) VALUES (:member, 'waiting', :at) RETURNING id;

-- name: request^
SELECT id, member, state, tried, told, at FROM requests WHERE id = :id;

-- name: request_of^
SELECT id, member, state, tried, told, at FROM requests WHERE member = :member AND state IN ('waiting', 'offered');

-- name: waiting_requests
SELECT id, member, state, tried, told, at FROM requests WHERE state = 'waiting' AND rest_until <= :now ORDER BY at, id;

-- name: open_requests
SELECT r.id, r.member, r.state, r.at, p.supporter, p.state AS proposed FROM requests AS r
LEFT JOIN proposals AS p ON p.request = r.id AND p.state IN ('with_supporter', 'with_seeker')
WHERE r.state IN ('waiting', 'offered') ORDER BY r.at, r.id;

-- name: set_request!
UPDATE requests SET state = :state WHERE id = :id;

-- name: request_tried!
UPDATE requests SET state = 'waiting', tried = :tried, rest_until = :rest_until WHERE id = :id;

-- name: told_nobody!
UPDATE requests SET told = 1 WHERE id = :id AND told = 0;

-- name: propose$
INSERT INTO proposals (request, seeker, supporter, state, made_by, at)
VALUES (:request, :seeker, :supporter, 'with_supporter', :made_by, :at) RETURNING id;

-- name: proposal^
SELECT id, request, seeker, supporter, state, made_by, at FROM proposals WHERE id = :id;

-- name: open_proposals_of
SELECT id, request, seeker, supporter, state, made_by, at FROM proposals
WHERE (seeker = :member OR supporter = :member) AND state IN ('with_supporter', 'with_seeker') ORDER BY id;

-- name: move_proposal!
UPDATE proposals SET state = :state, at = :at WHERE id = :id AND state = :was;

-- name: open_pair$
INSERT INTO pairs (seeker, supporter, state, at) VALUES (:seeker, :supporter, 'opening', :at) RETURNING id;

-- name: pair^
SELECT id, seeker, supporter, state, seeker_agreed_at, supporter_agreed_at, at FROM pairs WHERE id = :id;

-- name: pairs_of
SELECT id, seeker, supporter, state, at FROM pairs
WHERE (seeker = :member OR supporter = :member) AND state IN ('opening', 'open') ORDER BY id;

-- name: latest_pair_of^
SELECT id, seeker, supporter, state, at FROM pairs WHERE seeker = :member OR supporter = :member ORDER BY id DESC LIMIT 1;

-- name: pair_is_open!
UPDATE pairs SET state = 'open' WHERE id = :id AND state = 'opening';

-- name: end_pair!
UPDATE pairs SET state = 'ended', ended_at = :at WHERE id = :id AND state <> 'ended';

-- name: seeker_agrees!
UPDATE pairs SET seeker_agreed_at = COALESCE(seeker_agreed_at, :at) WHERE id = :id AND seeker = :member;

-- name: supporter_agrees!
UPDATE pairs SET supporter_agreed_at = COALESCE(supporter_agreed_at, :at) WHERE id = :id AND supporter = :member;

-- name: report_pair$
INSERT INTO pair_reports (pair, reporter_sealed, words_sealed, at)
VALUES (:pair, :reporter_sealed, :words_sealed, :at) RETURNING id;
