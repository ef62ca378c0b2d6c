-- Signing in by a provider of the operator's choice (OpenID Connect).

-- What was begun at one host by one browser: good for minutes and for one return.
CREATE TABLE provider_visits (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  token_hash VARCHAR(64) NOT NULL,
  state_hash VARCHAR(64) NOT NULL,
  host VARCHAR(253) NOT NULL,
  nonce VARCHAR(64) NOT NULL,
  verifier VARCHAR(128) NOT NULL,
  next_path VARCHAR(500) NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash)
);
CREATE INDEX provider_visits_by_age ON provider_visits (expires_at);

-- Who an account is at a provider, under a keyed hash. One account, one person there.
CREATE TABLE provider_links (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  issuer VARCHAR(500) NOT NULL,
  subject_hash VARCHAR(64) NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  last_used_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, issuer, subject_hash),
  UNIQUE (tenant_id, person_id, issuer)
);
CREATE INDEX provider_links_by_person ON provider_links (person_id);
