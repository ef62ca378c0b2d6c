// A mail server for the tests: it accepts everything, keeps each mail in a folder, and can be told
// by the address to refuse. Usage: node smtp-sink.mjs FOLDER; the port is written to FOLDER/port.
//
//   <time>-<n>.eml    the mail as it came over the wire
//   <time>-<n>.json   its envelope: { from, to: [..] }, written last
//   refuse-550@..     is refused each time, with this code (400 to 599)
//   once-451@..       is refused the first time and taken the second
//   mute-2-..@..      is kept each time, but the second time the sender is never told so
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node smtp-sink.mjs FOLDER");
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const refusedOnce = new Set();
const timesKept = new Map();
let count = 0;

function refusal(address) {
  const told = /^(refuse|once)-([45]\d\d)(?:[+-][^@]*)?@/.exec(address);
  if (!told) return null;
  if (told[1] === "once") {
    if (refusedOnce.has(address)) return null;
    refusedOnce.add(address);
  }
  return Object.assign(new Error(`told to refuse ${address}`), { responseCode: Number(told[2]) });
}

// Whether the sender shall wait for a word in vain.
function fallsMute(envelope) {
  let mute = false;
  for (const address of envelope.to) {
    const told = /^mute-(\d+)-/.exec(address);
    if (!told) continue;
    const times = (timesKept.get(address) ?? 0) + 1;
    timesKept.set(address, times);
    mute ||= times === Number(told[1]);
  }
  return mute;
}

async function keep(mail, envelope) {
  count += 1;
  const name = `${Date.now()}-${String(count).padStart(6, "0")}`;
  await writeFile(join(folder, `${name}.eml`), mail);
  // The envelope appears at once and last, so that a reader never meets half a mail.
  await writeFile(join(folder, `${name}.tmp`), JSON.stringify(envelope));
  await rename(join(folder, `${name}.tmp`), join(folder, `${name}.json`));
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  size: 10 * 1024 * 1024,
  onRcptTo(address, _session, done) {
    done(refusal(address.address));
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("error", done);
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((to) => to.address) };
      // Accepted only when it is kept.
      const mute = fallsMute(envelope);
      keep(Buffer.concat(parts), envelope).then(() => mute || done(), done);
    });
  },
});

server.on("error", (error) => console.error(error.message));
server.listen(0, "127.0.0.1", async () => {
  await writeFile(join(folder, "port.tmp"), String(server.server.address().port));
  await rename(join(folder, "port.tmp"), join(folder, "port"));
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.close(() => process.exit(0)));
