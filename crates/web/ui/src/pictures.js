// Choosing a picture of the library, or sending one: a dialog of the page. What it shows is said in
// words before it is used, and the library keeps the words for the next time.

const json = { accept: "application/json" };

/** Where the office shows a picture that may not be public yet. */
export const deskSource = (path, width) => `/office/media/${path.split("/")[2]}/picture/${width}`;

const make = (name, more = {}, ...children) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...children);
  return element;
};

/** A picture to choose, with its radio button. */
function choice(name, picture, lang, isChosen) {
  const radio = make("input", { type: "radio", name, value: picture.id, checked: isChosen });
  const image = make("img", { src: picture.src, srcset: picture.srcset, sizes: "9rem", alt: "", loading: "lazy", width: picture.width, height: picture.height });
  const called = make("bdi", { className: "small", textContent: picture.titles[lang] ?? picture.name });
  return { radio, item: make("li", {}, make("label", {}, radio, image, called)) };
}

class Chooser {
  constructor(words, { lang, dir, chosen, alternative }) {
    Object.assign(this, { words, lang, chosen, known: new Map() });
    this.list = make("ul", { className: "picture-grid" });
    this.more = make("button", { type: "button", className: "quiet", textContent: words.pictureMore, hidden: true });
    this.status = make("p", { className: "small" });
    this.status.setAttribute("role", "status");
    this.said = make("textarea", { id: "picture-said", rows: 2, lang, dir, value: alternative ?? "" });
    this.said.setAttribute("aria-describedby", "picture-hint picture-error");
    this.error = make("p", { id: "picture-error", className: "field-error" });
    this.error.setAttribute("role", "alert");
    this.put = make("button", { type: "submit", textContent: words.picturePut });
    const close = make("button", { type: "button", className: "quiet", textContent: words.pictureClose });
    const title = make("h2", { id: "picture-title", textContent: words.pictureTitle });
    const form = make("form", { noValidate: true }, title, this.list, make("p", { className: "actions" }, this.more), ...this.sending(), this.status,
      make("label", { htmlFor: "picture-said", textContent: words.pictureWords }), make("span", { id: "picture-hint", className: "hint", textContent: words.pictureWordsHint }), this.said, this.error,
      make("p", { className: "actions" }, this.put, " ", close));
    this.dialog = make("dialog", { className: "rich-dialog picture-dialog" }, form);
    this.dialog.setAttribute("aria-labelledby", "picture-title");
    close.addEventListener("click", () => this.dialog.close());
    this.more.addEventListener("click", () => this.load(this.next));
    this.list.addEventListener("change", (event) => this.choose(event.target.value));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.finish(); });
  }

  /** The result once the dialog is closed: a picture with its words, or nothing. */
  ask() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.load("/office/media?kind=picture");
    return new Promise((resolve) => {
      this.dialog.addEventListener("close", () => { this.dialog.remove(); resolve(this.result ?? null); });
    });
  }

  sending() {
    if (!this.words.pictureMaySend) return [];
    const input = make("input", { type: "file", id: "picture-file", accept: ".jpg,.jpeg,.png,.webp" });
    input.addEventListener("change", () => { if (input.files[0]) this.send(input.files[0]).finally(() => { input.value = ""; }); });
    return [make("label", { htmlFor: "picture-file", textContent: this.words.pictureSend }), input];
  }

  async load(address) {
    this.more.hidden = true;
    try {
      const { pictures, next } = await (await this.fetched(address, { headers: json })).json();
      for (const picture of pictures) if (!this.known.has(picture.id)) this.show(picture, "append");
      this.next = next;
      this.more.hidden = !next;
      if (this.known.size === 0) this.status.textContent = this.words.pictureEmpty;
    } catch (error) {
      this.fail(error);
      this.next = address;
      this.more.hidden = false;
    }
  }

  show(picture, place) {
    this.known.set(picture.id, picture);
    const { radio, item } = choice("picture", picture, this.lang, picture.id === this.chosen);
    this.list[place](item);
    return radio;
  }

  choose(id) {
    this.chosen = id;
    this.error.textContent = "";
    // Words that were typed stay; those of another picture go.
    if (this.said.value !== (this.offered ?? "")) return;
    const { alternatives } = this.known.get(id);
    this.offered = this.said.value = alternatives[this.lang] ?? "";
  }

  async send(file) {
    this.error.textContent = "";
    this.status.textContent = this.words.pictureSending;
    this.key ??= crypto.randomUUID();
    const body = new FormData();
    body.append("key", this.key);
    body.append("files", file);
    try {
      const { files } = await (await this.fetched("/office/media", { method: "POST", body, headers: json })).json();
      this.key = undefined;
      this.status.textContent = this.words.pictureSent;
      if (!files[0].src) return;
      const radio = this.show(files[0], "prepend");
      radio.checked = true;
      this.choose(files[0].id);
      this.said.focus();
    } catch (error) { this.status.textContent = ""; this.fail(error); }
  }

  async finish() {
    const picture = this.known.get(this.chosen);
    const said = this.said.value.trim();
    this.error.textContent = picture ? (said ? "" : this.words.pictureWordsMissing) : this.words.pictureNoneChosen;
    if (this.error.textContent) return (picture ? this.said : this.list.querySelector("input") ?? this.put).focus();
    this.put.disabled = true;
    try {
      if (!picture.alternatives[this.lang]) await this.keepWords(picture, said);
      this.result = { ...picture, said };
      this.dialog.close();
    } catch (error) { this.fail(error); }
    this.put.disabled = false;
  }

  /** The library remembers what a picture shows; who may not write there uses the words all the same. */
  async keepWords(picture, said) {
    if (!this.words.pictureMaySend) return;
    const body = new URLSearchParams({ version: picture.version });
    for (const [lang, text] of Object.entries(picture.titles)) body.set(`titles_${lang}`, text);
    for (const [lang, text] of Object.entries({ ...picture.alternatives, [this.lang]: said })) body.set(`alternatives_${lang}`, text);
    const answer = await fetch(`/office/media/${picture.id}`, { method: "POST", body, headers: json, redirect: "manual" });
    // Somebody said meanwhile what it shows: that is as well.
    if (answer.type !== "opaqueredirect" && !answer.ok && answer.status !== 409) throw await refusal(answer);
  }

  async fetched(address, options) {
    const answer = await fetch(address, options);
    if (!answer.ok) throw await refusal(answer);
    return answer;
  }

  fail(error) { this.error.textContent = error.said ?? this.words.pictureFailed; }
}

/** What the server said against it, in the language of the office. */
async function refusal(answer) {
  const said = await answer.json().catch(() => ({}));
  return Object.assign(new Error("refused"), { said: said.errors?.[0]?.message ?? said.detail });
}

/** Asks for a picture; gives it with its words, or nothing. */
export const askPicture = (words, of) => new Chooser(words, of).ask();

/** The picture at the head of an article, chosen from the whole library. */
export function coverButton(words) {
  const button = document.getElementById("cover-choose");
  if (!button) return;
  button.hidden = false;
  const main = document.querySelector(".lang-panel textarea");
  const list = document.getElementById("cover-pictures");
  button.addEventListener("click", async () => {
    const chosen = list.querySelector("input:checked")?.value ?? "";
    const picture = await askPicture(words, { lang: main.lang, dir: main.dir, chosen });
    button.focus();
    if (!picture) return;
    let radio = list.querySelector(`input[value="${picture.id}"]`);
    if (!radio) {
      for (const item of list.children) if (item.querySelector(`a[href$="/${picture.id}"]`)) item.remove();
      const added = choice("cover", picture, main.lang, false);
      list.firstElementChild.after(added.item);
      radio = added.radio;
    }
    radio.checked = true;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  });
  list.addEventListener("change", (event) => {
    const shown = list.closest("details").querySelector("summary .small");
    shown.textContent = event.target.closest("label").textContent.trim();
  });
}
