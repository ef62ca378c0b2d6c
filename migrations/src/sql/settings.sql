-- What a member decides about its site. All of it is published, or stands in the head of its mails;
-- so it stands with the member, whose row everybody may read, and needs no wall of its own.
ALTER TABLE collectivities ADD COLUMN settings_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE collectivities ADD COLUMN locales VARCHAR(20) NOT NULL DEFAULT 'ar, fr, zgh, en';
ALTER TABLE collectivities ADD COLUMN postal_addresses JSONB;
ALTER TABLE collectivities ADD COLUMN telephone VARCHAR(40);
ALTER TABLE collectivities ADD COLUMN mailbox VARCHAR(254);
ALTER TABLE collectivities ADD COLUMN sender_name VARCHAR(120);
ALTER TABLE collectivities ADD COLUMN reply_to VARCHAR(254);
ALTER TABLE collectivities ADD COLUMN cndp_number VARCHAR(60);
ALTER TABLE collectivities ADD COLUMN privacy_notices JSONB;
-- Months after which an ended subscription and a network address in the audit are erased.
ALTER TABLE collectivities ADD COLUMN keep_subscriptions_months INTEGER NOT NULL DEFAULT 12;
ALTER TABLE collectivities ADD COLUMN keep_addresses_months INTEGER NOT NULL DEFAULT 12;
-- The settings before the last change, so that it can be taken back.
ALTER TABLE collectivities ADD COLUMN previous_settings JSONB;
-- A domain of its own that was asked for and does not lead here yet.
ALTER TABLE collectivities ADD COLUMN asked_domain VARCHAR(253);
