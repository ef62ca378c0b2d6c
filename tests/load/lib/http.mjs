// A plain HTTP client that may name any host, which the one of the platform does not allow.
import { Agent, request } from "node:http";

/** One request to a port of the loopback; gives status, headers and text, fails without a whole answer. */
export function call(port, path, options = {}) {
  const { host = "localhost", method = "GET", headers = {}, body, agent = false, timeout = 10_000 } = options;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const wanted = { host: "127.0.0.1", port, path, method, agent, ...options.socket };
    const sent = request({ ...wanted, headers: { host, ...headers, ...length } });
    const late = setTimeout(() => sent.destroy(new Error(`no answer within ${timeout} ms`)), timeout);
    const fail = (error) => {
      clearTimeout(late);
      reject(error);
    };
    sent.on("error", fail);
    sent.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", fail);
      response.on("aborted", () => fail(new Error("the answer broke off")));
      response.on("end", () => {
        clearTimeout(late);
        const text = Buffer.concat(parts).toString("utf8");
        resolve({ status: response.statusCode, headers: response.headers, text });
      });
    });
    sent.end(body);
  });
}

/** A form as browsers send it. */
export function postForm(port, path, fields, options = {}) {
  const headers = { "content-type": "application/x-www-form-urlencoded", ...options.headers };
  return call(port, path, { ...options, method: "POST", headers, body: new URLSearchParams(fields).toString() });
}

/** A GraphQL request; gives the parsed body beside the status. */
export async function postQuery(port, query, variables, options = {}) {
  const headers = { "content-type": "application/json", ...options.headers };
  const body = JSON.stringify({ query, variables });
  const answer = await call(port, "/graphql", { ...options, method: "POST", headers, body });
  let parsed = {};
  try {
    parsed = JSON.parse(answer.text);
  } catch {
    // A notice of the door, for example 503; the status says enough.
  }
  return { ...answer, data: parsed.data ?? null, errors: parsed.errors ?? [] };
}

/** Connections that are kept open between requests, and closed before the gateway closes them. */
export function keptOpen(most) {
  return new Agent({ keepAlive: true, maxSockets: most, maxFreeSockets: most, timeout: 3000 });
}

/** The path of an address in a mail. */
export const pathOf = (link) => new URL(link).pathname;

/** The cookie pair that an answer sets. */
export const cookieOf = (answer) => (answer.headers["set-cookie"]?.[0] ?? "").split(";")[0];
