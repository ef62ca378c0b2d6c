// A real provider of OpenID Connect for the tests, on this machine alone: it lets everybody in as whoever
// they say they are, and has made sure of the mailboxes that it is told of.
import { once } from "node:events";
import { createServer } from "node:http";

/**
 * Starts a provider that knows one client. `people` maps what is typed as a login to
 * { email, email_verified }; the login is the name that stays the same.
 */
export async function startProvider({ redirect, secret, people }) {
  // It warns of settings that only tests use.
  const { Provider } = await import("oidc-provider");
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "infitah", client_secret: secret, redirect_uris: [redirect], response_types: ["code"], grant_types: ["authorization_code"] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    cookies: { keys: ["of the tests"] },
    findAccount: (_, login) => ({ accountId: login, claims: () => ({ sub: login, ...people[login] }) }),
  });
  server.on("request", provider.callback());
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
