-- SQLite only, where a key cannot be altered: the table is made anew. No other table points at it.
DROP INDEX subscriptions_confirmed;
DROP INDEX subscriptions_pending;
ALTER TABLE subscriptions RENAME TO subscriptions_before_topics;
CREATE TABLE subscriptions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  email VARCHAR(254),
  email_key VARCHAR(64) NOT NULL,
  topic VARCHAR(16) NOT NULL CHECK (topic IN ('member', 'network', 'programme', 'commitment')),
  topic_id UUID NOT NULL DEFAULT x'00000000000000000000000000000000',
  locale VARCHAR(3) NOT NULL,
  status VARCHAR(16) NOT NULL CHECK (status IN ('pending', 'confirmed', 'ended')),
  requested_at TIMESTAMPTZ NOT NULL,
  confirmed_at TIMESTAMPTZ,
  ended_at TIMESTAMPTZ,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, email_key, topic, topic_id)
);
INSERT INTO subscriptions (tenant_id, id, email, email_key, topic, locale, status, requested_at, confirmed_at, ended_at)
  SELECT tenant_id, id, email, email_key, topic, locale, status, requested_at, confirmed_at, ended_at
  FROM subscriptions_before_topics;
DROP TABLE subscriptions_before_topics;
CREATE INDEX subscriptions_confirmed ON subscriptions (tenant_id, topic, topic_id, id) WHERE status = 'confirmed';
CREATE INDEX subscriptions_pending ON subscriptions (requested_at) WHERE status = 'pending';
