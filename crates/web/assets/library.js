// Sends files to the library one by one, with their progress, and again while the line is poor: each
// has a word of its own, so that a repeat keeps nothing twice. Without it the form works by itself.
"use strict";
(() => {
  const form = document.getElementById("library-upload");
  if (!form || !self.crypto?.randomUUID) return;
  const words = form.dataset;
  const input = document.getElementById("files");
  const list = document.getElementById("library-files");
  const status = document.getElementById("library-status");
  const waiting = [];
  let isSending = false;
  let kept = 0;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };

  const line = (file) => {
    const item = list.appendChild(document.createElement("li"));
    item.append(document.createElement("bdi"), document.createElement("progress"), document.createElement("span"));
    item.firstChild.textContent = file.name;
    item.children[1].max = 1;
    item.children[1].value = 0;
    item.children[1].setAttribute("aria-label", file.name);
    return { file, item, key: crypto.randomUUID(), tries: 0 };
  };

  const next = () => {
    if (isSending) return;
    const one = waiting.shift();
    if (!one) {
      if (kept === 0) return;
      const reload = document.createElement("a");
      reload.href = form.action;
      reload.textContent = words.reload;
      status.replaceChildren(`${words.sent} `, reload);
      return;
    }
    isSending = true;
    send(one);
  };

  const end = (one, text, isKept) => {
    const [, progress, note] = one.item.children;
    progress.remove();
    note.textContent = ` ${text}`;
    if (!isKept) note.className = "field-error";
    if (isKept) kept += 1;
    isSending = false;
    next();
  };

  const again = (one) => {
    const [, progress, note] = one.item.children;
    one.tries += 1;
    if (one.tries > 6) return end(one, words.failed, false);
    note.textContent = ` ${words.retry}`;
    progress.value = 0;
    say(words.retry);
    setTimeout(() => send(one), Math.min(1000 * 2 ** one.tries, 60000));
  };

  const send = (one) => {
    const [, progress, note] = one.item.children;
    const body = new FormData();
    body.append("key", one.key);
    body.append("files", one.file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => { if (event.lengthComputable) progress.value = event.loaded / event.total; };
    request.onload = () => {
      if (request.status === 201) return end(one, words.sent, true);
      if (request.status >= 500 || request.status === 429 || request.status === 408) return again(one);
      end(one, request.response?.errors?.[0]?.message ?? request.response?.detail ?? words.failed, false);
    };
    request.onerror = () => again(one);
    request.ontimeout = () => again(one);
    note.textContent = "";
    say(words.sending);
    request.send(body);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const file of [...input.files]) waiting.push(line(file));
    form.reset();
    next();
  });
  addEventListener("beforeunload", (event) => { if (isSending || waiting.length > 0) event.preventDefault(); });
})();
