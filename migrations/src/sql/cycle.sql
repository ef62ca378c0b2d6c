-- The whole cycle of a programme: sessions, committee, the draft beside what was adopted, the fields
-- of the Open Government Partnership's template, indicators, evidence and assessments.

-- Two pairs of eyes: a report counts only once a second person has approved it.
ALTER TABLE collectivities ADD COLUMN reports_need_approval BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE programmes ADD COLUMN report_every_months INTEGER NOT NULL DEFAULT 3 CHECK (report_every_months BETWEEN 1 AND 12);
ALTER TABLE programmes ADD COLUMN draft_published_on DATE;
ALTER TABLE programmes ADD COLUMN draft_validated_on DATE;
-- Counts of the follow-up committee, kept with the rows they count: names are public only by consent.
ALTER TABLE programmes ADD COLUMN committee_total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programmes ADD COLUMN committee_women INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programmes ADD COLUMN committee_men INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programmes ADD COLUMN committee_civil_society INTEGER NOT NULL DEFAULT 0;

ALTER TABLE phases ADD COLUMN notes JSONB NOT NULL DEFAULT '{}';

ALTER TABLE axes ADD COLUMN descriptions JSONB NOT NULL DEFAULT '{}';

ALTER TABLE commitments ADD COLUMN contributions JSONB NOT NULL DEFAULT '{}';
ALTER TABLE commitments ADD COLUMN long_term_goals JSONB NOT NULL DEFAULT '{}';
-- Whole dirhams.
ALTER TABLE commitments ADD COLUMN budget BIGINT CHECK (budget >= 0);
ALTER TABLE commitments ADD COLUMN funding_sources JSONB NOT NULL DEFAULT '{}';

-- Public: how much a milestone counts beside the others of its programme.
ALTER TABLE milestones ADD COLUMN weight INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 100);
-- The day it entered the programme; none for those that were there from its beginning.
ALTER TABLE milestones ADD COLUMN added_on DATE;

-- The end of the period a report speaks of; when it was handed in and judged; the day it entered
-- the public ledger, and the day a correction took its place there.
ALTER TABLE progress_reports ADD COLUMN period_ends_on DATE;
ALTER TABLE progress_reports ADD COLUMN decided_at TIMESTAMPTZ;
ALTER TABLE progress_reports ADD COLUMN published_on DATE;
ALTER TABLE progress_reports ADD COLUMN superseded_on DATE;
ALTER TABLE progress_reports ADD COLUMN return_reason VARCHAR(1000);
-- Made by the sender, so that a report sent twice over a poor line is one report.
ALTER TABLE progress_reports ADD COLUMN client_key VARCHAR(64);
UPDATE progress_reports SET published_on = reported_on WHERE status = 'approved';
CREATE UNIQUE INDEX progress_reports_once ON progress_reports (tenant_id, client_key) WHERE client_key IS NOT NULL;
CREATE INDEX progress_reports_waiting ON progress_reports (tenant_id, created_at) WHERE status = 'submitted';

-- What somebody has typed and not handed in yet; nobody else sees it.
CREATE TABLE report_drafts (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  milestone_id UUID NOT NULL,
  person_id UUID NOT NULL REFERENCES people (id),
  state VARCHAR(16) CHECK (state IN ('not_started', 'limited', 'substantial', 'complete', 'dropped')),
  texts JSONB NOT NULL,
  evidence_url VARCHAR(500),
  obstacle VARCHAR(32),
  reported_on DATE,
  saved_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, milestone_id, person_id),
  FOREIGN KEY (tenant_id, milestone_id) REFERENCES milestones (tenant_id, id)
);

CREATE TABLE council_sessions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('ordinary', 'extraordinary')),
  starts_on DATE NOT NULL,
  ends_on DATE,
  places JSONB NOT NULL,
  agendas JSONB NOT NULL,
  outcome VARCHAR(16) NOT NULL CHECK (outcome IN ('planned', 'adopted', 'rejected', 'postponed', 'held')),
  decision_number VARCHAR(64),
  decisions JSONB NOT NULL,
  votes_for INTEGER CHECK (votes_for >= 0),
  votes_against INTEGER CHECK (votes_against >= 0),
  votes_abstained INTEGER CHECK (votes_abstained >= 0),
  document_url VARCHAR(500),
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);
CREATE INDEX council_sessions_by_day ON council_sessions (tenant_id, starts_on, id);
CREATE INDEX council_sessions_of_programme ON council_sessions (tenant_id, programme_id);

-- The follow-up committee. A row is public only where its person consented to be named.
CREATE TABLE committee_members (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  number INTEGER NOT NULL,
  name VARCHAR(120) NOT NULL,
  capacities JSONB NOT NULL,
  body VARCHAR(16) NOT NULL CHECK (body IN ('council', 'administration', 'civil_society', 'other')),
  gender VARCHAR(8) CHECK (gender IN ('woman', 'man')),
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, programme_id, number),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);

-- The tree as it stood at a moment that matters: what the public was asked about, what was adopted.
CREATE TABLE programme_versions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('draft', 'adopted')),
  taken_on DATE NOT NULL,
  content JSONB NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);
CREATE INDEX programme_versions_of_programme ON programme_versions (tenant_id, programme_id, kind, id);

-- The wording of a commitment and its milestones before a change, once the public has seen it.
CREATE TABLE commitment_revisions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  commitment_id UUID NOT NULL,
  changed_on DATE NOT NULL,
  content JSONB NOT NULL,
  author_id UUID,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitments (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);
CREATE INDEX commitment_revisions_of_commitment ON commitment_revisions (tenant_id, commitment_id, id);

-- Files: evidence now, pictures and documents of the news beside it. The bytes are in the store.
CREATE TABLE media (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  bytes BIGINT NOT NULL CHECK (bytes > 0),
  sha256 VARCHAR(64) NOT NULL,
  store_key VARCHAR(200) NOT NULL,
  alternatives JSONB NOT NULL,
  width INTEGER,
  height INTEGER,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  author_id UUID,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX media_by_age ON media (tenant_id, created_at, id);

-- What proves a report beside the address that stands with it: files, in their order.
CREATE TABLE report_files (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  report_id UUID NOT NULL,
  number INTEGER NOT NULL,
  media_id UUID NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, report_id, number),
  FOREIGN KEY (tenant_id, report_id) REFERENCES progress_reports (tenant_id, id),
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id)
);

CREATE TABLE indicators (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  commitment_id UUID NOT NULL,
  number INTEGER NOT NULL,
  titles JSONB NOT NULL,
  units JSONB NOT NULL,
  is_percentage BOOLEAN NOT NULL,
  baseline DOUBLE PRECISION,
  baseline_on DATE,
  target DOUBLE PRECISION,
  target_on DATE,
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, commitment_id, number),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitments (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);

-- Append-only, like reports: a correction is a new row and says which one it takes the place of.
CREATE TABLE measurements (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  indicator_id UUID NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  measured_on DATE NOT NULL,
  notes JSONB NOT NULL,
  source_url VARCHAR(500),
  corrects_id UUID,
  published_on DATE NOT NULL,
  superseded_on DATE,
  author_id UUID,
  is_sample BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators (tenant_id, id),
  FOREIGN KEY (tenant_id, corrects_id) REFERENCES measurements (tenant_id, id)
);
CREATE INDEX measurements_of_indicator ON measurements (tenant_id, indicator_id, measured_on, id);

-- The judgement of somebody else on a commitment, in the five levels of the Open Government
-- Partnership; never mixed with what the member declares.
CREATE TABLE assessments (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  commitment_id UUID NOT NULL,
  evaluator VARCHAR(160) NOT NULL,
  evaluator_kind VARCHAR(16) NOT NULL CHECK (evaluator_kind IN ('irm', 'civil_society', 'university', 'administration', 'other')),
  completion VARCHAR(16) NOT NULL CHECK (completion IN ('no_evidence', 'not_started', 'limited', 'substantial', 'complete')),
  early_results VARCHAR(16) CHECK (early_results IN ('no_notable', 'moderate', 'significant')),
  texts JSONB NOT NULL,
  source_url VARCHAR(500),
  assessed_on DATE NOT NULL,
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  author_id UUID,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitments (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id)
);
CREATE INDEX assessments_of_commitment ON assessments (tenant_id, commitment_id, assessed_on, id);

-- Which reminder of which period was written, so that none is written twice.
CREATE TABLE report_reminders (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  programme_id UUID NOT NULL,
  period_ends_on DATE NOT NULL,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('in_14_days', 'tomorrow', 'late')),
  event_id UUID NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, programme_id, period_ends_on, kind),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id),
  FOREIGN KEY (tenant_id, event_id) REFERENCES outbox_events (tenant_id, id)
);
