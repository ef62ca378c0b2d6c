// The made-up network of this benchmark, as rules of whole numbers: member m, commitment c, milestone
// k, report r. fill.mjs writes them in SQL, and what must come out is counted here, in another
// language and without a database, so that a mistake in one of the two shows.

export const states = ["not_started", "limited", "substantial", "complete", "dropped"];
export const commitments = 20;
export const milestones = 4;
export const reports = 6;
export const cohorts = [2018, 2021, 2024];
const statuses = ["no_data", "not_started", "limited", "substantial", "complete", "dropped"];

/** How many of so many members are regions, and how many are provinces: as in the whole country. */
export const regionsOf = (members) => Math.ceil((members * 12) / 1590);
export const provincesOf = (members) => Math.ceil((members * 75) / 1590);

const kindOf = (m, members) => {
  if (m <= regionsOf(members)) return "REGION";
  return m <= regionsOf(members) + provincesOf(members) ? "PROVINCE" : "COMMUNE";
};
const stepOf = (m) => ({ 0: 9, 1: 11 })[m % 20] ?? 10;
const weightOf = (c, k) => (c === 2 && k === 1 ? 3 : 1);
const isOverdue = (c) => c % 4 === 0;
const cohortOf = (m) => (m % 11 === 0 ? null : cohorts[m % 3]);

/** What the report says. */
function stateOf(m, c, k, r) {
  if (c % 5 === 0) return "complete";
  if (c % 5 === 1) return "not_started";
  if (c === 13) return "dropped";
  return states[(m + c + 2 * k + reports - r) % 5];
}

/** The state by the latest report that counts; none where none was ever approved. */
function latest(m, c, k) {
  if (m % 15 === 0 || (c === 17 && k === 4)) return null;
  const isCorrected = (m + c + k) % 9 === 0;
  return stateOf(m, c, k, isCorrected ? reports - 1 : reports);
}

/** The status of a commitment, as the site explains it. */
function statusOf(found) {
  const count = (state) => found.filter((one) => one === state).length;
  const dropped = count("dropped");
  const total = found.length - dropped;
  const reported = total - count(null);
  if (dropped === found.length) return "dropped";
  if (reported === 0) return "no_data";
  if (count("complete") === total) return "complete";
  if (count("not_started") === reported) return "not_started";
  return (count("complete") + count("substantial")) * 2 >= total ? "substantial" : "limited";
}

const nothing = () => ({ done: 0, reported: 0, total: 0, dropped: 0, weightDone: 0, weightReported: 0 });

/** What the network's numbers must be for so many members, in the words of GraphQL. */
export function expected(members) {
  const all = nothing();
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0]));
  const byRegion = Array.from({ length: 12 }, () => ({ members: 0, commitments: 0, late: 0, progress: nothing() }));
  const [byKind, byCohort, byStep] = [new Map(), new Map(), new Map()];
  const more = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  let [late, stale, noData] = [0, 0, 0];
  for (let m = 1; m <= members; m += 1) {
    const region = byRegion[m % 12];
    region.members += 1;
    more(byKind, kindOf(m, members));
    more(byCohort, cohortOf(m));
    more(byStep, stepOf(m));
    if (m % 15 === 0) noData += 1;
    // Silent for long, or never heard of, and at work.
    if (stepOf(m) === 10 && (m % 15 === 0 || m % 7 === 0)) stale += 1;
    for (let c = 1; c <= commitments; c += 1) {
      const found = Array.from({ length: milestones }, (_, index) => latest(m, c, index + 1));
      byStatus[statusOf(found)] += 1;
      region.commitments += 1;
      if (isOverdue(c) && found.some((state) => state !== "complete" && state !== "dropped")) {
        late += 1;
        region.late += 1;
      }
      for (const [index, state] of found.entries()) {
        for (const sum of [all, region.progress]) add(sum, state, weightOf(c, index + 1));
      }
    }
  }
  return {
    members: {
      total: members,
      byKind: ["REGION", "PREFECTURE", "PROVINCE", "COMMUNE"].map((kind) => ({ kind, count: byKind.get(kind) ?? 0 })),
      byCohort: [...byCohort]
        .sort(([one], [other]) => (one ?? Infinity) - (other ?? Infinity))
        .map(([cohort, count]) => ({ cohort, count })),
      byRegion: byRegion.map((region, index) => ({
        ...region,
        region: { code: String(index + 1).padStart(2, "0") },
        progress: shown(region.progress),
      })),
    },
    programmesByPhase: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, null].map((step) => ({ step, count: byStep.get(step) ?? 0 })),
    commitmentsByStatus: statuses.map((status) => ({ status: status.toUpperCase(), count: byStatus[status] })),
    progress: shown(all),
    lateCount: late,
    staleCount: stale,
    noDataCount: noData,
    hasSample: false,
  };
}

function add(sum, state, weight) {
  if (state === "dropped") {
    sum.dropped += 1;
    return;
  }
  sum.total += 1;
  if (state === null) return;
  sum.reported += 1;
  sum.weightReported += weight;
  if (state !== "complete") return;
  sum.done += 1;
  sum.weightDone += weight;
}

const shown = ({ done, reported, total, dropped, weightDone, weightReported }) => ({
  done,
  reported,
  total,
  dropped,
  percent: weightReported === 0 ? null : Math.floor((weightDone * 100) / weightReported),
});
