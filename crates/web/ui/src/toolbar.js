// The tools of a text: one tab stop, arrows from tool to tool, each says whether it is on.

import { askPicture } from "./pictures.js";

// A frame with a hill and the sun in it; no sign of the fonts shows one everywhere.
const PICTURE = `<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"><rect x="3" y="4" width="18" height="16" rx="2"/><circle cx="9" cy="9.5" r="1.5"/><path d="m4 18 5-5 3 3 4-5 5 6"/></svg>`;

const TOOLS = [
  ["heading", "H2", (chain) => chain.toggleHeading({ level: 2 }), (editor) => editor.isActive("heading", { level: 2 })],
  ["subheading", "H3", (chain) => chain.toggleHeading({ level: 3 }), (editor) => editor.isActive("heading", { level: 3 })],
  ["bold", "B", (chain) => chain.toggleBold(), (editor) => editor.isActive("bold")],
  ["italic", "I", (chain) => chain.toggleItalic(), (editor) => editor.isActive("italic")],
  ["bullets", "•", (chain) => chain.toggleBulletList(), (editor) => editor.isActive("bulletList")],
  ["numbers", "1.", (chain) => chain.toggleOrderedList(), (editor) => editor.isActive("orderedList")],
  ["quote", "”", (chain) => chain.toggleBlockquote(), (editor) => editor.isActive("blockquote")],
  ["link", "↗", null, (editor) => editor.isActive("link")],
  ["picture", PICTURE, null, (editor) => editor.isActive("image")],
  ["table", "▦", (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }), (editor) => editor.isActive("table")],
  ["row", "+—", (chain) => chain.addRowAfter(), null, (editor) => editor.isActive("table")],
  ["column", "+|", (chain) => chain.addColumnAfter(), null, (editor) => editor.isActive("table")],
  ["table-remove", "▦×", (chain) => chain.deleteTable(), null, (editor) => editor.isActive("table")],
  ["undo", "↶", (chain) => chain.undo(), null],
  ["redo", "↷", (chain) => chain.redo(), null],
  ["source", "<>", null, null],
];

export class Toolbar {
  constructor(editor, field, words, frame) {
    Object.assign(this, { editor, field, words, frame });
    this.element = document.createElement("div");
    this.element.className = "rich-tools";
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", words.tools);
    this.buttons = TOOLS.map((tool, index) => this.button(tool, index));
    this.element.append(...this.buttons.map(({ button }) => button));
    this.element.addEventListener("keydown", (event) => this.move(event));
    editor.on("transaction", () => this.show());
    this.show();
  }

  button([name, sign, act, isOn, isThere], index) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rich-tool";
    if (sign.startsWith("<svg")) button.innerHTML = sign;
    else button.textContent = sign;
    button.tabIndex = index === 0 ? 0 : -1;
    button.setAttribute("aria-label", this.words[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())]);
    button.title = button.getAttribute("aria-label");
    if (isOn) button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      if (name === "link") return this.link();
      if (name === "picture") return this.picture();
      if (name === "source") return this.source();
      act(this.editor.chain().focus()).run();
    });
    return { name, button, isOn, isThere };
  }

  show() {
    for (const { button, isOn, isThere } of this.buttons) {
      if (isOn) button.setAttribute("aria-pressed", String(isOn(this.editor)));
      if (isThere) button.hidden = !isThere(this.editor);
    }
  }

  move(event) {
    const ahead = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    if (!ahead) return;
    const shown = this.buttons.map(({ button }) => button).filter((button) => !button.hidden);
    const step = getComputedStyle(this.element).direction === "rtl" ? -ahead : ahead;
    const next = shown[(shown.indexOf(document.activeElement) + step + shown.length) % shown.length];
    for (const button of shown) button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  }

  /** Asks for an address in a dialog of the page. */
  link() {
    const { editor, words } = this;
    const dialog = document.createElement("dialog");
    dialog.className = "rich-dialog";
    const form = dialog.appendChild(document.createElement("form"));
    form.method = "dialog";
    const label = form.appendChild(document.createElement("label"));
    label.textContent = words.linkAddress;
    const input = label.appendChild(document.createElement("input"));
    Object.assign(input, { type: "url", inputMode: "url", required: true, dir: "ltr", value: editor.getAttributes("link").href ?? "https://" });
    const actions = form.appendChild(document.createElement("p"));
    actions.className = "actions";
    const put = actions.appendChild(document.createElement("button"));
    put.textContent = words.link;
    put.value = "put";
    if (editor.isActive("link")) {
      const gone = actions.appendChild(document.createElement("button"));
      Object.assign(gone, { textContent: words.unlink, value: "remove", className: "quiet", formNoValidate: true });
    }
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      const chain = editor.chain().focus().extendMarkRange("link");
      if (dialog.returnValue === "remove") chain.unsetLink().run();
      else if (dialog.returnValue === "put" && /^(https?:|mailto:|tel:)/.test(input.value)) {
        if (editor.state.selection.empty && !editor.isActive("link")) editor.chain().focus().insertContent({ type: "text", text: input.value, marks: [{ type: "link", attrs: { href: input.value } }] }).run();
        else chain.setLink({ href: input.value }).run();
      } else editor.commands.focus();
      dialog.remove();
    });
    dialog.showModal();
    input.select();
  }

  /** Puts a picture of the library in the text, or another one in the place of the one that is marked. */
  async picture() {
    const { editor, field, words } = this;
    const { src = "", alt = "" } = editor.isActive("image") ? editor.getAttributes("image") : {};
    const chosen = src.split("/")[2];
    const picture = await askPicture(words, { lang: field.lang, dir: field.dir, chosen, alternative: alt });
    const chain = editor.chain().focus();
    if (!picture) return chain.run();
    const attributes = { src: picture.path, alt: picture.said };
    (src ? chain.updateAttributes("image", attributes) : chain.setImage(attributes)).run();
  }

  /** Shows the field itself, for those who write HTML by hand; and back. */
  source() {
    const isShown = !this.field.hidden;
    if (isShown) this.editor.commands.setContent(this.field.value, { emitUpdate: true });
    this.field.hidden = isShown;
    this.frame.hidden = !isShown;
    const { button } = this.buttons.find(({ name }) => name === "source");
    button.setAttribute("aria-pressed", String(!isShown));
    if (!isShown) this.field.focus();
  }
}
