import { DOCUMENT_NAMES, DOCUMENTS } from './documents.ts';
import type { KeyPath } from './redactor.ts';

/** Keys of fields about a person or a machine; what they hold may have no shape of its own. */
const PERSONAL =
  /(?:phone|mobile|tel|fax|cell|handy|msisdn|whatsapp|telefon[oe]?|telefone|movil|celular|rufnummer|iban|card_?(?:number|no)|national|identity|insurance|licen[cs]e|mac|resident|person_?(?:id|number|nummer)|tax|passport|personal|steuer)s?(?:_|$)/;
/** The same by the names of documents; those of two letters are too short for a key. */
const DOCUMENT = new RegExp(
  `(?:^|_)(?:${[...DOCUMENTS.flatMap(({ names }) => names), ...DOCUMENT_NAMES]
    .filter((name) => /^[\w À-ɏ[\]]{3,}$/.test(name))
    .map((name) => name.replaceAll(' ', '_?'))
    .join('|')})(?:_|$)`,
);
const KNOWN = new Map<string, boolean>();
const KNOWN_AT_MOST = 8192;
const snaked = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[ .-]+/g, '_')
    .toLowerCase();

export function isPersonalKey(name: string): boolean {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const personal = name.length < 64 && (PERSONAL.test(snaked(name)) || DOCUMENT.test(snaked(name)));
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(name, personal);
  return personal;
}

/** Below a personal key: `{"phone": {"home": …}}`, `{"passport": {"number": …}}`. */
const PART =
  /^(?:value|number|no|num|home|work|mobile|cell|main|primary|secondary|private|office|other|raw|new|old|text|formatted|national|e164|digits|current)$/i;

/** The name of what a leaf holds about a person; null when its path says nothing of the kind. */
export function personalNameOf(at: KeyPath): string | null {
  const key = at.at(-1);
  if (key === undefined) return null;
  const above = at.at(-2);
  if (above !== undefined && PART.test(key) && isPersonalKey(above)) return above;
  return isPersonalKey(key) ? key : null;
}

/** `macAddress` → `mac address`: as the rules for running text expect a name. */
export const spokenName = (name: string): string =>
  snaked(name)
    .replaceAll('_', ' ')
    .replace(/^(phone|mobile|tel|fax|passport)s$/, '$1');
