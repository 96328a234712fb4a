import type { Language } from './phrases.ts';

type Rule = readonly [pattern: RegExp, replacement: string];

/** What grammar joins where a phrase meets a fact: `de` + `Emil`, `in` + `dem Lager`. */
const JOINS: Readonly<Partial<Record<Language, readonly Rule[]>>> = {
  de: [
    [/\b([Ii])n dem /g, '$1m '],
    [/\b([Vv])on dem /g, '$1om '],
    [/\b([Bb])ei dem /g, '$1eim '],
    [/\b([Zz])u dem /g, '$1um '],
  ],
  es: [
    [/\b([Dd])e el /g, '$1el '],
    [/\b([Aa]) el /g, '$1l '],
  ],
  fr: [
    [/\b([Dd])e le /g, '$1u '],
    [/\b([Dd])e les /g, '$1es '],
    [/\b([Dd])e (?=[AEIOUYÉÈÊ]\p{Ll})/gu, '$1’'],
    [/\b([Qq])ue (?=[AEIOUYÉÈÊ]\p{Ll})/gu, '$1u’'],
  ],
};

export const joinWords = (text: string, language: Language): string =>
  (JOINS[language] ?? []).reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text);

/** A sentence that goes on after a comma starts small, unless with a name or the English I. */
export const afterComma = (text: string): string =>
  text.replace(/^([¿¡]?)(\p{Lu})(?=\p{Ll}*[ ,’])/u, (whole, mark: string, letter: string) =>
    text.startsWith('I ') ? whole : mark + letter.toLowerCase(),
  );

export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
