import { escaped } from './match-at.ts';
import { ALPHABETS } from './token-formats.ts';

/** A shape of token-formats.ts, read. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'run'; readonly alphabet: string; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] }
  | { readonly kind: 'start' };

const UUID = '{H8}-{H4}-{H4}-{H4}-{H12}';
const PREFIXES_AT_MOST = 24;

export function readShape(shape: string): readonly Part[] {
  const source = shape.replaceAll('{u}', UUID);
  let at = 0;
  const readSequence = (): Part[] => {
    const parts: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text) parts.push({ kind: 'text', text });
      text = '';
    };
    while (at < source.length) {
      const char = source[at] as string;
      if (char === '|' || char === ')') break;
      at++;
      if (char === '\\') {
        const escaped = source[at++] as string;
        if (escaped === 'd') {
          flush();
          parts.push({ kind: 'run', alphabet: '0-9', min: 1, max: 1 });
        } else text += escaped;
      } else if (char === '{') {
        flush();
        const end = source.indexOf('}', at);
        parts.push(readRun(source.slice(at, end)));
        at = end + 1;
      } else if (char === '(') {
        flush();
        const options = [readSequence()];
        while (source[at] === '|') {
          at++;
          options.push(readSequence());
        }
        at++; // the closing bracket
        if (source[at] === '?') {
          at++;
          options.push([]);
        }
        parts.push({ kind: 'choice', options });
      } else if (char === '^') {
        flush();
        parts.push({ kind: 'start' });
      } else text += char;
    }
    flush();
    return parts;
  };
  return readSequence();
}

function readRun(body: string): Part {
  const alphabet = ALPHABETS[body[0] as string];
  const [, min, rest] = /^(\d+)(\+|-\d+)?$/.exec(body.slice(1)) ?? [];
  if (alphabet === undefined || min === undefined) throw new Error(`bad run in a token shape: ${body}`);
  const max = rest === undefined ? Number(min) : rest === '+' ? Number.POSITIVE_INFINITY : Number(rest.slice(1));
  return { kind: 'run', alphabet, min: Number(min), max };
}

export function patternOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return escaped(part.text);
      if (part.kind === 'start') return '';
      if (part.kind === 'choice') return `(?:${part.options.map(patternOf).join('|')})`;
      const times =
        part.max === part.min
          ? `{${part.min}}`
          : `{${part.min},${part.max === Number.POSITIVE_INFINITY ? '' : part.max}}`;
      return `[${part.alphabet}]${times}`;
    })
    .join('');
}

/** The texts that a shape can begin with, as far as its text is fixed; `['']` when it begins with a run. */
export function prefixesOf(parts: readonly Part[]): readonly string[] {
  let prefixes = [''];
  for (const part of parts) {
    if (part.kind === 'start') continue;
    if (part.kind === 'run') break;
    if (part.kind === 'text') {
      prefixes = prefixes.map((prefix) => prefix + part.text);
      continue;
    }
    const fixed = part.options.every((option) => option.every((piece) => piece.kind === 'text'));
    const grown = part.options.flatMap((option) =>
      prefixes.flatMap((prefix) => prefixesOf(option).map((text) => prefix + text)),
    );
    if (grown.length > PREFIXES_AT_MOST || grown.some((text) => text.length < 2)) break;
    prefixes = grown;
    if (!fixed) break;
  }
  return prefixes;
}

/** Fewest and most characters that the parts span. */
export function extentOf(parts: readonly Part[]): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = 0;
  for (const part of parts) {
    if (part.kind === 'text') {
      min += part.text.length;
      max += part.text.length;
    } else if (part.kind === 'run') {
      min += part.min;
      max += part.max;
    } else if (part.kind === 'choice') {
      const extents = part.options.map(extentOf);
      min += Math.min(...extents.map((extent) => extent.min));
      max += Math.max(...extents.map((extent) => extent.max));
    }
  }
  return { min, max };
}

/** A token of the shape; `random` gives numbers from 0 to below 1. For tests and benches. */
export function sampleOf(parts: readonly Part[], random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'start') return '';
      if (part.kind === 'choice') return sampleOf(pick(part.options), random);
      const letters = spell(part.alphabet);
      const most = Math.min(part.max, part.min + 12);
      const length = part.min + Math.floor(random() * (most - part.min + 1));
      return Array.from({ length }, () => pick(letters)).join('');
    })
    .join('');
}

/** `a-f0-9` → its characters. */
export function spell(alphabet: string): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < alphabet.length; i++) {
    const from = alphabet.charCodeAt(i);
    const ranged = alphabet[i + 1] === '-' && i + 2 < alphabet.length;
    const to = ranged ? alphabet.charCodeAt(i + 2) : from;
    for (let code = from; code <= to; code++) out.push(String.fromCharCode(code));
    if (ranged) i += 2;
  }
  return out;
}
