-- Where an act came from and what it changed. `format` says which seal an entry has: entries of the
-- first seal knew neither and keep it. The seal covers address_seal, a salted hash, so that the
-- address and its salt can be erased when their time is over and the chain stays whole. `changes` is
-- text, not JSON, because the seal is over its very bytes.
ALTER TABLE audit_entries ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
ALTER TABLE audit_entries ADD COLUMN address VARCHAR(45);
ALTER TABLE audit_entries ADD COLUMN address_salt VARCHAR(32);
ALTER TABLE audit_entries ADD COLUMN address_seal VARCHAR(64);
ALTER TABLE audit_entries ADD COLUMN changes TEXT;
CREATE INDEX audit_entries_by_actor ON audit_entries (tenant_id, actor_id, sequence);
CREATE INDEX audit_entries_addressed ON audit_entries (tenant_id, at) WHERE address IS NOT NULL;
