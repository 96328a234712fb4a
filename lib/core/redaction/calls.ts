import { CALLS } from './call-table.ts';
import { indexWithin } from './chars.ts';
import { APP_PASSWORD } from './comments.ts';
import { isAddress } from './judge.ts';
import { matchAt, textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { readValue, type Value } from './read-value.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isFullyMixed, isSigned } from './secret-words.ts';
import { isDrawnPhrase, isOpen, isPlace } from './values.ts';

/** Take their arguments without brackets too. */
const BARE = /^(?:ConvertTo-SecureString|\.Open|setPassword|set_password|config|env|setApiKey|login|auth[ :=]*)$/i;

/** `bytes.fromhex('…')`: the literal in the call that makes an argument. */
const WRAPPED = /(?:(?:[A-Za-z_][\w.]{0,30}|\[\]byte)\()(?=[bru]{0,2}["'`])/y;
const ARGUMENT_GAP = /\s{0,40}(?:[A-Za-z_]\w{0,30}\s?[:=]\s?)?/y;

/** The arguments of the call that opens at `open`, as far as they are literals or plain expressions. */
function readArguments(text: string, open: number): readonly (Value | null)[] {
  const values: (Value | null)[] = [];
  let at = open;
  while (values.length < 6) {
    at += matchAt(ARGUMENT_GAP, text, at)?.[0].length ?? 0;
    const wrapped = matchAt(WRAPPED, text, at)?.[0].length ?? 0;
    const value = /^(?:[@bfru]{0,2}\\*["'`]|Some\(|SecretStr\()/.test(text.slice(at + wrapped, at + wrapped + 10))
      ? readValue(text, at + wrapped)
      : null;
    if (value?.quoted) {
      values.push(value);
      at = value.next;
    } else values.push(null);
    let depth = 0;
    const limit = Math.min(text.length, at + 400);
    while (at < limit) {
      const char = text[at] as string;
      if (char === '(' || char === '[' || char === '{') depth++;
      else if (char === ')' || char === ']' || char === '}') {
        if (depth === 0) return values;
        depth--;
      } else if (char === ',' && depth === 0) break;
      else if (
        char === '\n' &&
        depth === 0 &&
        /^\s*$/.test(text.slice(at, at + 1)) &&
        !/[,(]\s*$/.test(text.slice(Math.max(0, at - 4), at + 1)) &&
        at - open > 400
      )
        return values;
      at++;
    }
    if (text[at] !== ',') return values;
    at++;
  }
  return values;
}

function readCall(argument: number, common: boolean, bare: boolean): Detector['detect'] {
  return (scan: Scan, _start, end) => {
    const { text } = scan;
    const open =
      text[end] === '(' ? end + 1 : bare && text[end] === ' ' && /["']/.test(text[end + 1] ?? '') ? end + 1 : -1;
    if (open < 0) return;
    const value = readArguments(text, open)[argument - 1];
    if (!value) return;
    const body = text.slice(value.start, value.end);
    if (body.length < 4 || body.length > 4096 || isOpen(body) || isPlace(body)) return;
    if (!common && isDrawnPhrase(body)) {
      addHit(scan, value.start, value.end, 'call', 'SECRET', RANK.context);
      return;
    }
    if (APP_PASSWORD.test(body) && isDrawnPhrase(body) && /login|auth|password/i.test(textBefore(text, end, 16))) {
      addHit(scan, value.start, value.end, 'call', 'PASSWORD', RANK.context);
      return;
    }
    const chosen = looksRandom(body) || (/\d/.test(body) && /[A-Za-z]/.test(body) && body.length >= 8);
    const mixed = /[a-z]/.test(body) && /[A-Z]/.test(body) && body.length >= 10;
    if (
      common
        ? !((chosen && body.length >= 10) || isSigned(body) || isFullyMixed(body))
        : !chosen && !mixed && !/[^\w\s./:-]/.test(body)
    )
      return;
    if ((/\s/.test(body) && !/^Bearer /.test(body)) || /^[\w-]+=\d+$/.test(body)) return;
    addHit(scan, value.start, value.end, 'call', 'SECRET', RANK.context);
  };
}

const MADE = /[A-Z]\w{1,40}(?:\.[A-Z]\w{1,40})?\(/y;
const MADE_OF_OPEN =
  /public|address|hash|digest|id$|uri|url|path|regex|error|big|number|date|mint|account|query|version|image|font|color|selector|blob|file|event/i;

/** `new Vendor('…')`: what only a machine writes. */
function readMade(scan: Scan, _start: number, end: number): void {
  const first = scan.text.charCodeAt(end);
  if (first < 65 || first > 90) return;
  const name = matchAt(MADE, scan.text, end)?.[0];
  if (name && !MADE_OF_OPEN.test(name))
    readArgumentsDrawn(scan, MADE.lastIndex, (body) => !isAddress(body) && /[a-z]/.test(body) && /[A-Z]/.test(body));
}

const ARGUMENT = /\s{0,40}(?:\w{1,24}\s?[:=]\s?)?(?:["'`]([^"'`\n]{0,512})["'`]|[\w.]{1,40})\s{0,40}(?:,|\))/y;
const MAKER = /(?:^|[^\w])(?:[A-Z]\w{0,30}|create[A-Z]?\w{0,20})$/;
const DRAWN = /^(?=.*\d)(?!.*\/(?!.*[A-Z]))[A-Za-z0-9+/=_.:~-]{20,512}$/;

/** Literals of the call whose bracket opened before `open` that only a machine writes. */
function readArgumentsDrawn(scan: Scan, open: number, fits: (body: string) => boolean): void {
  const { text } = scan;
  ARGUMENT.lastIndex = open;
  for (let count = 0; count < 3; count++) {
    const match = ARGUMENT.exec(text);
    if (!match) return;
    const body = match[1] ?? '';
    if (!DRAWN.test(body) || isPlace(body) || !fits(body) || !(isAddress(body) || looksRandom(body))) continue;
    const at = indexWithin(text, body, match.index, ARGUMENT.lastIndex);
    addHit(scan, at, at + body.length, 'call', 'SECRET', RANK.context);
  }
}

/** `ShopClient("…")`, `tracker.init('…')`: whatever the vendor, a key is what such calls are given. */
function readMaker(scan: Scan, start: number, end: number): void {
  const makes = MAKER.test(textBefore(scan.text, end - 1, 40));
  if (makes || scan.text[start] === '.')
    readArgumentsDrawn(scan, end, (body) => makes || !body.includes('-') || !isAddress(body));
}

const LISTED: readonly Detector[] = Object.entries(CALLS).flatMap(([argument, names]) =>
  names.split(/[,\n]/).map((marked) => {
    const name = marked.replace('?', '');
    return detector(
      /^\w/.test(name) ? 'start' : 'none',
      [name],
      readCall(Number(argument), name !== marked, BARE.test(name)),
    );
  }),
);

export const CALL_DETECTORS: readonly Detector[] = [
  ...LISTED,
  detector('none', 'client(|api(|provider(|translator(|authentication(|.init(|.connect(', readMaker),
  detector('none', '= new |return new |(new |: new ', readMade),
];
