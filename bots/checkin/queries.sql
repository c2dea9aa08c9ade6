-- name: checkin_routine^
SELECT member, minute, days, chosen, pace, state, paused_until, unanswered, asked_on, next_at, hinted_at, talk_sealed
FROM checkin_routines WHERE member = :member;

-- name: keep_checkin_routine!
INSERT INTO checkin_routines
(member, minute, days, chosen, pace, state, paused_until, unanswered, asked_on, next_at, hinted_at, talk_sealed)
VALUES
(:member, :minute, :days, :chosen, :pace, :state, :paused_until, :unanswered, :asked_on, :next_at, :hinted_at, :talk_sealed)
ON CONFLICT (member) DO UPDATE SET
  minute = excluded.minute, days = excluded.days, chosen = excluded.chosen, pace = excluded.pace, state = excluded.state,
  paused_until = excluded.paused_until, unanswered = excluded.unanswered, asked_on = excluded.asked_on,
  next_at = excluded.next_at, hinted_at = excluded.hinted_at, talk_sealed = excluded.talk_sealed;

-- name: write_checkin_prompt!
INSERT INTO checkin_prompts (member, day, began, at) VALUES (:member, :day, :began, :at);

-- name: checkin_prompts_begun$
SELECT COUNT(*) FROM checkin_prompts WHERE member = :member AND began = 'bot' AND at > :since;

-- name: checkin_days_asked
SELECT DISTINCT day FROM checkin_prompts WHERE member = :member AND day >= :since;

-- name: checkin_prompt_answered!
UPDATE checkin_prompts SET answered_at = :at
WHERE id = (SELECT MAX(id) FROM checkin_prompts WHERE member = :member) AND answered_at IS NULL;

-- name: checkin_answer^
SELECT value_sealed, words_sealed FROM checkin_answers WHERE member = :member AND day = :day;

-- name: keep_checkin_answer!
INSERT INTO checkin_answers (member, day, value_sealed, at) VALUES (:member, :day, :value_sealed, :at)
ON CONFLICT (member, day) DO UPDATE SET value_sealed = excluded.value_sealed, at = excluded.at;

-- name: keep_checkin_words!
UPDATE checkin_answers SET words_sealed = :words_sealed WHERE member = :member AND day = :day;

-- name: checkin_answers_since
SELECT day, value_sealed FROM checkin_answers WHERE member = :member AND day >= :since ORDER BY day;

-- name: forget_checkin_answers!
DELETE FROM checkin_answers WHERE member = :member;

-- name: last_crisis$
SELECT MAX(at) FROM choices WHERE asked = :member AND choice = :offer;
