import { addHit, RANK, type Scan } from './scan.ts';

/** `00000010: 6a5a 7a6f …  jZzo…` of xxd, `00000010  6a 5a …  |jZzo…|` of hexdump, shorter ones of packets. */
const LINE =
  /^[ \t]{0,8}((?:0x)?[0-9a-f]{4,8}):?[ \t]{1,2}((?:[0-9a-f]{2,4}[ \t]{1,2}){0,15}[0-9a-f]{2,4})(?:[ \t]{2,60}([^\n]{1,20}))?$/gim;
const LEAST = 16;
const LONGEST = 65_536;

interface Row {
  readonly start: number;
  readonly end: number;
  readonly bytes: string;
}

/** A secret in a dump of bytes: all of the dump's rows go, letters beside them too. */
export function readDumps(scan: Scan, inner: (text: string) => boolean): void {
  const { text } = scan;
  if (!/[0-9a-f]0:? {1,2}[0-9a-f]{2}/i.test(text)) return;
  let rows: Row[] = [];
  const close = () => {
    const bytes = rows.map((row) => row.bytes).join('');
    if (bytes.length >= LEAST && bytes.length <= LONGEST && inner(bytes))
      for (const { start, end } of rows) addHit(scan, start, end, 'dump', 'SECRET', RANK.shape);
    rows = [];
  };
  let last = -1;
  for (const match of text.matchAll(LINE)) {
    if (match.index !== last + 1) close();
    last = match.index + match[0].length;
    const [whole, offset = '', hex = ''] = match;
    const bytes = (hex.replace(/\s/g, '').match(/../g) ?? []).map((pair) =>
      String.fromCharCode(Number.parseInt(pair, 16)),
    );
    rows.push({ start: match.index + whole.indexOf(hex, offset.length), end: last, bytes: bytes.join('') });
  }
  close();
}
