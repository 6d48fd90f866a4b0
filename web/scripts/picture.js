// A picture is made smaller on the device before it is sent: cameras make many times what a portrait needs.
//
// input[type=file][data-shrink="PIXELS"] holds a picture. What cannot be made smaller here and has more bytes than
// data-limit is not sent at all; data-too-large says so.

const worthwhile = 256 * 1024;

export function shrinkPictures() {
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.matches?.("input[type=file][data-shrink]")) shrink(field);
  });
}

async function shrink(field) {
  field.setCustomValidity("");
  const [file] = field.files;
  if (!file || file.size <= worthwhile) return;
  const smaller = await drawn(file, Number(field.dataset.shrink)).catch(() => null);
  if (field.files[0] !== file) return;
  if (smaller && smaller.size < file.size) {
    const files = new DataTransfer();
    files.items.add(new File([smaller], file.name, { type: smaller.type }));
    field.files = files.files;
  } else if (file.size > Number(field.dataset.limit)) {
    field.setCustomValidity(field.dataset.tooLarge);
    field.reportValidity();
  }
}

/** The picture with no side longer than this; turned as the camera was held. */
export async function drawn(file, side, type = file.type === "image/jpeg" ? "image/jpeg" : "image/png") {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.9));
}
