// The people of a run. They come by the ways that people come: an invitation and a request by mail,
// a link in it, a form behind the link.
import { cookieOf, pathOf, postForm } from "./http.mjs";
import { until } from "./waiting.mjs";

const password = "a long test password";

/** Somebody on the staff of a member, who can sign in. */
export class Editor {
  #cookie = "";

  static async invite(installation, slug) {
    const editor = new Editor();
    const { sink, publicPort, gateways } = installation;
    const address = `editor@${slug}.example.org`;
    Object.assign(editor, { slug, address, host: `${slug}.localhost:${publicPort}` });
    const said = await installation.command(`staff invite ${address} --collectivity ${slug} --role editor --locale fr`);
    // Where no mail server is set, the command prints the link.
    const link = said.match(/https?:\/\/\S+/)?.[0] ?? (await linkTo(sink, address, "/office/invitation/"));
    const [{ port }] = gateways;
    const accepted = await postForm(port, pathOf(link), { password }, { host: editor.host, timeout: 30_000 });
    if (accepted.status !== 303) throw new Error(`the invitation was answered with ${accepted.status}`);
    editor.#cookie = cookieOf(accepted);
    return editor;
  }

  /** Signs in again, for example after the session is over. */
  async signIn(port) {
    const form = { email: this.address, password };
    const answer = await postForm(port, "/office/sign-in", form, { host: this.host, timeout: 30_000 });
    if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`);
    this.#cookie = cookieOf(answer);
  }

  /** What makes a request that of this editor. */
  get headers() {
    return { cookie: this.#cookie };
  }
}

/** Subscribes these addresses at a site, an empty slug being the network's, and confirms each. */
export async function subscribe(installation, slug, addresses) {
  const { sink, publicPort, gateways } = installation;
  const host = slug ? `${slug}.localhost:${publicPort}` : `localhost:${publicPort}`;
  await Promise.all(
    addresses.map(async (email, index) => {
      const { port } = gateways[index % gateways.length];
      // Each from a network address of its own: a site takes so many requests from one.
      const headers = { "x-forwarded-for": `203.0.113.${(index % 250) + 1}` };
      const asked = await postForm(port, "/fr/subscribe", { email }, { host, headers, timeout: 30_000 });
      if (asked.status !== 200) throw new Error(`${email} was answered with ${asked.status}`);
      const link = await linkTo(sink, email, "/subscribe/confirm/");
      const confirmed = await postForm(port, pathOf(link), {}, { host, headers, timeout: 30_000 });
      if (confirmed.status !== 200) throw new Error(`${email} was confirmed with ${confirmed.status} at ${link}`);
    }),
  );
}

/** The link with this path in the latest mail to an address. */
async function linkTo(sink, address, path) {
  const found = async () => {
    const text = await sink.latestTo(address);
    const links = text?.match(/https?:\/\/[^\s"<>]+/g) ?? [];
    return links.find((link) => link.includes(path));
  };
  return until(`a mail to ${address} with a link to ${path}`, found, 60);
}
