// Passkeys: asks the device (WebAuthn) and sends its answer by the form that stands in the page. The forms
// are hidden until it is known that the browser can, so without it nothing promises what does not work.
"use strict";
(() => {
  const can = Boolean(self.PublicKeyCredential && navigator.credentials && self.fetch);
  const missing = document.getElementById("passkey-unsupported");
  if (!can && missing) missing.hidden = false;
  if (!can) return;

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) => {
    const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (asked) => {
    const { publicKey } = JSON.parse(asked);
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.user.id = bytes(publicKey.user.id);
    publicKey.excludeCredentials = named(publicKey.excludeCredentials);
    const made = await navigator.credentials.create({ publicKey });
    return {
      id: made.id, rawId: text(made.rawId), type: made.type, extensions: {},
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
      },
    };
  };

  const get = async (asked) => {
    const { publicKey } = JSON.parse(asked);
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.allowCredentials = named(publicKey.allowCredentials);
    const found = await navigator.credentials.get({ publicKey });
    return {
      id: found.id, rawId: text(found.rawId), type: found.type, extensions: {},
      response: {
        authenticatorData: text(found.response.authenticatorData),
        clientDataJSON: text(found.response.clientDataJSON),
        signature: text(found.response.signature),
        userHandle: found.response.userHandle && text(found.response.userHandle),
      },
    };
  };

  const reason = (error) => {
    if (error.name === "InvalidStateError") return "known";
    if (error.name === "NotAllowedError" || error.name === "AbortError") return "cancelled";
    return error.key ?? "failed";
  };

  // Gives the options that a form names, or fetches them anew for each try.
  const optionsOf = async (form) => {
    if (form.dataset.asked) return form.dataset.asked;
    let response;
    try {
      response = await fetch(form.dataset.options, { method: "POST", headers: { accept: "application/json" } });
    } catch {
      throw Object.assign(new Error("away"), { key: "away" });
    }
    if (!response.ok) throw Object.assign(new Error("refused"), { key: response.status === 429 ? "slow" : "failed" });
    return response.text();
  };

  const serve = (form, ask) => {
    if (!form) return;
    const [status, alert] = [form.querySelector("[role=status]"), form.querySelector("[role=alert]")];
    let isAsking = false;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (isAsking) return;
      isAsking = true;
      alert.textContent = "";
      status.textContent = form.dataset.waiting;
      try {
        form.elements.answer.value = JSON.stringify(await ask(await optionsOf(form)));
        form.submit();
      } catch (error) {
        status.textContent = "";
        alert.textContent = form.dataset[reason(error)];
        isAsking = false;
      }
    });
    // A page that is brought back from the browser's memory can be used again.
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      isAsking = false;
      status.textContent = "";
    });
  };

  serve(document.getElementById("passkey-sign-in"), get);
  serve(document.getElementById("passkey-add"), create);
})();
