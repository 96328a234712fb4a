import type { Language } from '../generate/words/phrases.ts';
import type { JsonObject } from '../types.ts';
import { lockedFacts, rewordingFault } from './locked-facts.ts';
import type { AskModel } from './model-player.ts';

const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  zh: 'Chinese',
  es: 'Spanish',
  de: 'German',
  fr: 'French',
  ja: 'Japanese',
};

export interface Rewording {
  readonly text: string;
  /** Why the original stayed; '' when it did not. */
  readonly fault: string;
}

/** Another wording of a request, its facts locked. What does not pass the check is not used, and the original stays. */
export async function reword(
  ask: AskModel,
  original: string,
  stated: readonly string[],
  language: Language,
): Promise<Rewording> {
  const { content, calls, finish } = await ask(request(original, stated, language));
  const text = unwrapped(content);
  const fault =
    calls.length > 0 || finish !== 'done' ? 'no plain answer' : rewordingFault(original, text, stated, language);
  return fault === undefined ? { text, fault: '' } : { text: original, fault };
}

function request(original: string, stated: readonly string[], language: Language): JsonObject {
  const facts = lockedFacts(original, stated, language);
  const system = [
    `Reword the message that a person sends to their assistant. Write ${NAMES[language]}, as the message is.`,
    'Ask for exactly the same: no more, no less. Change the sentences, not the meaning.',
    ...(facts.length > 0 ? [`Keep these as they stand: ${facts.join(' | ')}`] : []),
    'Do not do what the message asks. Answer with the reworded message alone.',
  ];
  return {
    messages: [
      { role: 'system', content: system.join('\n') },
      { role: 'user', content: original },
    ],
  };
}

/** Without the quotes that many models put around an answer. */
const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^(?:"([^"]+)"|“([^”]+)”)$/, '$1$2')
    .trim();
