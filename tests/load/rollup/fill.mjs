// Fills a network by SQL, by the rules of rules.mjs: members with a programme each, and one that is
// suspended, whose numbers must show nowhere.
import { cohorts, commitments, milestones, provincesOf, regionsOf, reports, states } from "./rules.mjs";

/** The statements that fill an empty database with so many members, as of a day. */
export function statements(dialect, members, day) {
  const { series, id, before, text, json, code } = dialect;
  const all = `${series("m", members + 1)}`;
  const live = `m <= ${members}`;
  const now = `'${day}T00:00:00+00:00'`;
  const names = (what, number) => {
    const name = `"${what} ' || ${text(number)} || '"`;
    return json(`'{"ar": ${name}, "fr": ${name}}'`);
  };
  const state = `CASE WHEN c % 5 = 0 THEN 'complete' WHEN c % 5 = 1 THEN 'not_started' WHEN c = 13 THEN 'dropped'
    ELSE CASE (m + c + 2 * k + ${reports} - r) % 5 ${states.map((name, index) => `WHEN ${index} THEN '${name}'`).join(" ")} END END`;
  const age = `CASE WHEN m % 7 = 0 THEN 200 ELSE 10 END + (${reports} - r) * 90`;
  const words = "what is done, what is not, and what it waits for";
  return [
    `INSERT INTO regions (code, iso, names) SELECT ${code("c")}, 'MA-' || ${code("c")}, ${names("Region", "c")}
     FROM ${series("c", 12)}`,
    `INSERT INTO collectivities (id, slug, kind, region_code, names, cohort, cohort_is_probable, status, default_locale,
       is_sample, content_version, created_at, updated_at)
     SELECT ${id(1, "m")}, 'member-' || m,
       CASE WHEN m <= ${regionsOf(members)} THEN 'region'
         WHEN m <= ${regionsOf(members) + provincesOf(members)} THEN 'province' ELSE 'commune' END,
       ${code("m % 12 + 1")}, ${names("Member", "m")},
       CASE WHEN m % 11 = 0 THEN NULL ELSE CASE m % 3 ${cohorts.map((year, index) => `WHEN ${index} THEN ${year}`).join(" ")} END END,
       FALSE, CASE WHEN ${live} THEN 'active' ELSE 'suspended' END, 'ar', FALSE, 1, ${now}, ${now}
     FROM ${all}`,
    `INSERT INTO programmes (tenant_id, id, cycle, origin, status, notes, starts_on, ends_on, is_sample, is_published,
       member_live, version, created_at, updated_at)
     SELECT ${id(1, "m")}, ${id(2, "m")}, '2024-2026', 'council',
       CASE m % 20 WHEN 0 THEN 'adopted' WHEN 1 THEN 'closed' ELSE 'implementing' END, '{}', ${before(day, 700)},
       ${before(day, -30)}, FALSE, TRUE, ${live}, 1, ${now}, ${now}
     FROM ${all}`,
    `INSERT INTO axes (tenant_id, id, programme_id, number, titles, is_sample, is_published, member_live)
     SELECT ${id(1, "m")}, ${id(3, "m", "a")}, ${id(2, "m")}, a, ${names("Axis", "a")}, FALSE, TRUE, ${live}
     FROM ${all}, ${series("a", commitments / 5)}`,
    `INSERT INTO commitments (tenant_id, id, programme_id, axis_id, number, titles, descriptions, problems, status_quos,
       actions, expected_results, leads, partners, is_sample, is_published, member_live, version, created_at, updated_at)
     SELECT ${id(1, "m")}, ${id(4, "m", "c")}, ${id(2, "m")}, ${id(3, "m", "(c - 1) / 5 + 1")}, c, ${names("Commitment", "c")},
       ${names("What is to be done, at some length, as members write it:", "c")},
       '{}', '{}', '{}', '{}', '{}', '{}', FALSE, TRUE, ${live}, 1, ${now}, ${now}
     FROM ${all}, ${series("c", commitments)}`,
    `INSERT INTO milestones (tenant_id, id, programme_id, commitment_id, number, titles, due_on, weight, is_sample,
       is_published, member_live)
     SELECT ${id(1, "m")}, ${id(5, "m", "c * 10 + k")}, ${id(2, "m")}, ${id(4, "m", "c")}, k, ${names("Milestone", "k")},
       CASE c % 4 WHEN 0 THEN ${before(day, 30)} WHEN 1 THEN NULL ELSE ${before(day, -30)} END,
       CASE WHEN c = 2 AND k = 1 THEN 3 ELSE 1 END, FALSE, TRUE, ${live}
     FROM ${all}, ${series("c", commitments)}, ${series("k", milestones)}`,
    `INSERT INTO progress_reports (tenant_id, id, programme_id, milestone_id, state, texts, status, reported_on,
       published_on, superseded_on, is_sample, member_live, created_at)
     SELECT ${id(1, "m")}, ${id(6, "m", "(c * 10 + k) * 10 + r")}, ${id(2, "m")}, ${id(5, "m", "c * 10 + k")}, ${state},
       '{"ar": "${words}", "fr": "${words}"}', CASE WHEN m % 15 = 0 OR (c = 17 AND k = 4) THEN 'submitted' ELSE 'approved' END,
       ${before(day, age)}, ${before(day, age)},
       CASE WHEN r = ${reports} AND (m + c + k) % 9 = 0 THEN ${before(day, `${age} - 1`)} END, FALSE, ${live}, ${now}
     FROM ${all}, ${series("c", commitments)}, ${series("k", milestones)}, ${series("r", reports)}`,
    `INSERT INTO member_summaries (${columns.join(", ")})
     SELECT ${columns.join(", ")} FROM (${summaries("SELECT tenant_id, id AS programme_id FROM programmes")}) counted`,
  ];
}

/** Where the program's own summaries differ from those counted here; none should. */
export function disagreements() {
  const ours = summaries("SELECT tenant_id, programme_id FROM member_summaries WHERE programme_id IS NOT NULL");
  const compared = columns.filter((column) => !["tenant_id", "step"].includes(column));
  const differ = compared.map((column) => `o.${column} IS NOT t.${column}`).join(" OR ");
  return `SELECT count(*) || ' of ' || (SELECT count(*) FROM member_summaries WHERE commitments > 0) FROM member_summaries t
    LEFT JOIN (${ours}) o ON o.tenant_id = t.tenant_id
    WHERE t.commitments > 0 AND (${differ})`;
}

const columns = [
  "tenant_id", "programme_id", "cycle", "step", "axes", "commitments", "commitments_no_data", "commitments_not_started",
  "commitments_limited", "commitments_substantial", "commitments_complete", "commitments_dropped", "milestones",
  "milestones_reported", "milestones_done", "milestones_dropped", "extra_reported", "extra_done", "last_reported_on",
  "member_live",
];

/** The summaries of these programmes, counted from the ledger; all members in one go, and in other
    words than the program's own. Steps are those of programmes without dated phases. */
export function summaries(programmes) {
  const statuses = ["no_data", "not_started", "limited", "substantial", "complete", "dropped"];
  const count = (condition) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  return `WITH named AS (${programmes}), ranked AS (
      SELECT l.tenant_id, l.milestone_id, l.state, l.reported_on, row_number() OVER (
        PARTITION BY l.tenant_id, l.milestone_id ORDER BY l.reported_on DESC, l.id DESC) AS place
      FROM progress_reports l WHERE l.status = 'approved' AND l.superseded_on IS NULL
    ), standing AS (
      SELECT m.tenant_id, m.programme_id, m.commitment_id, m.weight - 1 AS extra, coalesce(l.state, 'none') AS state, l.reported_on
      FROM named n JOIN milestones m ON m.tenant_id = n.tenant_id AND m.programme_id = n.programme_id AND m.is_published
      LEFT JOIN ranked l ON l.tenant_id = m.tenant_id AND l.milestone_id = m.id AND l.place = 1
    ), per_commitment AS (
      SELECT c.tenant_id, c.programme_id, c.id, ${count("s.state <> 'dropped'")} AS total,
        ${count("s.state NOT IN ('dropped', 'none')")} AS reported, ${count("s.state = 'complete'")} AS done,
        ${count("s.state = 'dropped'")} AS dropped, ${count("s.state = 'not_started'")} AS idle,
        ${count("s.state IN ('complete', 'substantial')")} AS far,
        sum(CASE WHEN s.state NOT IN ('dropped', 'none') THEN s.extra ELSE 0 END) AS extra_reported,
        sum(CASE WHEN s.state = 'complete' THEN s.extra ELSE 0 END) AS extra_done, max(s.reported_on) AS last_reported_on
      FROM named n JOIN commitments c ON c.tenant_id = n.tenant_id AND c.programme_id = n.programme_id AND c.is_published
      LEFT JOIN standing s ON s.tenant_id = c.tenant_id AND s.commitment_id = c.id
      GROUP BY c.tenant_id, c.programme_id, c.id
    ), judged AS (
      SELECT x.*, CASE WHEN reported = 0 AND (total > 0 OR dropped = 0) THEN 'no_data' WHEN total = 0 THEN 'dropped'
        WHEN done = total THEN 'complete' WHEN idle = reported THEN 'not_started'
        WHEN far * 2 >= total THEN 'substantial' ELSE 'limited' END AS status
      FROM per_commitment x
    ), sums AS (
      SELECT tenant_id, programme_id, count(*) AS commitments,
        ${statuses.map((status) => `${count(`status = '${status}'`)} AS commitments_${status}`).join(", ")},
        sum(total) AS milestones, sum(reported) AS milestones_reported, sum(done) AS milestones_done,
        sum(dropped) AS milestones_dropped, sum(extra_reported) AS extra_reported, sum(extra_done) AS extra_done,
        max(last_reported_on) AS last_reported_on
      FROM judged GROUP BY tenant_id, programme_id
    )
    SELECT s.*, p.cycle, p.member_live,
      CASE p.status WHEN 'closed' THEN 11 WHEN 'implementing' THEN 10 WHEN 'adopted' THEN 9 ELSE 1 END AS step,
      (SELECT count(*) FROM axes a WHERE a.tenant_id = p.tenant_id AND a.programme_id = p.id AND a.is_published) AS axes
    FROM sums s JOIN programmes p ON p.tenant_id = s.tenant_id AND p.id = s.programme_id`;
}
