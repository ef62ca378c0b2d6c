-- Documents that a member publishes, each in the versions it had. The file of a version is in the
-- library; the publication item is what law 31-13 asks to be published without being asked.
CREATE TABLE documents (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  item VARCHAR(40) NOT NULL,
  titles JSONB NOT NULL,
  descriptions JSONB NOT NULL,
  dated_on DATE NOT NULL,
  is_sample BOOLEAN NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  published_at TIMESTAMPTZ,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX documents_by_day ON documents (tenant_id, dated_on, id);

CREATE TABLE document_versions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  document_id UUID NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  media_id UUID NOT NULL,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, document_id, number),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id),
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id)
);
CREATE INDEX document_versions_of_media ON document_versions (tenant_id, media_id);
