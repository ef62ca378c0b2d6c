// A photograph as a telephone would send it, painted by the browser that sends it.

/** A JPEG of this size, to be chosen in a control of files. */
export async function photograph(page, name, width, height) {
  const data = await page.evaluate(([width, height]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const paint = canvas.getContext("2d");
    const sky = paint.createLinearGradient(0, 0, 0, height);
    sky.addColorStop(0, "#9fc7d8");
    sky.addColorStop(1, "#e8c48a");
    paint.fillStyle = sky;
    paint.fillRect(0, 0, width, height);
    paint.fillStyle = "#7a3b24";
    paint.fillRect(width / 3, height / 3, width / 3, height);
    return canvas.toDataURL("image/jpeg", 0.9);
  }, [width, height]);
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(data.split(",")[1], "base64") };
}
