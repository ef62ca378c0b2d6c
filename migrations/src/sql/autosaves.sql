-- Pages are kept as they are typed too, as articles are.
ALTER TABLE article_autosaves ADD COLUMN noun VARCHAR(8) NOT NULL DEFAULT 'article';
