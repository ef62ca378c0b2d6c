CREATE TABLE programmes (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  cycle VARCHAR(9) NOT NULL,
  origin VARCHAR(16) NOT NULL CHECK (origin IN ('council', 'ogp_local', 'ogp_national')),
  status VARCHAR(16) NOT NULL CHECK (status IN ('preparing', 'adopted', 'implementing', 'evaluating', 'closed')),
  notes JSONB NOT NULL,
  source_url VARCHAR(500),
  starts_on DATE,
  ends_on DATE,
  adopted_on DATE,
  session_kind VARCHAR(16) CHECK (session_kind IN ('ordinary', 'extraordinary')),
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, cycle)
);

-- The eleven steps of the cycle (DGCT method), planned and actual dates apart.
CREATE TABLE phases (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 11),
  planned_on DATE,
  started_on DATE,
  finished_on DATE,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, programme_id, step),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);

CREATE TABLE axes (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  number INTEGER NOT NULL,
  titles JSONB NOT NULL,
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, programme_id, number),
  UNIQUE (tenant_id, id, programme_id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);

CREATE TABLE commitments (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  axis_id UUID NOT NULL,
  number INTEGER NOT NULL,
  titles JSONB NOT NULL,
  descriptions JSONB NOT NULL,
  problems JSONB NOT NULL,
  status_quos JSONB NOT NULL,
  actions JSONB NOT NULL,
  expected_results JSONB NOT NULL,
  leads JSONB NOT NULL,
  partners JSONB NOT NULL,
  ogp_code VARCHAR(16),
  source_url VARCHAR(500),
  starts_on DATE,
  ends_on DATE,
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, programme_id, number),
  FOREIGN KEY (tenant_id, axis_id, programme_id) REFERENCES axes (tenant_id, id, programme_id)
);
CREATE INDEX commitments_of_axis ON commitments (tenant_id, axis_id);
CREATE INDEX commitments_of_network ON commitments (id) WHERE is_published AND member_live;

-- OGP values and policy areas of a commitment: filtered on, so not kept in JSON.
CREATE TABLE commitment_tags (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  commitment_id UUID NOT NULL,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('value', 'policy_area')),
  code VARCHAR(64) NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, commitment_id, kind, code),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitments (tenant_id, id)
);

CREATE TABLE milestones (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  commitment_id UUID NOT NULL,
  number INTEGER NOT NULL,
  titles JSONB NOT NULL,
  starts_on DATE,
  due_on DATE,
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, commitment_id, number),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitments (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);
CREATE INDEX milestones_of_programme ON milestones (tenant_id, programme_id);

-- The ledger: what a milestone's state is follows from the latest approved row; no row is rewritten.
CREATE TABLE progress_reports (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  milestone_id UUID NOT NULL,
  state VARCHAR(16) NOT NULL CHECK (state IN ('not_started', 'limited', 'substantial', 'complete', 'dropped')),
  texts JSONB NOT NULL,
  evidence_url VARCHAR(500),
  obstacle VARCHAR(32),
  status VARCHAR(16) NOT NULL CHECK (status IN ('submitted', 'approved', 'returned')),
  corrects_id UUID,
  reported_on DATE NOT NULL,
  author_id UUID,
  approver_id UUID,
  is_sample BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, milestone_id) REFERENCES milestones (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id),
  FOREIGN KEY (tenant_id, corrects_id) REFERENCES progress_reports (tenant_id, id)
);
CREATE INDEX progress_reports_of_milestone ON progress_reports (tenant_id, milestone_id, reported_on, id) WHERE status = 'approved';
CREATE INDEX progress_reports_of_programme ON progress_reports (tenant_id, programme_id);

-- One row a member, rewritten in the transaction that changes what it counts. What depends on
-- today's date (late, stale) is not here.
CREATE TABLE member_summaries (
  tenant_id UUID NOT NULL PRIMARY KEY REFERENCES collectivities (id),
  programme_id UUID,
  cycle VARCHAR(9),
  step INTEGER,
  axes INTEGER NOT NULL,
  commitments INTEGER NOT NULL,
  commitments_no_data INTEGER NOT NULL,
  commitments_not_started INTEGER NOT NULL,
  commitments_limited INTEGER NOT NULL,
  commitments_substantial INTEGER NOT NULL,
  commitments_complete INTEGER NOT NULL,
  commitments_dropped INTEGER NOT NULL,
  milestones INTEGER NOT NULL,
  milestones_reported INTEGER NOT NULL,
  milestones_done INTEGER NOT NULL,
  milestones_dropped INTEGER NOT NULL,
  last_reported_on DATE,
  last_published_at TIMESTAMPTZ,
  member_live BOOLEAN NOT NULL,
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);
