-- Revisions: what an axis said before a change after the adoption of its programme.
CREATE TABLE axis_revisions (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  id UUID NOT NULL,
  programme_id UUID NOT NULL,
  axis_id UUID NOT NULL,
  changed_on DATE NOT NULL,
  content JSONB NOT NULL,
  author_id UUID,
  is_published BOOLEAN NOT NULL,
  member_live BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, axis_id, programme_id) REFERENCES axes (tenant_id, id, programme_id)
);
CREATE INDEX axis_revisions_of_programme ON axis_revisions (tenant_id, programme_id, id);
