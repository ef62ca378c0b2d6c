-- PostgreSQL only. The worker's timer sees which period a public report speaks of.
GRANT SELECT (period_ends_on) ON progress_reports TO infitah_worker;
