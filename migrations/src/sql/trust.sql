-- Who did what, when: each row carries the hash of the one before it.
CREATE TABLE audit_entries (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  sequence BIGINT NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  actor_kind VARCHAR(16) NOT NULL CHECK (actor_kind IN ('anonymous', 'person', 'system')),
  actor_id UUID,
  action VARCHAR(48) NOT NULL,
  subject_kind VARCHAR(32) NOT NULL,
  subject_id UUID NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  PRIMARY KEY (tenant_id, sequence)
);
