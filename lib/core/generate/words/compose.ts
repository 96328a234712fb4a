import type { Random } from '../../text/random.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { afterComma, capital, joinWords } from './grammar.ts';
import { ja } from './ja.ts';
import type { Manner } from './manner.ts';
import { type Facts, fill, type Language } from './phrases.ts';
import { zh } from './zh.ts';

export const MANNERS: Readonly<Record<Language, Manner>> = { en, zh, es, de, fr, ja };

const PARTS = ['opener', 'context', 'goal', 'limit', 'closer'] as const;
type Part = (typeof PARTS)[number];

/** Orders in which people put a request; the goal is always there. */
const ORDERS: readonly (readonly Part[])[] = [
  ['goal'],
  ['goal', 'closer'],
  ['opener', 'goal'],
  ['opener', 'goal', 'limit'],
  ['context', 'goal'],
  ['goal', 'context'],
  ['context', 'goal', 'limit'],
  ['goal', 'context', 'limit'],
  ['opener', 'context', 'goal', 'closer'],
  ['opener', 'goal', 'context'],
  ['goal', 'limit', 'closer'],
  ['opener', 'context', 'goal', 'limit'],
];

/** What may stand before the next sentence on the same line. */
const ENDS = /[.?!:,。？！：，、][)）]?$/;

/** The first message of a person: a goal of the scenario in somebody's own way of asking. */
export function composeRequest(goal: string, facts: Facts, language: Language, random: Random): string {
  const manner = MANNERS[language];
  const around = {
    name: random.pick(manner.names),
    team: random.pick(manner.teams),
    occasion: random.pick(manner.occasions),
  };
  const said = (phrase: string) => joinWords(fill(phrase, around), language);
  const template = manner.joiner === ' ' ? roughen(goal, random) : goal;
  const frame = said(random.pick(manner.frames).replace('{goal}', '\u0000')).split('\u0000');
  const parts: Record<Part, () => string> = {
    opener: () => random.pick(manner.openers),
    context: () => capital(said(random.pick(manner.contexts))),
    goal: () => joinWords(fill(template, facts), language),
    limit: () => random.pick(manner.limits),
    closer: () => random.pick(manner.closers),
  };
  const order = random.pick(ORDERS);
  const texts = order.map((part) => parts[part]());
  // A frame already says who and when, so it replaces opener and context.
  if (!order.includes('opener') && !order.includes('context')) {
    const at = order.indexOf('goal');
    texts[at] = `${frame[0] ?? ''}${texts[at]}${frame[1] ?? ''}`;
  }
  const joiner = random.below(5) === 0 ? '\n' : manner.joiner;
  const named = [around.name, ...Object.values(facts)];
  return texts.reduce((before, text) => join(before, text, joiner, named)).trim();
}

function join(before: string, text: string, joiner: string, named: readonly string[]): string {
  if (!ENDS.test(before)) return `${before}\n${text}`;
  const goesOn = before.endsWith(',') && joiner === ' ' && !named.some((name) => name !== '' && text.startsWith(name));
  return `${before}${joiner}${goesOn ? afterComma(text) : text}`;
}

/** Haste: small letters, a dropped full stop, a typing mistake. Facts (`{…}`) are left alone. */
function roughen(goal: string, random: Random): string {
  const haste = random.below(20);
  if (haste < 11) return goal;
  if (haste < 14) return goal.replace(/[.]$/, '');
  if (haste < 16) return goal.charAt(0).toLowerCase() + goal.slice(1).replace(/[.?]$/, '');
  const words = goal.split(' ');
  const long = words.flatMap((word, at) => (/^\p{L}{6,}$/u.test(word) ? [at] : []));
  if (long.length === 0) return goal;
  const at = random.pick(long);
  return words.map((word, index) => (index === at ? mistype(word, random) : word)).join(' ');
}

function mistype(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 3);
  return random.below(2) === 0
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
