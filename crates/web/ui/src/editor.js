// The rich text editor of the office: it takes the place of each long text field of an article and
// writes what is typed back into it as HTML, so that the form, its script and the server know of a
// text field only. Right to left follows the language of the field.
import { Editor } from "@tiptap/core";
import Image from "@tiptap/extension-image";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { plain } from "./paste.js";
import { coverButton, deskSource } from "./pictures.js";
import { Toolbar } from "./toolbar.js";

const words = document.getElementById("editor-words")?.dataset;

/** A picture by its public address, shown through the door of the office: a draft's are not public yet. */
const Picture = Image.extend({
  addNodeView() {
    return ({ node }) => {
      const image = document.createElement("img");
      const show = ({ src, alt }) => {
        image.alt = alt ?? "";
        image.onerror = () => { image.onerror = null; image.src = deskSource(src, 0); };
        image.src = deskSource(src, 640);
      };
      show(node.attrs);
      return { dom: image, update: (changed) => changed.type === node.type && (show(changed.attrs), true) };
    };
  },
});

function take(field) {
  const frame = document.createElement("div");
  frame.className = "rich";
  const label = document.querySelector(`label[for="${field.id}"]`);
  const editor = new Editor({
    element: frame,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        code: false,
        codeBlock: false,
        link: { openOnClick: false, protocols: ["http", "https", "mailto", "tel"], HTMLAttributes: { target: null, rel: null, class: null } },
      }),
      TableKit.configure({ table: { resizable: false } }),
      Picture.configure({ inline: false }),
    ],
    content: field.value.includes("<") ? field.value : paragraphs(field.value),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": label.id || (label.id = `${field.id}_label`),
        "aria-describedby": field.getAttribute("aria-describedby") ?? "",
        lang: field.lang,
        dir: field.dir,
        class: "prose",
      },
      transformPastedHTML: plain,
    },
    onUpdate: ({ editor }) => {
      field.value = editor.isEmpty ? "" : running(editor.getHTML());
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const toolbar = new Toolbar(editor, field, words, frame);
  field.before(toolbar.element, frame);
  field.hidden = true;
  label.addEventListener("click", () => editor.commands.focus());
  // Links into the form lead to the field, and the field is not shown.
  field.addEventListener("focus", () => editor.commands.focus());
  addEventListener("hashchange", () => location.hash === `#${field.id}` && editor.commands.focus());
}

/** Running text: without the widths of columns and the empty paragraph that the editor keeps at the end. */
const running = (html) =>
  html.replace(/<colgroup>.*?<\/colgroup>/g, "").replace(/<table style="[^"]*"/g, "<table").replace(/(<p><\/p>)+$/, "");

/** Plain text as the server would read it: a blank line begins a paragraph. */
function paragraphs(text) {
  const box = document.createElement("div");
  for (const part of text.split(/\n\s*\n/).filter((part) => part.trim())) {
    const paragraph = box.appendChild(document.createElement("p"));
    part.trim().split("\n").forEach((line, index) => {
      if (index > 0) paragraph.append(document.createElement("br"));
      paragraph.append(line.trim());
    });
  }
  return box.innerHTML;
}

if (words) coverButton(words);
if (words) for (const field of document.querySelectorAll("#article textarea.body")) take(field);
