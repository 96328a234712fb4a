/** Long enough for the browser to have taken the bytes over. */
const RELEASE_AFTER_MS = 60_000;

/** Hands a file to the browser's downloads. Works in a cross-site frame too, where pickers do not. */
export function saveFile(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_AFTER_MS);
}
