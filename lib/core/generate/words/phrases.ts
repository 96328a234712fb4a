import type { Random } from '../../text/random.ts';

export const LANGUAGES = ['en', 'zh', 'es', 'de', 'fr', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Facts = Readonly<Record<string, string>>;

/** Ways to say one thing; `{name}` stands for a fact. */
export type Phrases = Readonly<Record<Language, readonly string[]>>;
export type PhraseBook = Readonly<Record<string, Phrases>>;

const SLOT = /\{(\w+)\}/g;

export function fill(template: string, facts: Facts): string {
  return template.replace(SLOT, (_, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) throw new RangeError(`no fact for {${name}}`);
    return fact;
  });
}

export const slotsOf = (template: string): string[] => [...template.matchAll(SLOT)].map(([, name]) => name ?? '');

export function choosePhrase(book: PhraseBook, key: string, language: Language, random: Random): string {
  const phrases = Object.hasOwn(book, key) ? book[key] : undefined;
  if (!phrases) throw new RangeError(`no phrases for ${key}`);
  return random.pick(phrases[language]);
}
