-- PostgreSQL only. Somebody can follow one programme or one commitment. The subject of the other
-- topics is nothing, which is written as the nil UUID: a NULL would be unlike any other NULL in the key.
ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_topic_check;
ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_topic_check
  CHECK (topic IN ('member', 'network', 'programme', 'commitment'));
ALTER TABLE subscriptions ADD COLUMN topic_id UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_tenant_id_email_key_topic_key;
ALTER TABLE subscriptions ADD UNIQUE (tenant_id, email_key, topic, topic_id);
DROP INDEX subscriptions_confirmed;
CREATE INDEX subscriptions_confirmed ON subscriptions (tenant_id, topic, topic_id, id) WHERE status = 'confirmed';
