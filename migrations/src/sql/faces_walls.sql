-- PostgreSQL only: SQLite takes no new key for a table that is there. The mark is a file of the member.
ALTER TABLE collectivities ADD CONSTRAINT collectivities_logo
  FOREIGN KEY (id, logo_id) REFERENCES media (tenant_id, id);
