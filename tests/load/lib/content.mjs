// What an installation shows and what it owes, each as one hash: of every public page that the site
// maps name, with feeds and queries, and of the ledger of deliveries.
import { createHash } from "node:crypto";
import { call, keptOpen, postQuery } from "./http.mjs";

const feeds = ["ar", "fr", "en"].flatMap((locale) => ["atom", "rss", "json"].map((form) => `/${locale}/feed.${form}`));
const fixed = ["/robots.txt", "/sitemap.xml", "/graphql/schema.graphql", ...feeds];

const queries = [
  "{ collectivities(first: 100) { totalCount nodes { slug kind name(locale: FR) currentProgramme { cycle progress { done reported total percent } } } } }",
  "{ articles(first: 100) { totalCount nodes { id slug(locale: FR) title(locale: FR) bodyHtml(locale: FR) category publishedAt updatedAt version } } }",
];

/** Reads everything public of these hosts through one gateway. What is not answered with 200 is named. */
export async function publicContent(port, hosts) {
  const agent = keptOpen(4);
  const lines = [];
  const unread = [];
  let turn = 0;
  for (const host of hosts) {
    const headers = () => ({ "x-forwarded-for": `198.18.${(++turn >> 8) % 256}.${turn % 256}` });
    const ask = async (path) => {
      const answer = await call(port, path, { host, agent, headers: headers(), timeout: 30_000 });
      if (answer.status !== 200) unread.push(`${host}${path} was answered with ${answer.status}`);
      return answer.text;
    };
    const places = [...(await ask("/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
    if (places.length === 0) unread.push(`${host} has an empty site map`);
    const paths = [...new Set([...fixed, ...places])].sort();
    for (let index = 0; index < paths.length; index += 4) {
      const some = paths.slice(index, index + 4);
      const texts = await Promise.all(some.map(ask));
      for (const [offset, text] of texts.entries()) lines.push(`${host}${some[offset]} ${hash(text)}`);
    }
    for (const query of queries) {
      const { data, errors } = await postQuery(port, query, {}, { host, headers: headers(), timeout: 30_000 });
      if (!data || errors.length > 0) unread.push(`${host}: ${errors[0]?.message ?? "no data"}`);
      // What it cost stands beside the data and belongs to the hour.
      lines.push(`${host} ${query} ${hash(JSON.stringify(data))}`);
    }
  }
  agent.destroy();
  return { hash: hash(lines.join("\n")), count: lines.length, lines, unread };
}

/** The tables that say what was told, to whom, and what became of it. */
export const ledgerTables = ["outbox_events", "subscriptions", "deliveries", "delivery_attempts"];

/** The hash of rows, whatever their order. */
export function rowsHash(rows) {
  return hash(rows.map((row) => JSON.stringify(row)).sort().join("\n"));
}

/** What differs between two readings. */
export function differences(one, other) {
  const kept = new Set(other.lines);
  return one.lines.filter((line) => !kept.has(line)).map((line) => line.split(" ")[0]);
}

const hash = (text) => createHash("sha256").update(text).digest("hex");
