// What is pasted, from Word above all, as plain elements: lists that Word writes as paragraphs become
// lists, frames become links, titles of the first level become those of the second. The editor's own
// rules and the server's drop the rest.

/** Pasted HTML without what its program meant for itself. */
export function plain(html) {
  const page = new DOMParser().parseFromString(html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, ""), "text/html");
  for (const gone of page.querySelectorAll("style, script, meta, link, title, xml, object, embed")) gone.remove();
  for (const odd of [...page.body.querySelectorAll("*")].filter((one) => one.tagName.includes(":"))) odd.replaceWith(...odd.childNodes);
  for (const frame of page.querySelectorAll("iframe")) frame.replaceWith(link(page, frame.src));
  for (const title of page.querySelectorAll("h1")) rename(page, title, "h2");
  for (const title of page.querySelectorAll("h4, h5, h6")) rename(page, title, "h3");
  lists(page);
  // Pictures of other places are not shown; what they say is kept.
  for (const picture of page.querySelectorAll("img")) if (!new URL(picture.src, location.href).pathname.startsWith("/media/") || new URL(picture.src, location.href).origin !== location.origin) picture.replaceWith(picture.alt);
  for (const one of page.querySelectorAll("*")) for (const { name } of [...one.attributes]) if (!["href", "src", "alt", "colspan", "rowspan", "dir", "lang", "start"].includes(name)) one.removeAttribute(name);
  return page.body.innerHTML;
}

function link(page, address) {
  const paragraph = page.createElement("p");
  if (!/^https?:/.test(address)) return paragraph;
  const anchor = paragraph.appendChild(page.createElement("a"));
  anchor.href = address;
  anchor.textContent = address;
  return paragraph;
}

function rename(page, element, name) {
  const other = page.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Word writes a list as paragraphs of a class, each with its mark in a span of its own. */
function lists(page) {
  let list = null;
  for (const paragraph of [...page.querySelectorAll("p")]) {
    const isItem = /MsoList/.test(paragraph.className) || /mso-list:/.test(paragraph.getAttribute("style") ?? "");
    if (!isItem) {
      list = null;
      continue;
    }
    const mark = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""));
    const sign = mark ? mark.textContent.trim() : paragraph.textContent.trim().match(/^([·•▪o-]|[\d٠-٩]+[.)-])/)?.[0] ?? "";
    if (mark) mark.remove();
    const kind = /[\d٠-٩a-z]+[.)-]/i.test(sign) ? "ol" : "ul";
    if (!list || list.tagName.toLowerCase() !== kind || list.nextElementSibling !== paragraph) {
      list = page.createElement(kind);
      paragraph.before(list);
    }
    const item = page.createElement("li");
    item.append(...paragraph.childNodes);
    if (!mark && sign) item.firstChild.textContent = item.firstChild.textContent.replace(sign, "").trimStart();
    list.append(item);
    paragraph.remove();
  }
}
