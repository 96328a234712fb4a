import { indexWithin } from './chars.ts';
import { fitsVendor, isAddress } from './judge.ts';
import { matchAt, textBefore } from './match-at.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isPlace } from './values.ts';

/** `secret_id 457f…`: half of what logs an application in to Vault. */
const SECRET_ID = /secret_id[ \t]{1,8}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;
/** `the key for the bot is …`, `our key? It's …`, `the key for the nightly job: …`. */
const SAID =
  /(?:[A-Za-z0-9'’ /-]{0,48}?(?:[ \t](?:is|was|to|ist|lautet|est|es)|['’]s|[ \t]?[:=,]|[ \t](?:->|→)|\?[ \t]+(?:it(?:'s|’s| is)|that(?:'s|’s)))[ \t:]{1,4}|[ \t])["'`]?(?=\w[^\s"'`]{0,64}\d)([^\s"'`]{12,256})/iy;
const SERVICE =
  /\b(?:api|azure|openai|endpoint|subscription|quota|free tier|calls|plan|account|service|weather|maps|search|speech|translator)\b/i;
const AROUND = 100;

/** A weak name in a sentence needs a long value that a machine drew; one that may be a digest, a service that it opens. */
export function readSpokenKey(scan: Scan, end: number, kind: NameClass): void {
  const { text } = scan;
  const id = SECRET_ID.exec(text.slice(Math.max(0, end - 9), end + 48))?.[1];
  if (id) {
    const start = indexWithin(text, id, end, end + 12);
    addHit(scan, start, start + id.length, 'assigned', 'SECRET', RANK.context);
    return;
  }
  const body = matchAt(SAID, text, end)?.[1]?.replace(/[.,;]+$/, '');
  if (!body || isPlace(body)) return;
  const start = indexWithin(text, body, end, SAID.lastIndex);
  if (!fitsVendor(body, kind) && !(isAddress(body) ? isOfService(text, start, body, end) : looksRandom(body))) return;
  addHit(scan, start, start + body.length, 'prose', kind.type, RANK.context);
}

const KEY = /key[12]?$/i;

const isOfService = (text: string, start: number, body: string, nameEnd: number): boolean =>
  KEY.test(textBefore(text, nameEnd, 4)) &&
  !/cach|hash|digest|\bsha\d*\b|commit|object|\brow|primary|foreign|\bsort/i.test(
    text.slice(Math.max(0, nameEnd - 40), start),
  ) &&
  SERVICE.test(
    text.slice(Math.max(0, nameEnd - AROUND), start) + text.slice(start + body.length, start + body.length + AROUND),
  );
