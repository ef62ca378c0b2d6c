-- What waits for somebody is looked up on every visit of the office: articles that are being written,
-- and messages that did not arrive.
CREATE INDEX articles_open ON articles (tenant_id, updated_at, id) WHERE status = 'draft';
CREATE INDEX deliveries_failed ON deliveries (tenant_id, finished_at, id) WHERE status = 'dead';
