// The two accounts that must agree: what the database says was to be sent and was sent, and what
// the mail server says it was given. A subscriber of the network is told of the member's news too.
import { until } from "./waiting.mjs";

/** What of the deliveries of a batch of publications stands in the database, by site. */
const entries = `
  SELECT c.kind = 'network' AS network, a.titles ->> 'fr' AS title, e.id AS event,
    count(d.id) AS deliveries,
    count(d.id) FILTER (WHERE d.status = 'sent') AS sent,
    count(d.id) FILTER (WHERE d.status = 'dead') AS dead
  FROM outbox_events e
  JOIN collectivities c ON c.id = e.tenant_id
  JOIN articles a ON a.id = e.subject_id AND a.tenant_id = e.origin_tenant_id
  LEFT JOIN deliveries d ON d.tenant_id = e.tenant_id AND d.event_id = e.id
  WHERE e.kind = 'article_published' AND a.titles ->> 'fr' LIKE 'Publication NAME%'
  GROUP BY 1, 2, 3`;

/** What is still on its way, and when the next of it is due by the clock of the programs. */
const onTheWay = `
  SELECT (SELECT count(*) FROM outbox_events WHERE dispatched_at IS NULL) AS waiting,
    (SELECT count(*) FROM deliveries WHERE status = 'due') AS due,
    (SELECT extract(epoch FROM min(greatest(due_at, coalesce(leased_until, due_at))))
      FROM deliveries WHERE status = 'due') AS next`;

/** Waits until the outbox is empty. The clock goes on to the next try whenever there is nothing to
    do before it: what is left has been waited for, or held by a dead worker, for a second. */
export async function settle(installation, seconds = 90) {
  const { sink, clock } = installation;
  let seen = { at: 0 };
  await until("the outbox is empty", async () => {
    const [{ waiting, due, next }] = await installation.query(onTheWay);
    const taken = sink.taken.length;
    const moves = taken !== seen.taken || next !== seen.next || sink.isBusy;
    if (moves) seen = { taken, next, at: Date.now() };
    const isQuiet = Date.now() - seen.at > 1200;
    if (waiting === 0 && due === 0) return isQuiet;
    const ahead = next - (Date.now() / 1000 + clock.seconds);
    if (waiting === 0 && ahead > 0 && isQuiet) {
      await clock.move(ahead + 1);
      seen.at = Date.now();
    }
    return false;
  }, seconds, 100);
}

/** Counts both accounts for the publications of a round (an empty name: of all rounds). */
export async function count(installation, people, name, acknowledged, from = 0) {
  const rows = await installation.query(entries.replace("NAME", name));
  const sum = (field, network) =>
    rows.filter((row) => row.network === network).reduce((all, row) => all + row[field], 0);
  const titles = (network) => rows.filter((row) => row.network === network).map((row) => row.title);
  const wanted = new Set(acknowledged.map((one) => `Publication ${one}`));
  const own = titles(false);
  const mails = received(installation.sink, name, from);
  const expected = [];
  for (const one of acknowledged) for (const to of [...people.member, ...people.network]) expected.push(`${to} ${one}`);
  const missing = expected.filter((key) => !mails.has(key));
  const due = new Set(expected);
  const dead = sum("dead", false) + sum("dead", true);
  const several = [...mails.values()];
  return {
    acknowledged: acknowledged.length,
    outbox: own.length,
    passedOn: titles(true).length,
    unacknowledged: own.filter((title) => !wanted.has(title)).length,
    twice: own.length - new Set(own).size,
    expected: expected.length,
    deliveries: sum("deliveries", false) + sum("deliveries", true),
    sent: sum("sent", false) + sum("sent", true),
    dead,
    // A mailbox that refused for good has no mail; every other one has.
    lost: Math.max(missing.length - dead, 0),
    foreign: [...mails.keys()].filter((key) => !due.has(key)).length,
    repeats: several.reduce((all, one) => all + one.count - 1, 0),
    otherId: several.filter((one) => one.ids.size > 1).length,
    otherBody: several.filter((one) => one.hashes.size > 1).length,
  };
}

/** What arrived, by mailbox and publication. */
function received(sink, name, from) {
  const mails = new Map();
  for (let index = from; index < sink.taken.length; index += 1) {
    const mail = sink.taken[index];
    const publication = mail.subject.match(/Publication (\S+)/)?.[1];
    if (!publication?.startsWith(name)) continue;
    const key = `${mail.to} ${publication}`;
    const one = mails.get(key) ?? { count: 0, ids: new Set(), hashes: new Set() };
    one.count += 1;
    one.ids.add(mail.id);
    one.hashes.add(mail.hash);
    mails.set(key, one);
  }
  return mails;
}

/** What must hold whatever the fault was. */
export function expectations(counts) {
  const { acknowledged, outbox, passedOn, expected, deliveries, sent, dead } = counts;
  return [
    [acknowledged > 0, "nothing was published"],
    [outbox === acknowledged, `${acknowledged} publications acknowledged, ${outbox} in the outbox`],
    [counts.unacknowledged === 0, `${counts.unacknowledged} publications that nobody was told were made`],
    [counts.twice === 0, `${counts.twice} publications twice in the outbox`],
    [passedOn === acknowledged, `${passedOn} of ${acknowledged} publications passed on to the network`],
    [deliveries === expected, `${expected} deliveries expected, ${deliveries} made`],
    [sent + dead === deliveries, `${deliveries - sent - dead} deliveries are neither sent nor refused for good`],
    [counts.lost === 0, `${counts.lost} mails lost`],
    [counts.foreign === 0, `${counts.foreign} mails that nobody should have got`],
    [counts.otherId === 0, `${counts.otherId} mails repeated under another Message-ID`],
    [counts.otherBody === 0, `${counts.otherBody} mails repeated with another text`],
  ];
}
