-- SQLite only. A cover is a file of the same member: a composite key cannot be added to a table that
-- stands, so two triggers say what it would.
CREATE TRIGGER articles_cover_insert BEFORE INSERT ON articles
WHEN NEW.cover_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM media m WHERE m.tenant_id = NEW.tenant_id AND m.id = NEW.cover_id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed'); END;
CREATE TRIGGER articles_cover_update BEFORE UPDATE OF cover_id ON articles
WHEN NEW.cover_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM media m WHERE m.tenant_id = NEW.tenant_id AND m.id = NEW.cover_id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed'); END;
