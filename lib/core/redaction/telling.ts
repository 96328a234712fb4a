import { MNEMONIC_WORD } from './assignments.ts';
import { holdsChatId, isChatName } from './chat-ids.ts';
import { holdsUsers, namesOf } from './key-path.ts';
import { classifyName } from './names.ts';
import { isPersonalKey, personalNameOf } from './personal-keys.ts';
import type { KeyPath } from './redactor.ts';

const NOWHERE: KeyPath = [];
const KNOWN = new Map<string, boolean>();
const KNOWN_AT_MOST = 8192;

/**
 * All that rules learn of where a leaf stands: the names that say what its value is, else nothing. So leaves of the same text
 * are looked through once, whichever column of whichever file they stand in.
 */
export function tellingPath(at: KeyPath): KeyPath {
  const names = namesOf(at);
  if (at.length > 1 && names.length < 2 && isPersonalKey(at.at(-2) as string) && personalNameOf(at) !== null)
    return at.slice(-2);
  if (!names.some(isTelling)) return NOWHERE;
  return at.length > names.length ? at.slice(-names.length) : at;
}

function isTelling(name: string): boolean {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const { strength, vendor } = classifyName(name);
  const telling =
    strength !== 'none' ||
    vendor !== null ||
    name === MNEMONIC_WORD ||
    holdsUsers(name) ||
    isChatName(name) ||
    holdsChatId(name) ||
    isPersonalKey(name);
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(name, telling);
  return telling;
}
