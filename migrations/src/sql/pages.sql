-- Pages that stay, such as "who we are". Those flagged stand in the menu of the site, in their order.
CREATE TABLE pages (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  status VARCHAR(16) NOT NULL CHECK (status IN ('draft', 'published')),
  position INTEGER NOT NULL,
  in_menu BOOLEAN NOT NULL,
  titles JSONB NOT NULL,
  bodies JSONB NOT NULL,
  -- The current slug of each language, for links; page_slugs is what judges them.
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
CREATE INDEX pages_in_order ON pages (tenant_id, position, id);

-- A slug belongs to one language of one member; old slugs stay and redirect.
CREATE TABLE page_slugs (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  locale VARCHAR(3) NOT NULL,
  slug VARCHAR(120) NOT NULL,
  page_id UUID NOT NULL,
  is_current BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, locale, slug),
  FOREIGN KEY (tenant_id, page_id) REFERENCES pages (tenant_id, id)
);
CREATE UNIQUE INDEX page_slugs_current ON page_slugs (tenant_id, page_id, locale) WHERE is_current;
