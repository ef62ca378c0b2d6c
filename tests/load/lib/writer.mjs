// An editor's program that publishes without pause and keeps account of what was acknowledged. A
// publication whose answer was lost is asked after until it is known what became of it, so that
// in the end every one is either acknowledged or certainly not made.
import { postQuery } from "./http.mjs";
import { pause } from "./waiting.mjs";

const create = `mutation ($input: ArticleInput!) { createArticle(input: $input) { id version } }`;
const publish = `mutation ($id: ID!, $version: Int!) { publishArticle(id: $id, version: $version) { status } }`;
const look = `query ($id: ID!) { article(id: $id) { status } }`;

/** How long one publication is tried. */
const patience = 60_000;

export class Writer {
  /** The names of the publications that were acknowledged, in their order. */
  acknowledged = [];
  /** Requests that failed or were refused. */
  troubles = [];
  /** Acknowledgements that were lost on the way and learned by asking. */
  asked = 0;
  #turn = 0;
  #stopped = false;

  constructor(installation, editor, name, chance) {
    Object.assign(this, { installation, editor, name, chance });
  }

  /** Publishes until it is told to stop. */
  begin() {
    this.done = (async () => {
      for (let number = 1; !this.#stopped; number += 1) {
        await this.#publishOne(`${this.name}-${number}`);
        await pause(this.chance.between(10, 80));
      }
    })();
    // Whoever waits for `done` hears of a failure; until then it is nobody's.
    this.done.catch(() => {});
    return this;
  }

  /** Finishes the publication in hand and stops. */
  async finish() {
    this.#stopped = true;
    await this.done;
  }

  async #publishOne(name) {
    // The language of the member is Arabic and must be complete; what it says does not matter here.
    const both = (text) => ({ ar: text, fr: text });
    const input = { title: both(`Publication ${name}`), summary: both(name), bodyHtml: both(`<p>${name}</p>`) };
    const draft = await this.#insist(async () => {
      const { data } = await this.#ask(create, { input });
      return data?.createArticle;
    });
    let doubtful = false;
    await this.#insist(async () => {
      if (doubtful) {
        const { status, errors, data } = await this.#ask(look, { id: draft.id });
        if (data?.article) {
          this.asked += 1;
          return true;
        }
        // A draft is not found here; any other answer says nothing.
        if (status !== 200 || codeOf(errors) !== "NOT_FOUND") return false;
      }
      doubtful = true;
      const { data } = await this.#ask(publish, draft);
      return data?.publishArticle?.status === "PUBLISHED";
    });
    this.acknowledged.push(name);
  }

  /** Tries until it gives something. */
  async #insist(attempt) {
    const end = Date.now() + patience;
    for (;;) {
      const found = await attempt().catch(() => null);
      if (found) return found;
      if (Date.now() > end) throw new Error(`the writer gave up: ${this.troubles.at(-1)}`);
      await pause(100);
    }
  }

  /** Asks the gateways in turn, as a proxy would; what goes wrong is kept as trouble. */
  async #ask(query, variables) {
    this.#turn += 1;
    const { gateways } = this.installation;
    const gateway = gateways[this.#turn % gateways.length];
    // Somebody behind another address each time: what one address may ask is not in question here.
    const address = `198.51.${(this.#turn >> 8) % 256}.${this.#turn % 256}`;
    const headers = { ...this.editor.headers, "x-forwarded-for": address };
    let answer;
    try {
      answer = await postQuery(gateway.port, query, variables, { host: this.editor.host, headers });
    } catch (error) {
      this.troubles.push(`${gateway.name}: ${error.message}`);
      throw error;
    }
    const code = codeOf(answer.errors);
    if (code === "UNAUTHENTICATED" || code === "FORBIDDEN") {
      await this.editor.signIn(gateway.port);
    } else if (answer.status !== 200 || (code && code !== "NOT_FOUND")) {
      this.troubles.push(`${gateway.name}: ${answer.status} ${code ?? ""} ${answer.errors[0]?.message ?? ""}`);
    }
    return answer;
  }
}

const codeOf = (errors) => errors[0]?.extensions?.code;
