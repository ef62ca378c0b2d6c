-- The way of an article to its readers: handed in for review, returned with a note, made public by
-- itself at a time. Its status stays what the public knows of: draft, published, archived.
ALTER TABLE articles ADD COLUMN submitted_at TIMESTAMPTZ;
ALTER TABLE articles ADD COLUMN publish_at TIMESTAMPTZ;
ALTER TABLE articles ADD COLUMN return_note VARCHAR(1000);
-- When the text of each language was last changed, to tell a translation older than its source.
ALTER TABLE articles ADD COLUMN written_at JSONB NOT NULL DEFAULT '{}';
CREATE INDEX articles_scheduled ON articles (publish_at) WHERE publish_at IS NOT NULL;

-- What an article said at each version that changed its words. Never changed, never removed.
CREATE TABLE article_revisions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  article_id UUID NOT NULL,
  version INTEGER NOT NULL,
  category VARCHAR(32),
  titles JSONB NOT NULL,
  summaries JSONB NOT NULL,
  bodies JSONB NOT NULL,
  author_id UUID,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, article_id, version),
  FOREIGN KEY (tenant_id, article_id) REFERENCES articles (tenant_id, id)
);

-- What somebody has typed of an article and not saved yet, seen by nobody else. The key is that of
-- the article, or for a new one a key of the form.
CREATE TABLE article_autosaves (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  person_id UUID NOT NULL REFERENCES people (id),
  key UUID NOT NULL,
  version INTEGER NOT NULL,
  content JSONB NOT NULL,
  saved_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, person_id, key)
);
