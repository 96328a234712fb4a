import { MNEMONIC_WORD } from './assignments.ts';
import { renameBySibling } from './json-siblings.ts';
import { type Literal, unescapeJson } from './json-strings.ts';
import { matchAt, standsAt } from './match-at.ts';
import { MNEMONIC_WORDS } from './mnemonic-words.ts';
import { renamePairs } from './named-pairs.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const DEEPEST = 256;

const isWhite = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const QUOTE = 34;
const BACKSLASH = 92;

class NotJson extends Error {}
/** One for all: texts that only look like JSON are many, and a stack trace for each is dear. */
const NOT_JSON = new NotJson();

const HEX_ESCAPE = /u[0-9a-fA-F]{4}/y;

/** Units of the escape at `at`. */
function escapeLength(text: string, at: number): number {
  const next = text[at + 1] ?? '';
  if (next !== '' && '"\\/bfnrt'.includes(next)) return 2;
  if (!standsAt(HEX_ESCAPE, text, at + 1)) throw NOT_JSON;
  return 6;
}

/** Every string and number of a JSON object, array or string that holds one, in order; null when the text is none. Nothing is copied. */
export function readLiterals(text: string): readonly Literal[] | null {
  if (!/^\s*(?:[[{]|"\s*(?:\\["nrt]|[[{]))/.test(text.slice(0, 64)) || !/[\]}"]\s*$/.test(text.slice(-8))) return null;
  const literals: Literal[] = [];
  let at = 0;
  const white = (): void => {
    while (isWhite(text.charCodeAt(at))) at++;
  };
  const string = (): { start: number; end: number } => {
    const start = at + 1;
    let end = start;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) break;
      if (code === BACKSLASH) end += escapeLength(text, end);
      else if (code >= 32) end++;
      else throw NOT_JSON; // a control character, or the end of the text
    }
    at = end + 1;
    return { start, end };
  };
  const value = (path: readonly string[], depth: number): void => {
    if (depth > DEEPEST) throw NOT_JSON;
    white();
    const char = text[at];
    if (char === '"') literals.push({ path, kind: 'string', ...string() });
    else if (char === '{') object(path, depth);
    else if (char === '[') array(path, depth);
    else if (!scalar(path)) throw NOT_JSON;
    white();
  };
  const scalar = (path: readonly string[]): boolean => {
    const number = matchAt(NUMBER, text, at)?.[0];
    if (number) {
      literals.push({ path, kind: 'number', start: at, end: at + number.length });
      at += number.length;
      return true;
    }
    const word = matchAt(WORD, text, at)?.[0];
    at += word?.length ?? 0;
    return word !== undefined;
  };
  const object = (path: readonly string[], depth: number): void => {
    const named = literals.length;
    at++;
    white();
    while (text[at] !== '}') {
      if (text[at] !== '"') throw NOT_JSON;
      const key = string();
      literals.push({ path, kind: 'key', ...key });
      white();
      if (text[at++] !== ':') throw NOT_JSON;
      value([...path, unescapeJson(text.slice(key.start, key.end))], depth + 1);
      if (text[at] === ',') {
        at++;
        white();
        if (text[at] === '}') throw NOT_JSON;
      } else if (text[at] !== '}') throw NOT_JSON;
    }
    at++;
    renamePairs(text, literals, named, path.length);
    renameKeyParts(text, literals, named, path.length);
    renameSecretData(text, literals, named, path.length);
    renameBySibling(text, literals, named, path.length);
  };
  const array = (path: readonly string[], depth: number): void => {
    const first = literals.length;
    at++;
    white();
    if (text[at] === ']') {
      at++;
      return;
    }
    for (;;) {
      value(path, depth + 1);
      if (text[at] === ',') at++;
      else if (text[at] === ']') break;
      else throw NOT_JSON;
    }
    at++;
    renameWords(text, literals, first, path);
    renameArguments(text, literals, first, path);
  };
  try {
    value([], 0);
    return at === text.length ? literals : null;
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

/** `{"kind": "Secret", "data": {…}}`: all data of a Kubernetes secret is secret, whatever it is called. */
function renameSecretData(text: string, literals: Literal[], from: number, depth: number): void {
  const kind = literals.find(
    ({ path, kind, start, end }, i) =>
      i >= from &&
      kind === 'string' &&
      path.length === depth + 1 &&
      path[depth] === 'kind' &&
      text.slice(start, end) === 'Secret',
  );
  if (!kind) return;
  for (let i = from; i < literals.length; i++) {
    const literal = literals[i] as Literal;
    if (
      literal.kind === 'string' &&
      literal.path.length === depth + 2 &&
      /^(?:data|stringData)$/.test(literal.path[depth] as string)
    )
      literals[i] = { ...literal, path: [...literal.path.slice(0, depth + 1), 'secret'] };
  }
}

/** The private parts of a JSON web key have names of one letter. */
function renameKeyParts(text: string, literals: Literal[], from: number, depth: number): void {
  const own = literals.slice(from);
  if (
    !own.some(
      (literal) =>
        literal.kind === 'key' && literal.path.length === depth && text.slice(literal.start, literal.end) === 'kty',
    )
  )
    return;
  own.forEach((literal, i) => {
    if (
      literal.kind === 'string' &&
      literal.path.length === depth + 1 &&
      /^(?:d|p|q|dp|dq|qi|k)$/.test(literal.path[depth] as string)
    )
      literals[from + i] = { ...literal, path: [...literal.path.slice(0, depth), 'private_key'] };
  });
}

/** A seed phrase as a list: each word alone says nothing. */
function renameWords(text: string, literals: Literal[], from: number, path: readonly string[]): void {
  const own = literals.slice(from);
  if (own.length < 12 || own.length > 48) return;
  if (!own.every(({ kind, start, end }) => kind === 'string' && MNEMONIC_WORDS.has(text.slice(start, end)))) return;
  own.forEach((literal, i) => {
    literals[from + i] = { ...literal, path: [...path, MNEMONIC_WORD] };
  });
}

const FLAG = /^--?[A-Za-z][\w-]{1,40}$/;
const FIELD = /^[A-Za-z][\w-]{2,40}$/;

/** `["--token", "…"]` and `["password", "…"]`: the value's key is what stands before it. */
function renameArguments(text: string, literals: Literal[], from: number, path: readonly string[]): void {
  for (let i = from + 1; i < literals.length; i++) {
    const [name, value] = literals.slice(i - 1, i + 1) as [Literal, Literal];
    if (name.path !== path || value.path !== path || name.kind !== 'string' || value.kind !== 'string') continue;
    const spelled = text.slice(name.start, Math.min(name.end, name.start + 48));
    const pair = literals.length - from === 2 && FIELD.test(spelled);
    if (!pair && !(FLAG.test(spelled) && text[value.start] !== '-')) continue;
    literals[i] = { ...value, path: [...path, spelled.replace(/^-+/, '')] };
    i++;
  }
}
