-- name: raise_flag!
INSERT INTO flags (event_id, member, room_id, topic, tier, kind, rarity, at, expires, listed)
VALUES (:event_id, :member, :room_id, :topic, :tier, :kind, :rarity, :at, :expires, :listed)
ON CONFLICT (event_id, member, topic) DO UPDATE
SET tier = excluded.tier, kind = excluded.kind, rarity = excluded.rarity, at = excluded.at, expires = excluded.expires,
  listed = excluded.listed
WHERE excluded.tier > flags.tier;

-- name: flags_of
SELECT room_id, event_id, topic, tier, kind, at, expires FROM flags
WHERE member = :member AND expires > :now ORDER BY at DESC LIMIT :most;

-- name: unlisted_flags
SELECT id, room_id, event_id, topic, at FROM flags
WHERE listed IS NULL AND expires > :now ORDER BY rarity, id LIMIT :most;

-- name: count_unlisted$
SELECT COUNT(*) FROM flags WHERE listed IS NULL AND expires > :now;

-- name: flag_listed*!
UPDATE flags SET listed = :at WHERE id = :id;

-- name: prune_flags!
DELETE FROM flags WHERE expires <= :now;

-- name: gather$
UPDATE cards SET more = more + 1 WHERE id = (
  SELECT MAX(id) FROM cards
  WHERE member = :member AND topic = :topic AND tier >= :tier AND answer IS NULL AND at > :since
) RETURNING id;

-- name: open_card$
INSERT INTO cards (topic, event_id, room_id, thread, member, tier, reasons, percent, at)
VALUES (:topic, :event_id, :room_id, :thread, :member, :tier, :reasons, :percent, :at) RETURNING id;

-- name: card^
SELECT id, topic, event_id, room_id, thread, member, tier, reasons, percent, more, at, answer, answered_by
FROM cards WHERE id = :id;

-- name: open_cards
SELECT id, topic, event_id, room_id, thread, member, tier, reasons, percent, more, at, answer, answered_by
FROM cards WHERE answer IS NULL AND at > :since ORDER BY tier DESC, id LIMIT :most;

-- name: count_open_cards$
SELECT COUNT(*) FROM cards WHERE answer IS NULL AND at > :since;

-- name: answer_card!
UPDATE cards SET answer = :answer, answered_by = :by, answered_at = :at WHERE id = :id;

-- name: report_card$
SELECT MAX(id) FROM cards WHERE topic = 'report' AND event_id = :event_id AND answer IS NULL;

-- name: one_more_report!
UPDATE cards SET more = more + 1 WHERE id = :id;

-- name: author_of_flagged$
SELECT MAX(member) FROM flags WHERE event_id = :event_id AND room_id = :room_id;

-- name: empty_old_cards!
UPDATE cards SET event_id = NULL, room_id = NULL, thread = NULL, member = NULL, answered_by = NULL
WHERE at <= :before AND room_id IS NOT NULL;

-- name: file_report!
INSERT INTO reports (card, reporter_sealed, sentence_sealed, at) VALUES (:card, :reporter_sealed, :sentence_sealed, :at);

-- name: reports_on
SELECT reporter_sealed, sentence_sealed FROM reports WHERE card = :card ORDER BY id;

-- name: prune_reports!
DELETE FROM reports WHERE at <= :before;

-- name: may_write_to!
INSERT INTO approaches (member, wrote_at) VALUES (:member, :now)
ON CONFLICT (member) DO UPDATE SET wrote_at = excluded.wrote_at WHERE COALESCE(approaches.wrote_at, 0) <= :since;

-- name: leave_alone!
INSERT INTO approaches (member, left_alone_until, left_alone_at) VALUES (:member, :until, :tier)
ON CONFLICT (member) DO UPDATE
SET left_alone_until = excluded.left_alone_until, left_alone_at = excluded.left_alone_at;

-- name: prune_approaches!
DELETE FROM approaches WHERE COALESCE(wrote_at, 0) <= :before AND COALESCE(left_alone_until, 0) <= :now;

-- name: begin_observing!
INSERT INTO observing (one, since) VALUES (1, :now) ON CONFLICT (one) DO NOTHING;

-- name: observing_since$
SELECT since FROM observing WHERE one = 1;

-- name: next_round$
SELECT due FROM timers WHERE bot = :bot AND key = :key;
