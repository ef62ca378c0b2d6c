// What PostgreSQL says of the statements of the running program: how many there were, and the plans
// that they had, with rows, blocks and times, each under the role and row security of the program.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../lib/waiting.mjs";

/** Settings of the server that counts statements and tells plans. */
export const settings = [
  "shared_preload_libraries=pg_stat_statements,auto_explain",
  "pg_stat_statements.track=top",
  "auto_explain.log_analyze=on",
  "auto_explain.log_buffers=on",
  "log_line_prefix=@@ %m ",
];

/** Forgets the statements until now. */
export async function forget(installation) {
  await installation.postgres.execute("SELECT pg_stat_statements_reset()", installation.database);
}

/** The statements of the program since then, and how often each was run. */
export function counted(installation) {
  return installation.query(`
    SELECT s.calls, s.rows, round(s.mean_exec_time::numeric, 2) AS mean, s.query FROM pg_stat_statements s
    JOIN pg_roles r ON r.oid = s.userid AND r.rolname = 'infitah_public'
    JOIN pg_database d ON d.oid = s.dbid AND d.datname = '${installation.database}' ORDER BY s.calls DESC, s.query`);
}

/** The plans of everything the program asked while `act` ran: text, milliseconds and plan of each. */
export async function plansOf(installation, act) {
  const { postgres, ground } = installation;
  const log = join(ground.logs, "postgres.log");
  const start = (await readFile(log)).length;
  const tell = async (least) => {
    const set = `ALTER SYSTEM SET auto_explain.log_min_duration = ${least}`;
    await postgres.execute(set);
    await postgres.execute("SELECT pg_reload_conf()");
    const shown = async () => (await postgres.value("SELECT current_setting('auto_explain.log_min_duration') AS value")) === String(least);
    await until("the setting holds", shown);
  };
  await tell(0);
  await act();
  await tell(-1);
  // The last entry of the log comes after all plans.
  const mark = `the end of the plans ${start}`;
  await postgres.execute(`DO $$ BEGIN RAISE WARNING '${mark}'; END $$`);
  let text = "";
  await until("the plans are written", async () => {
    text = (await readFile(log)).subarray(start).toString("utf8");
    return text.includes(mark);
  });
  return text.split(/^@@ /m).flatMap((entry) => {
    const found = entry.match(/LOG: {2}duration: ([0-9.]+) ms {2}plan:\n\tQuery Text: ([\s\S]*?)\n(\t\S[^\n]*\(cost=[\s\S]*)/);
    if (!found) return [];
    const [, millis, query, plan] = found;
    return [{ millis: Number(millis), query: query.replaceAll(/\s+/g, " ").trim(), plan: plan.replaceAll(/^\t/gm, "").trimEnd() }];
  });
}
