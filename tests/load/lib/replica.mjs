// What a replica must hold to: it shows everything that was committed once it has caught up, and so
// do the gateways to visitors, whatever they remembered of the time before.
import { ledgerTables, rowsHash } from "./content.mjs";
import { call } from "./http.mjs";
import { until } from "./waiting.mjs";

const newest = `
  SELECT a.titles ->> 'fr' AS title FROM articles a
  JOIN collectivities c ON c.id = a.tenant_id AND c.slug = 'fes'
  WHERE a.status = 'published' ORDER BY a.published_at DESC, a.id DESC LIMIT 1`;

/** Waits until the replica and every gateway show visitors the newest article of the member. */
export async function showsAll(installation, seconds = 30) {
  const { replica, gateways, publicPort } = installation;
  await replica.catchUp(seconds);
  const [{ title }] = await installation.query(newest);
  const isIn = new RegExp(`${title}(?!\\d)`);
  const host = `fes.localhost:${publicPort}`;
  for (const { name, port } of gateways) {
    const shows = async () => {
      const answer = await call(port, "/fr/news", { host, headers: { "x-forwarded-for": "192.0.2.8" } });
      return answer.status === 200 && isIn.test(answer.text);
    };
    await until(`${name} shows visitors the newest article, ${title}`, shows, seconds, 50);
  }
}

/** The tables that differ between the primary and its replica, after it has caught up. */
export async function differing({ replica, postgres, database }) {
  await replica.catchUp();
  const different = [];
  for (const table of ["collectivities", "articles", ...ledgerTables]) {
    const [here, there] = await Promise.all(
      [postgres, replica].map((server) => server.query(`SELECT * FROM ${table}`, database)),
    );
    if (here.length === 0 || rowsHash(here) !== rowsHash(there)) different.push(`${table}: ${here.length}, ${there.length} rows`);
  }
  return different;
}

/** Counts how often the replica was looked into, over its restarts, which begin at nought. */
export class Looks {
  #before = 0;
  sum = 0;

  constructor(installation) {
    Object.assign(this, { replica: installation.replica, database: installation.database });
  }

  /** Reads the count; while the replica is away there is nothing to read. */
  async read() {
    const now = await this.replica.looks(this.database).catch(() => null);
    if (now === null) return;
    this.sum += now < this.#before ? now : now - this.#before;
    this.#before = now;
  }

  /** Forgets what was counted until now. */
  async begin() {
    await this.read();
    this.sum = 0;
  }
}
