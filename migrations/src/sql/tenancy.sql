-- Reference list of the twelve regions (HCP codes). Public facts that belong to no tenant.
CREATE TABLE regions (
  code VARCHAR(2) NOT NULL PRIMARY KEY,
  iso VARCHAR(8) NOT NULL UNIQUE,
  names JSONB NOT NULL,
  population BIGINT
);

-- The tenants. The network itself is the one row of kind 'network'.
CREATE TABLE collectivities (
  id UUID NOT NULL PRIMARY KEY,
  slug VARCHAR(63) NOT NULL UNIQUE,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('network', 'region', 'prefecture', 'province', 'commune')),
  hcp_code VARCHAR(16) UNIQUE,
  region_code VARCHAR(2) REFERENCES regions (code),
  names JSONB NOT NULL,
  cohort INTEGER,
  cohort_is_probable BOOLEAN NOT NULL,
  joined_on DATE,
  status VARCHAR(16) NOT NULL CHECK (status IN ('active', 'suspended', 'archived')),
  default_locale VARCHAR(3) NOT NULL,
  accent VARCHAR(7),
  privacy_contact VARCHAR(200),
  population BIGINT,
  source VARCHAR(300),
  is_sample BOOLEAN NOT NULL,
  content_version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX collectivities_by_region ON collectivities (region_code, kind);
CREATE UNIQUE INDEX collectivities_one_network ON collectivities (kind) WHERE kind = 'network';

-- Which host belongs to whom; read before the tenant is known, so it holds nothing personal.
CREATE TABLE hosts (
  host VARCHAR(253) NOT NULL PRIMARY KEY,
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  slug VARCHAR(63) NOT NULL,
  status VARCHAR(16) NOT NULL CHECK (status IN ('active', 'suspended', 'archived')),
  redirect_to VARCHAR(253)
);
CREATE INDEX hosts_by_tenant ON hosts (tenant_id);

-- Staff accounts. One person may serve several members through separate grants.
CREATE TABLE people (
  id UUID NOT NULL PRIMARY KEY,
  email VARCHAR(254) NOT NULL UNIQUE,
  display_name VARCHAR(120) NOT NULL,
  password_hash VARCHAR(300),
  locale VARCHAR(3) NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE grants (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  role VARCHAR(16) NOT NULL CHECK (role IN ('admin', 'editor', 'focal_point', 'moderator', 'coordinator', 'observer')),
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, person_id, role)
);
CREATE INDEX grants_by_person ON grants (person_id);

CREATE TABLE invitations (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  role VARCHAR(16) NOT NULL CHECK (role IN ('admin', 'editor', 'focal_point', 'moderator', 'coordinator', 'observer')),
  invited_by UUID,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  accepted_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id)
);

-- Sign-in sessions: the cookie's token is kept as a hash and is bound to one host.
CREATE TABLE sign_ins (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  token_hash VARCHAR(64) NOT NULL,
  host VARCHAR(253) NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash)
);

-- Counters against guessing and flooding; keys are keyed hashes, never addresses.
CREATE TABLE throttles (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  key VARCHAR(80) NOT NULL,
  count INTEGER NOT NULL,
  window_started_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
