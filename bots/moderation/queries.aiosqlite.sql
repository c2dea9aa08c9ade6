-- name: people
SELECT asked.value AS member, members.language, approaches.left_alone_until, approaches.left_alone_at,
  EXISTS (SELECT 1 FROM roles WHERE roles.member = asked.value AND roles.until > :now) AS staff
FROM json_each(:members) AS asked
LEFT JOIN members ON members.member = asked.value
LEFT JOIN approaches ON approaches.member = asked.value;
