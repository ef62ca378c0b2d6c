-- The address is erased when a subscription ends; email_key (a keyed hash) keeps it from returning unasked.
CREATE TABLE subscriptions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  email VARCHAR(254),
  email_key VARCHAR(64) NOT NULL,
  topic VARCHAR(16) NOT NULL CHECK (topic IN ('member', 'network')),
  locale VARCHAR(3) NOT NULL,
  status VARCHAR(16) NOT NULL CHECK (status IN ('pending', 'confirmed', 'ended')),
  requested_at TIMESTAMPTZ NOT NULL,
  confirmed_at TIMESTAMPTZ,
  ended_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, email_key, topic)
);
CREATE INDEX subscriptions_confirmed ON subscriptions (tenant_id, topic, id) WHERE status = 'confirmed';
CREATE INDEX subscriptions_pending ON subscriptions (requested_at) WHERE status = 'pending';

-- Written in the transaction of the change it tells of; carries ids, never content.
CREATE TABLE outbox_events (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  kind VARCHAR(32) NOT NULL,
  subject_id UUID NOT NULL,
  origin_tenant_id UUID NOT NULL REFERENCES collectivities (id),
  created_at TIMESTAMPTZ NOT NULL,
  dispatched_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_events_waiting ON outbox_events (created_at) WHERE dispatched_at IS NULL;
CREATE INDEX outbox_events_of_subject ON outbox_events (tenant_id, subject_id);

CREATE TABLE deliveries (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  event_id UUID NOT NULL,
  recipient_kind VARCHAR(16) NOT NULL CHECK (recipient_kind IN ('subscription', 'invitation')),
  recipient_id UUID NOT NULL,
  channel VARCHAR(16) NOT NULL CHECK (channel IN ('email')),
  status VARCHAR(16) NOT NULL CHECK (status IN ('due', 'sent', 'cancelled', 'dead')),
  attempts INTEGER NOT NULL,
  due_at TIMESTAMPTZ NOT NULL,
  leased_until TIMESTAMPTZ,
  created_at TIMESTAMPTZ NOT NULL,
  finished_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, event_id, recipient_kind, recipient_id, channel),
  FOREIGN KEY (tenant_id, event_id) REFERENCES outbox_events (tenant_id, id)
);
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE status = 'due';

CREATE TABLE delivery_attempts (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  delivery_id UUID NOT NULL,
  number INTEGER NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  outcome VARCHAR(16) NOT NULL CHECK (outcome IN ('sent', 'retry', 'dead', 'cancelled')),
  detail VARCHAR(300) NOT NULL,
  PRIMARY KEY (tenant_id, delivery_id, number),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES deliveries (tenant_id, id)
);
CREATE INDEX delivery_attempts_by_age ON delivery_attempts (at);
