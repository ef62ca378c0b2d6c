-- What a member shows of itself: the mark beside its name, a picture of its library that everybody may
-- have as long as it is the mark, with what pages need to show it; and who judges what people send
-- in, and by which rules. All of it is published, so it stands with the member.
ALTER TABLE collectivities ADD COLUMN logo_id UUID;
ALTER TABLE collectivities ADD COLUMN logo JSONB;
ALTER TABLE collectivities ADD COLUMN moderation_policies JSONB;
