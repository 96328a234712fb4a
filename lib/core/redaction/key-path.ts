import { classifyName } from './names.ts';
import type { KeyPath } from './redactor.ts';

const ITS_VALUE = /^(?:value|default|plain|plaintext|data|raw|text|secretValue)$/;
const ID = /^id$/i;
/** `tokens: {bob: …}`, `apiKeys: […]`: what a key gathers below it. */
const GATHERS = /^[\w.-]*(?:tokens?|secrets?|passwords?|credentials?|creds|keys|codes|auth|cookies)$/i;

/** `users: {bob: …}`: what is kept of many people may be their passwords. */
export const holdsUsers = (key: string): boolean =>
  /^(?:users|accounts|logins|members|people|operators|basic_?auth(?:_?users)?|admins)$/i.test(key);

/** Does the key above a leaf say more about it than that the leaf is in it? */
export const isItsValue = (key: string): boolean => ITS_VALUE.test(key);

/** The key of a leaf; with the one above it where that tells more: `password.value`, `tokens.bob`, `deepgram.key`. */
export function namesOf(at: KeyPath): readonly string[] {
  const key = at.at(-1);
  if (key === undefined) return [];
  const parent = at.at(-2);
  if (parent === undefined) return [key];
  return ITS_VALUE.test(key) ||
    ID.test(key) ||
    GATHERS.test(parent) ||
    holdsUsers(parent) ||
    classifyName(key).strength === 'weak'
    ? [key, parent]
    : [key];
}
