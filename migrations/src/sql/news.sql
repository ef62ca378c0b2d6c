-- member_live is cleared on every published row when a member is suspended or archived,
-- so that row security can judge a row by its own columns.
CREATE TABLE articles (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  status VARCHAR(16) NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  category VARCHAR(32),
  titles JSONB NOT NULL,
  summaries JSONB NOT NULL,
  bodies JSONB NOT NULL,
  -- The current slug of each language, for links; article_slugs is what judges them.
  slugs JSONB NOT NULL,
  version INTEGER NOT NULL,
  is_sample BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  published_at TIMESTAMPTZ,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  created_by UUID,
  updated_by UUID,
  PRIMARY KEY (tenant_id, id),
  CHECK (status <> 'published' OR published_at IS NOT NULL)
);
CREATE INDEX articles_of_member ON articles (tenant_id, published_at, id) WHERE status = 'published';
CREATE INDEX articles_of_member_by_category ON articles (tenant_id, category, published_at, id) WHERE status = 'published';
CREATE INDEX articles_of_network ON articles (published_at, id) WHERE status = 'published' AND member_live;
CREATE INDEX articles_in_office ON articles (tenant_id, updated_at, id);

-- A slug belongs to one language of one member; old slugs stay and redirect.
CREATE TABLE article_slugs (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  locale VARCHAR(3) NOT NULL,
  slug VARCHAR(120) NOT NULL,
  article_id UUID NOT NULL,
  is_current BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, locale, slug),
  FOREIGN KEY (tenant_id, article_id) REFERENCES articles (tenant_id, id)
);
CREATE UNIQUE INDEX article_slugs_current ON article_slugs (tenant_id, article_id, locale) WHERE is_current;
