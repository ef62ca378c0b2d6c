-- The documents of all members, the latest first.
CREATE INDEX documents_of_network ON documents (dated_on, id) WHERE is_published AND member_live;
