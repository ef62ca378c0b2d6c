-- PostgreSQL only. A cover is a file of the same member, and everyone may read which one it is.
ALTER TABLE articles ADD CONSTRAINT articles_cover FOREIGN KEY (tenant_id, cover_id) REFERENCES media (tenant_id, id);
GRANT SELECT (cover_id) ON articles TO infitah_public;
