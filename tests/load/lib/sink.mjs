// A mail server that can be told to misbehave, and that writes down whatever it was given: the
// witness of a run, which knows nothing of the database.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pause } from "./waiting.mjs";

const { SMTPServer } = createRequire(new URL("../../browser/package.json", import.meta.url))("smtp-server");

/** A server in a good mood takes a mail after some milliseconds. Shares are from 0 to 1. */
const good = {
  pace: [5, 30], // milliseconds from the end of DATA to the answer
  laterAtDoor: 0, // 421 to whoever connects
  laterAtName: 0, // 451 to RCPT
  laterAtEnd: 0, // 452 after DATA
  never: 0, // 554 after DATA
  drops: 0, // takes the mail and breaks the connection before it says so
  silences: 0, // takes the mail and says nothing until the client gives up
};

export class Sink {
  /** Every mail that was taken, in the order of arrival. */
  taken = [];
  /** The Message-IDs that were refused for good. */
  refused = new Set();
  /** How often each misbehaviour happened. */
  counts = { later: 0, never: 0, drops: 0, silences: 0 };
  #latest = new Map();
  #sockets = new Map();
  #underWay = 0;

  static async open(chance) {
    const sink = new Sink();
    sink.chance = chance;
    sink.behave();
    sink.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      size: 1024 * 1024,
      onConnect: (_session, done) => done(sink.#refusal("laterAtDoor", 421)),
      onRcptTo: (_address, _session, done) => done(sink.#refusal("laterAtName", 451)),
      onData: (stream, session, done) => sink.#read(stream, session, done),
    });
    // A client that was killed leaves a broken connection behind; that is what these runs are about.
    sink.server.on("error", () => {});
    const inner = sink.server.listen(0, "127.0.0.1");
    await once(inner, "listening");
    sink.port = inner.address().port;
    inner.on("connection", (socket) => {
      const { remotePort } = socket;
      sink.#sockets.set(remotePort, socket);
      socket.once("close", () => sink.#sockets.delete(remotePort));
    });
    return sink;
  }

  get url() {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Whether somebody is just handing a mail in. */
  get isBusy() {
    return this.#underWay > 0;
  }

  /** Changes the mood; without words, to a good one. */
  behave(mood = {}) {
    this.mood = { ...good, ...mood };
  }

  /** The text of the latest mail to an address. */
  latestTo(address) {
    return this.#latest.get(address);
  }

  close() {
    for (const socket of this.#sockets.values()) socket.destroy();
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** Until the client gives up: it leaves, or goes on talking. */
  async #sayNothing(session) {
    const socket = this.#sockets.get(session.remotePort);
    if (!socket || socket.destroyed) return;
    await Promise.race([once(socket, "data"), once(socket, "close")]).catch(() => {});
    socket.destroy();
  }

  #refusal(kind, responseCode) {
    if (!this.chance.happens(this.mood[kind])) return null;
    this.counts.later += 1;
    return Object.assign(new Error("in a bad mood"), { responseCode });
  }

  #read(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", async () => {
      this.#underWay += 1;
      try {
        await this.#judge(Buffer.concat(parts), session, done);
      } finally {
        this.#underWay -= 1;
      }
    });
  }

  async #judge(bytes, session, done) {
    const text = bytes.toString("utf8");
    const mail = understood(text, session.envelope.rcptTo[0].address);
    const later = this.#refusal("laterAtEnd", 452);
    if (later) return done(later);
    if (this.refused.has(mail.id) || this.chance.happens(this.mood.never)) {
      this.refused.add(mail.id);
      this.counts.never += 1;
      return done(Object.assign(new Error("never"), { responseCode: 554 }));
    }
    // From here on the mail lies in the mailbox, whatever the client learns of it.
    this.taken.push(mail);
    this.#latest.set(mail.to, readable(text));
    if (this.chance.happens(this.mood.drops)) {
      this.counts.drops += 1;
      this.#sockets.get(session.remotePort)?.destroy();
      return done();
    }
    if (this.chance.happens(this.mood.silences)) {
      this.counts.silences += 1;
      return this.#sayNothing(session);
    }
    await pause(this.chance.between(...this.mood.pace));
    return done();
  }
}

function understood(text, to) {
  const end = text.indexOf("\r\n\r\n");
  const head = text.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ");
  const header = (name) => head.match(new RegExp(`^${name}: *(.*)$`, "im"))?.[1]?.trim() ?? "";
  const hash = createHash("sha256").update(text.slice(end)).digest("hex");
  return { at: Date.now(), to, id: header("Message-ID"), subject: header("Subject"), hash };
}

/** The text of a mail with its transfer encodings undone. */
export function readable(mail) {
  const boundary = mail.match(/boundary="?([^";\r\n]+)/)?.[1];
  const parts = (boundary ? mail.split(`\r\n--${boundary}`) : [mail]).map((part) => {
    const [head, ...body] = part.split("\r\n\r\n");
    const text = body.join("\r\n\r\n");
    if (/encoding: base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
    return /encoding: quoted-printable/i.test(head) ? text.replaceAll("=\r\n", "").replaceAll("=3D", "=") : text;
  });
  return parts.join("\n");
}
