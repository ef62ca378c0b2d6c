-- SQLite only: a CHECK cannot be altered there, so its text in the schema is, as its documentation
-- says (ALTER TABLE, section 7: changes that do not affect the content on disk).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, '(recipient_kind IN (''subscription'', ''invitation''))',
                       '(recipient_kind IN (''subscription'', ''invitation'', ''person''))')
WHERE type = 'table' AND name = 'deliveries';
PRAGMA writable_schema = RESET;
