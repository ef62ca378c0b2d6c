// The embedded default: one process over SQLite, mails as files beside the database.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { call } from "./http.mjs";
import { Missing, freePort, whereIs } from "./processes.mjs";
import { readable } from "./sink.mjs";
import { until } from "./waiting.mjs";

export class Embedded {
  /** Migrates a new database in `folder` and creates the network and these members. */
  static async create({ ground, folder, clock, members = ["fes"] }) {
    const embedded = new Embedded();
    const port = await freePort();
    Object.assign(embedded, { ground, folder, clock, publicPort: port, program: await ground.program() });
    embedded.file = join(folder, "infitah.db");
    embedded.variables = {
      INFITAH_DOMAIN: "localhost",
      INFITAH_LISTEN: `127.0.0.1:${port}`,
      INFITAH_OPS_LISTEN: "off",
      INFITAH_DATABASE_URL: `sqlite://${embedded.file}`,
      INFITAH_SECRET_KEY: "a key that only the tests of this folder know",
      INFITAH_TRUSTED_PROXIES: "127.0.0.1",
      INFITAH_TEST_CLOCK: clock.file,
    };
    embedded.gateways = [{ name: "serve", port }];
    embedded.sink = embedded;
    await embedded.command("migrate");
    await embedded.command("collectivity create network --kind network --name-ar Network --name-fr Network");
    for (const slug of members) {
      const name = slug[0].toUpperCase() + slug.slice(1);
      await embedded.command(`collectivity create ${slug} --kind commune --name-ar ${name} --name-fr ${name}`);
    }
    return embedded;
  }

  command(line) {
    return this.ground.run(this.program, line.split(" "), { env: this.variables });
  }

  async start() {
    this.running = this.ground.start("serve", this.program, ["serve"], { env: this.variables });
    const ready = () => call(this.publicPort, "/readyz").then((answer) => answer.status === 200, () => false);
    await until("the program is ready", ready, 60);
  }

  /** Every mail that was written. */
  async mails() {
    const folder = join(this.folder, "mail");
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml")).sort();
    return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  }

  /** The text of the latest mail to an address. */
  async latestTo(address) {
    const mail = (await this.mails()).findLast((one) => new RegExp(`^To:.*${address}`, "im").test(one));
    return mail && readable(mail);
  }

  /** What SQLite itself says of the database while the program runs. */
  async ask(statement) {
    const sqlite = whereIs("sqlite3");
    if (!sqlite) throw new Missing("sqlite3");
    return (await this.ground.run(sqlite, ["-cmd", ".timeout 10000", this.file, statement])).trim();
  }
}
