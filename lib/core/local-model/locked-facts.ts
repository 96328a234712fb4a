import { MANNERS } from '../generate/words/compose.ts';
import type { Language } from '../generate/words/phrases.ts';
import { languageFits } from './language-check.ts';

const QUOTED =
  /`[^`]+`|"[^"\n]+"|“[^”\n]+”|„[^“”\n]+[“”]|«[^»\n]+»|「[^」\n]+」|『[^』\n]+』|'[^'\n]{2,}'(?![\p{L}])/gu;
const ADDRESS = /[\w+.-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/[^\s,;)>\]]+/g;
/** Paths and file names. */
const NAMED = /(?:~\/|\.{0,2}\/)?[\w@À-ɏ-]+(?:[./][\w@À-ɏ-]+)+\/?/g;
const FIGURE = /\d+(?:[.,:/-]\d+)*%?/g;
/** `MAX_RETRIES`, `maxRetries`, `--dry-run`, `#ops`. */
const CODE = /(?<![\wÀ-ɏ])(?:--?[a-z][\w-]+|#[\w-]+|[A-Z]{2,}(?:_[A-Z0-9]+)*|[a-z]+(?:[A-Z]\w*)+|\w+_\w+)/g;

/** What a text states that no other wording of it may lose: figures, names, paths, quoted text, and the facts it was made of. */
export function lockedFacts(text: string, stated: readonly string[], language: Language): readonly string[] {
  const { names, teams } = MANNERS[language];
  const found = [QUOTED, ADDRESS, NAMED, FIGURE, CODE].flatMap((pattern) => text.match(pattern) ?? []);
  const known = [...stated, ...names, ...teams].filter((fact) => fact !== '' && text.includes(fact));
  return [...new Set([...found, ...known])];
}

/** Why a rewording cannot stand for the text; undefined when it can. */
export function rewordingFault(
  original: string,
  reworded: string,
  stated: readonly string[],
  language: Language,
): string | undefined {
  if (reworded === '') return 'nothing came back';
  if (plain(reworded) === plain(original)) return 'the wording is the same';
  if (reworded.length > 2.5 * original.length + 80) return 'it is much longer';
  const lost = lockedFacts(original, stated, language).filter((fact) => !states(reworded, fact));
  if (lost.length > 0) return `lost: ${lost.join(', ')}`;
  const added = lockedFacts(reworded, [], language).filter((fact) => !original.includes(fact));
  if (added.length > 0) return `added: ${added.join(', ')}`;
  if (!languageFits(reworded, original, language)) return 'it is in another language';
  return undefined;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Of a figure only as a whole: 12 is not in 120. */
function states(text: string, fact: string): boolean {
  for (let at = text.indexOf(fact); at >= 0; at = text.indexOf(fact, at + 1)) {
    const joins = (one = '', other = '') => /\d/.test(one) && /\d/.test(other);
    if (!joins(text[at - 1], fact[0]) && !joins(fact.at(-1), text[at + fact.length])) return true;
  }
  return false;
}
