-- What milestones weigh above one, of a member's current programme: nought where all weigh the same,
-- which is also what a program says that does not know of weights yet.
ALTER TABLE member_summaries ADD COLUMN extra_reported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member_summaries ADD COLUMN extra_done INTEGER NOT NULL DEFAULT 0;
