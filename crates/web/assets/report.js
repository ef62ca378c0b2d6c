// Keeps what is typed on the sheet of reports while the line is poor, and sends files ahead with
// their progress. Without it the sheet works by plain forms.
"use strict";
(() => {
  const form = document.getElementById("sheet");
  if (!form) return;
  const words = form.dataset;
  const status = document.getElementById("sheet-status");
  const lines = [...form.querySelectorAll("[data-milestone]")];
  const FIELDS = ["state", "texts_ar", "texts_fr", "reported_on", "evidence_url", "obstacle"];
  let uploads = 0;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const place = (id) => `infitah-draft:${words.owner}:${id}`;
  const control = (id, name) => form.elements.namedItem(`${id}-${name}`);
  const read = (id) => {
    const values = {};
    for (const name of FIELDS) values[name] = control(id, name)?.value ?? "";
    return values;
  };

  // Storage may be full or forbidden; the server keeps the draft all the same.
  const remember = (id, entry) => { try { localStorage.setItem(place(id), JSON.stringify(entry)); } catch { /* as above */ } };
  const forget = (id) => { try { localStorage.removeItem(place(id)); } catch { /* as above */ } };
  const recall = (id) => { try { return JSON.parse(localStorage.getItem(place(id))); } catch { return null; } };

  class Line {
    constructor(element) {
      this.element = element;
      this.id = element.dataset.milestone;
      this.delay = 0;
      this.version = 0;
      element.addEventListener("input", (event) => { if (event.target.type !== "file") this.changed(); });
      element.querySelector("input[type=file]").addEventListener("change", (event) => this.take(event.target));
      this.restore();
    }

    changed() {
      this.version += 1;
      remember(this.id, { values: read(this.id), seen: control(this.id, "seen").value });
      this.later(1500);
    }

    restore() {
      const entry = recall(this.id);
      if (!entry) return;
      // It was sent, and the server has said something newer since.
      if (entry.sent && entry.seen !== control(this.id, "seen").value) return forget(this.id);
      for (const name of FIELDS) {
        const one = control(this.id, name);
        if (one && entry.values[name]) one.value = entry.values[name];
      }
      this.element.open = true;
      this.later(0);
    }

    later(wait) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), wait);
    }

    async save() {
      const version = this.version;
      say(words.saving);
      try {
        const body = new URLSearchParams({ milestone: this.id, ...read(this.id) });
        const answer = await fetch(words.drafts, { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
        if (answer.ok) {
          this.delay = 0;
          if (version === this.version) forget(this.id);
          return say(words.saved);
        }
        if (answer.status === 401) return say(words.signedOut);
        if (answer.status < 500 && answer.status !== 429) {
          const said = await answer.json();
          return say(said.errors?.[0]?.message ?? words.refused);
        }
      } catch { /* no connection: told below */ }
      say(words.offline);
      this.delay = Math.min(this.delay * 2 || 2000, 60000);
      this.later(this.delay);
    }

    take(input) {
      const list = this.element.querySelector(".sheet-files");
      for (const file of [...input.files]) {
        const item = list.appendChild(document.createElement("li"));
        item.append(document.createElement("bdi"), document.createElement("progress"), document.createElement("span"));
        item.firstChild.textContent = file.name;
        item.children[1].max = 1;
        item.children[1].setAttribute("aria-label", file.name);
        uploads += 1;
        this.upload(file, item, 0);
      }
      input.value = "";
    }

    upload(file, item, tries) {
      const [, progress, note] = item.children;
      const body = new FormData();
      body.append("file", file);
      const request = new XMLHttpRequest();
      request.open("POST", words.files);
      request.responseType = "json";
      request.setRequestHeader("accept", "application/json");
      request.upload.onprogress = (event) => { if (event.lengthComputable) progress.value = event.loaded / event.total; };
      const end = (text) => { uploads -= 1; progress.remove(); note.textContent = ` ${text}`; say(text); };
      const again = () => {
        if (tries >= 5) return end(words.failed);
        say(words.retry);
        note.textContent = ` ${words.retry}`;
        progress.value = 0;
        setTimeout(() => this.upload(file, item, tries + 1), Math.min(2000 * 2 ** tries, 60000));
      };
      request.onload = () => {
        if (request.status === 201) {
          const kept = document.createElement("input");
          kept.type = "hidden";
          kept.name = `${this.id}-kept`;
          kept.value = `${request.response.id} ${request.response.name}`;
          item.append(kept);
          return end(words.uploaded);
        }
        if (request.status >= 500 || request.status === 429) return again();
        end(request.response?.errors?.[0]?.message ?? request.response?.detail ?? words.failed);
      };
      request.onerror = again;
      request.ontimeout = again;
      say(words.uploading);
      request.send(body);
    }
  }

  const all = lines.map((line) => new Line(line));
  addEventListener("online", () => { for (const line of all) if (recall(line.id)) line.later(0); });
  form.addEventListener("submit", (event) => {
    if (uploads > 0) {
      event.preventDefault();
      return say(words.uploading);
    }
    const only = event.submitter?.value ?? "";
    for (const line of all) {
      clearTimeout(line.timer);
      const entry = recall(line.id);
      if (entry && (only === "" || only === line.id)) remember(line.id, { ...entry, sent: true });
    }
  });
  // What a browser opens first when a link leads into a folded line.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
