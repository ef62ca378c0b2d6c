// Choosing a picture of the media library, in a dialog of the page.

/** Gives `{ src, alt, width, height }` of the picture that was chosen, or nothing. */
export async function pick(words, language) {
  const dialog = document.createElement("dialog");
  dialog.className = "rich-dialog";
  document.body.append(dialog);
  try {
    const answer = await fetch(words.pictures, { headers: { accept: "application/json" } });
    const { pictures } = await answer.json();
    return await new Promise((resolve) => {
      const form = dialog.appendChild(document.createElement("form"));
      form.method = "dialog";
      const list = form.appendChild(document.createElement("div"));
      list.className = "rich-pictures";
      for (const picture of pictures) {
        const label = list.appendChild(document.createElement("label"));
        const choice = label.appendChild(document.createElement("input"));
        Object.assign(choice, { type: "radio", name: "picture", value: picture.id, required: true });
        const image = label.appendChild(document.createElement("img"));
        Object.assign(image, { src: picture.thumbnail, alt: picture.alternatives[language] ?? picture.name, loading: "lazy" });
      }
      const label = form.appendChild(document.createElement("label"));
      label.textContent = words.pictureWords;
      const alt = label.appendChild(document.createElement("input"));
      Object.assign(alt, { required: true, dir: "auto", lang: language, maxLength: 300 });
      const chosen = () => pictures.find((one) => one.id === new FormData(form).get("picture"));
      list.addEventListener("change", () => { if (!alt.value) alt.value = chosen().alternatives[language] ?? ""; });
      const put = form.appendChild(document.createElement("button"));
      put.textContent = words.picture;
      put.value = "put";
      dialog.addEventListener("close", () => {
        const picture = dialog.returnValue === "put" && chosen();
        resolve(picture ? { src: picture.src, alt: alt.value, width: picture.width, height: picture.height } : null);
      });
      dialog.showModal();
    });
  } finally {
    dialog.remove();
  }
}
