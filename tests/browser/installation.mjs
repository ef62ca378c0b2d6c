// An installation of one's own for a story that begins with nothing and moves the clock: a new
// database, the network, whoever joins it, and desks at which its people sit.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Clock } from "../load/lib/clock.mjs";
import { Embedded } from "../load/lib/embedded.mjs";
import { call } from "../load/lib/http.mjs";
import { Ground } from "../load/lib/processes.mjs";
import { until } from "../load/lib/waiting.mjs";

const password = "a long password for a story";

export class Installation {
  /** A network without members, on this day. */
  static async open(name, day) {
    const one = new Installation();
    one.ground = await Ground.open(name);
    try {
      one.clock = await Clock.create(one.ground);
      await one.goTo(day);
      one.program = await Embedded.create({ ground: one.ground, folder: one.ground.folder, clock: one.clock, members: [] });
      await one.program.start();
    } catch (error) {
      await one.close();
      throw error;
    }
    return one;
  }

  /** The address of a path on the host of `slug`. */
  url(slug, path = "/") {
    return `http://${slug}.localhost:${this.program.publicPort}${path}`;
  }

  /** What anybody gets at a path, without a browser: status, headers and text. */
  taken(slug, path) {
    const port = this.program.publicPort;
    return call(port, path, { host: `${slug}.localhost:${port}` });
  }

  /** Moves the clock to the morning of this day. */
  async goTo(day) {
    await this.clock.move((Date.parse(`${day}T09:00:00Z`) - Date.now()) / 1000 - this.clock.seconds);
  }

  /** Runs a command of the operator, given as words. */
  command(...words) {
    return this.ground.run(this.program.program, words, { env: this.program.variables });
  }

  /** Waits until something is so. */
  until(what, check) {
    return until(what, check);
  }

  /** The latest mail to somebody that says this. */
  async mail(email, words) {
    const said = async () => {
      const text = await this.program.latestTo(email);
      return text?.includes(words) && text;
    };
    return until(`a mail to ${email} that says ${words}`, said);
  }

  /** Invites somebody, who takes the invitation and has a desk from then on. */
  async desk(page, slug, email, role) {
    const link = (await this.command("staff", "invite", email, "--collectivity", slug, "--role", role)).match(/http\S+/)[0];
    return this.take(page, slug, email, link);
  }

  /** Somebody takes the invitation behind a link and has a desk from then on. */
  async take(page, slug, email, link) {
    await page.goto(link);
    await page.fill("[name=password]", password);
    await page.press("[name=password]", "Enter");
    await page.waitForURL((url) => !url.pathname.includes("/invitation/"));
    return new Desk(page, (path) => this.url(slug, path), email, this.clock);
  }

  async close() {
    await this.ground.close();
  }
}

/** Somebody signed in at a member. Days pass between two visits, so one signs in again. */
class Desk {
  constructor(page, url, email, clock) {
    Object.assign(this, { page, url, email, clock });
  }

  /** Turns the second step on, as an application on the telephone would. */
  async turnSecondStepOn() {
    const room = "/office/account/second-factor";
    await this.open(room);
    const send = async (form, name, value) => {
      await this.page.fill(`form[action="${form}"] [name=${name}]`, value);
      await this.page.click(`form[action="${form}"] button`);
    };
    await send(room, "password", password);
    const secret = this.page.locator("main code").first();
    await secret.waitFor();
    this.secret = (await secret.innerText()).replaceAll(" ", "");
    await send(`${room}/on`, "code", this.code());
    await this.page.locator("ul.codes").waitFor();
  }

  /** What the telephone shows now (RFC 6238). */
  code() {
    return totp(this.secret, Math.floor((Date.now() / 1000 + this.clock.seconds) / 30));
  }

  async open(path) {
    await this.page.goto(this.url(path));
    if (!this.page.url().includes("/office/sign-in")) return;
    await this.page.fill("[name=email]", this.email);
    await this.page.fill("[name=password]", password);
    await this.page.press("[name=password]", "Enter");
    await this.page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    if (this.page.url().includes("/sign-in/second")) {
      await this.page.fill("[name=code]", this.code());
      await this.page.press("[name=code]", "Enter");
      await this.page.waitForURL((url) => !url.pathname.includes("/sign-in/"));
    }
    await this.page.goto(this.url(path));
  }

  /** Opens a form, fills it in and sends it, and is told that it was done. */
  async fill(path, fields = {}) {
    await this.open(path);
    const form = this.page.locator("main form").first();
    await fillIn(form, fields);
    await form.locator("button").first().click();
    await this.page.waitForURL((url) => url.searchParams.has("done")).catch(async (error) => {
      throw new Error(`${path} said: ${await this.complaint()}`, { cause: error });
    });
  }

  /** Opens a form, fills it in, sends it, and is told why not. */
  async refused(path, fields = {}) {
    await this.open(path);
    const form = this.page.locator("main form").first();
    await fillIn(form, fields);
    const [answer] = await Promise.all([this.page.waitForNavigation(), form.locator("button").first().click()]);
    assert.ok(answer.status() >= 400, `${path} was not refused`);
    return this.complaint();
  }

  complaint() {
    return this.page.locator(".error-summary, main").first().innerText();
  }
}

/** The code of a secret in base32 for a step of thirty seconds (RFC 4226). */
function totp(secret, step) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const sum = createHmac("sha1", key).update(counter).digest();
  const code = (sum.readUInt32BE(sum.at(-1) & 15) & 0x7fffffff) % 1_000_000;
  return String(code).padStart(6, "0");
}

async function fillIn(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const control = form.locator(`[name="${name}"]`);
    const kind = await control.first().evaluate((one) => (one.tagName === "SELECT" ? "select" : one.type));
    if (kind === "radio") await form.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === "checkbox") await control.check();
    else if (kind === "select") await control.selectOption(value);
    else {
      await control.evaluate((one) => { for (let at = one.closest("details"); at; at = at.parentElement.closest("details")) at.open = true; });
      await control.fill(value);
    }
  }
}
