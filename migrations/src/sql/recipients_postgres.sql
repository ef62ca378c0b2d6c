-- PostgreSQL only. Staff can be told too: a delivery may go to a person who holds a grant.
ALTER TABLE deliveries DROP CONSTRAINT deliveries_recipient_kind_check;
ALTER TABLE deliveries ADD CONSTRAINT deliveries_recipient_kind_check
  CHECK (recipient_kind IN ('subscription', 'invitation', 'person'));
