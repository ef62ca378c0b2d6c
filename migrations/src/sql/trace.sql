-- The trace of the request that told of something (W3C traceparent), so that the span of a message
-- is found under the request that caused it. Names nobody; the public role cannot read this table.
ALTER TABLE outbox_events ADD COLUMN trace VARCHAR(55);
-- Messages given up are counted at every scrape.
CREATE INDEX deliveries_dead ON deliveries (finished_at) WHERE status = 'dead';
