-- The files of the library that the texts of an event or a page show or lead to, as those of articles.
CREATE TABLE event_files (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  event_id UUID NOT NULL,
  media_id UUID NOT NULL,
  PRIMARY KEY (tenant_id, event_id, media_id),
  FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id),
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id)
);
CREATE INDEX event_files_of_media ON event_files (tenant_id, media_id);

CREATE TABLE page_files (
  tenant_id UUID NOT NULL REFERENCES collectivities (id),
  page_id UUID NOT NULL,
  media_id UUID NOT NULL,
  PRIMARY KEY (tenant_id, page_id, media_id),
  FOREIGN KEY (tenant_id, page_id) REFERENCES pages (tenant_id, id),
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id)
);
CREATE INDEX page_files_of_media ON page_files (tenant_id, media_id);
