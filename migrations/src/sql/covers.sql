-- The picture at the head of an article and beside it in lists. Its row in article_files keeps it from
-- being taken away.
ALTER TABLE articles ADD COLUMN cover_id UUID;
