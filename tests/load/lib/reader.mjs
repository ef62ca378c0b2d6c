// A visitor who keeps reading pages from every gateway, and counts what did not come.
import { call } from "./http.mjs";
import { pause } from "./waiting.mjs";

const paths = ["/fr/", "/fr/news", "/ar/news", "/fr/feed.atom", "/fr/about"];

export class Reader {
  read = 0;
  /** Answers that were an error of the server. */
  errors = 0;
  failures = [];
  #stopped = false;

  constructor(installation, slug) {
    Object.assign(this, { installation, host: `${slug}.localhost:${installation.publicPort}` });
  }

  begin() {
    this.done = (async () => {
      for (let number = 0; !this.#stopped; number += 1) {
        const { gateways } = this.installation;
        const gateway = gateways[number % gateways.length];
        const path = paths[number % paths.length];
        const options = { host: this.host, headers: { "x-forwarded-for": "192.0.2.7" } };
        const answer = await call(gateway.port, path, options).catch((error) => ({ status: error.message }));
        this.read += 1;
        if (answer.status >= 500) this.errors += 1;
        if (answer.status !== 200) this.failures.push(`${gateway.name}${path}: ${answer.status}`);
        await pause(20);
      }
    })();
    this.done.catch(() => {});
    return this;
  }

  async finish() {
    this.#stopped = true;
    await this.done;
  }
}
