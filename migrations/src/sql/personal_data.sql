-- The register of what people asked about their data (law 09-08). It holds no address, only a keyed
-- hash, by which the same person asking again is recognised.
CREATE TABLE personal_data_requests (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('export', 'erasure', 'rectification')),
  email_key VARCHAR(64) NOT NULL,
  received_on DATE NOT NULL,
  done_on DATE,
  recorded_by UUID,
  done_by UUID,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX personal_data_requests_by_day ON personal_data_requests (tenant_id, received_on);
CREATE INDEX subscriptions_ended ON subscriptions (tenant_id, ended_at) WHERE status = 'ended';
CREATE INDEX deliveries_by_recipient ON deliveries (tenant_id, recipient_id);
