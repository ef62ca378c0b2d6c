// Keeps what is typed of an article or a page: on the server when it can be reached, in the browser until then.
// Without it the editor is a plain form, and nothing is lost but what was never sent.
"use strict";
(() => {
  const form = document.getElementById("article");
  if (!form) return;
  const words = form.dataset;
  const status = document.getElementById("article-status");
  const key = form.elements.namedItem("key").value;
  const place = `infitah-article:${key}`;
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "note"));
  const seen = () => form.elements.namedItem("version")?.value ?? "0";
  let version = 0;
  let delay = 0;
  let timer;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  // Storage may be full or forbidden; the server keeps what was typed all the same.
  const remember = (more) => {
    try { localStorage.setItem(place, JSON.stringify({ seen: seen(), body: typed().toString(), ...more })); } catch { /* as above */ }
  };
  const forget = (where) => { try { localStorage.removeItem(where); } catch { /* as above */ } };
  const recall = (where) => { try { return JSON.parse(localStorage.getItem(where)); } catch { return null; } };
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

  async function save() {
    const now = version;
    say(words.saving);
    try {
      const answer = await fetch(words.keep, { method: "POST", body: typed(), headers: { accept: "application/json" }, redirect: "manual" });
      if (answer.ok) {
        delay = 0;
        if (now === version) forget(place);
        return say(words.saved);
      }
      if (answer.status === 401) return say(words.signedOut);
      if (answer.status < 500 && answer.status !== 429) return say((await answer.json()).errors?.[0]?.message ?? words.refused);
    } catch { /* no connection: told below */ }
    say(words.offline);
    delay = Math.min(delay * 2 || 2000, 60000);
    later(delay);
  }

  // What was sent and arrived is in the page, or on the way to its readers.
  if (new URLSearchParams(location.search).has("done")) {
    for (const name of Object.keys(localStorage)) if (name.startsWith("infitah-article:") && recall(name)?.sent) forget(name);
  }
  // What the server has never heard of, from a page that was closed without a connection.
  const kept = recall(place);
  if (kept?.sent && kept.seen !== seen()) {
    forget(place);
  } else if (kept) {
    const fields = new URLSearchParams(kept.body);
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = fields.has(box.name);
    for (const [name, value] of fields) {
      const control = form.elements.namedItem(name);
      if (!control || control.type === "checkbox" || ["key", "version"].includes(name)) continue;
      control.value = value;
      const fold = value && control.closest("details");
      if (fold) fold.open = true;
    }
    later(0);
  }
  form.addEventListener("input", (event) => {
    if (event.target.name === "note") return;
    version += 1;
    remember();
    later(1500);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); if (version > 0) remember({ sent: true }); });
  addEventListener("online", () => { if (recall(place)) later(0); });
})();
