-- Events: workshops, meetings, consultations, open days. Sessions of the council are not among them.
-- Times are instants; they are typed and shown by the clock of Morocco.
CREATE TABLE events (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('workshop', 'meeting', 'consultation', 'open_day', 'training', 'other')),
  status VARCHAR(16) NOT NULL CHECK (status IN ('draft', 'published', 'cancelled', 'archived')),
  -- How one takes part; none where that is not said.
  channel VARCHAR(8) CHECK (channel IN ('online', 'hall', 'tent', 'paper')),
  titles JSONB NOT NULL,
  descriptions JSONB NOT NULL,
  places JSONB NOT NULL,
  agendas JSONB NOT NULL,
  minutes JSONB NOT NULL,
  -- Why it was cancelled, told to the public.
  cancel_reasons JSONB NOT NULL,
  starts_at TIMESTAMPTZ NOT NULL,
  ends_at TIMESTAMPTZ,
  -- The same as days in Morocco, so that a list of days needs no time zone.
  starts_on DATE NOT NULL,
  ends_on DATE,
  -- The programme that it belongs to, and the step of its cycle.
  programme_id UUID,
  step INTEGER CHECK (step BETWEEN 1 AND 11),
  registration_url VARCHAR(500),
  -- Where it was read that it took place, for events of the past.
  source_url VARCHAR(500),
  version INTEGER NOT NULL,
  is_sample BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  published_at TIMESTAMPTZ,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  created_by UUID,
  updated_by UUID,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes (tenant_id, id),
  CHECK (ends_at IS NULL OR ends_at > starts_at),
  CHECK (step IS NULL OR programme_id IS NOT NULL),
  CHECK (status NOT IN ('published', 'cancelled') OR published_at IS NOT NULL)
);
CREATE INDEX events_of_member ON events (tenant_id, starts_at, id);
CREATE INDEX events_of_network ON events (starts_on, id) WHERE status IN ('published', 'cancelled') AND member_live;
CREATE INDEX events_of_programme ON events (tenant_id, programme_id, step);

-- How many came, each way of taking part by itself. What was not counted is not known, never zero.
CREATE TABLE event_attendances (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  event_id UUID NOT NULL,
  channel VARCHAR(8) NOT NULL CHECK (channel IN ('online', 'hall', 'tent', 'paper')),
  total INTEGER CHECK (total >= 0),
  women INTEGER CHECK (women >= 0),
  men INTEGER CHECK (men >= 0),
  youth INTEGER CHECK (youth >= 0),
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, event_id, channel),
  FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id),
  CHECK (women <= total AND men <= total AND youth <= total AND women + men <= total)
);
