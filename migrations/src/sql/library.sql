-- The library of a member: what a file is called, the smaller pictures made of one, what it takes in
-- the store, and the key by which a browser sends one again that it does not know to have arrived.
ALTER TABLE media ADD COLUMN titles JSONB NOT NULL DEFAULT '{}';
ALTER TABLE media ADD COLUMN sizes VARCHAR(40) NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN stored_bytes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN client_key VARCHAR(64);
ALTER TABLE media ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
UPDATE media SET stored_bytes = bytes;
CREATE UNIQUE INDEX media_by_client_key ON media (tenant_id, author_id, client_key);
CREATE INDEX report_files_of_media ON report_files (tenant_id, media_id);

-- Bytes of all files of a member at most: two GiB unless the operator says otherwise.
ALTER TABLE collectivities ADD COLUMN media_quota BIGINT NOT NULL DEFAULT 2147483648;

-- The files that the text of an article shows or leads to.
CREATE TABLE article_files (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  article_id UUID NOT NULL,
  media_id UUID NOT NULL,
  PRIMARY KEY (tenant_id, article_id, media_id),
  FOREIGN KEY (tenant_id, article_id) REFERENCES articles (tenant_id, id),
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id)
);
CREATE INDEX article_files_of_media ON article_files (tenant_id, media_id);
