export const isText = (code: number): boolean => (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;

/** The text that a run of base64 or hex holds, or null when it holds none. */
export function decodeRun(run: string, shortestHex = 32): string | null {
  if (run.length % 2 === 0 && run.length >= shortestHex && /^[0-9a-f]+$/i.test(run)) {
    if (!/^[2-7]/.test(run) && !/^0[9ad]/.test(run)) return null;
    const bytes = run.match(/../g) as string[];
    return textOf(bytes.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''));
  }
  if (!beginsAsText(run)) return null;
  const standard = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const whole = standard.slice(0, standard.length - (standard.length % 4 === 1 ? 1 : 0));
  try {
    return textOf(unwidened(atob(whole)));
  } catch {
    return null; // not base64 after all
  }
}

/** Base64 sign → its six bits. */
const SIX_BITS = new Uint8Array(128);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((sign, bits) => {
  SIX_BITS[sign.charCodeAt(0)] = bits;
});
SIX_BITS[45] = 62; // -
SIX_BITS[95] = 63; // _

/** UTF-16 has a zero at every second place. */
const mayBeText = (code: number): boolean => code === 0 || isText(code);

/** PowerShell takes commands in UTF-16. */
const unwidened = (text: string): string =>
  [1, 3, 5, 7].every((at) => text[at] === '\0') ? text.replaceAll('\0', '') : text;

/** The first twelve bytes are all text: most runs hold none, and need not be decoded to know it. */
function beginsAsText(run: string): boolean {
  for (let at = 0; at < 16; at += 4) {
    let bits = 0;
    for (let sign = at; sign < at + 4; sign++) bits = (bits << 6) | (SIX_BITS[run.charCodeAt(sign)] as number);
    if (!mayBeText(bits >> 16) || !mayBeText((bits >> 8) & 255) || !mayBeText(bits & 255)) return false;
  }
  return true;
}

/** The text, or null where much of it is none. */
function textOf(text: string): string | null {
  let odd = 0;
  for (let i = 0; i < text.length; i++) if (!isText(text.charCodeAt(i))) odd++;
  return odd * 20 <= text.length ? text : null;
}
