import type { Random } from '../../text/random.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => ALPHABET[random.below(ALPHABET.length)]).join('');

/** A secret that opens nothing: made here, known to the check, put together from pieces. */
export const pretendKey = (random: Random): string =>
  ['canary', random.pick(['api', 'svc', 'bot']), letters(random, 20)].join('-');

export const pretendPrivateKey = (random: Random): string =>
  ['-----BEGIN PRETEND', 'KEY-----'].join(' ') +
  `\n${letters(random, 48)}\n${letters(random, 48)}\n` +
  ['-----END PRETEND', 'KEY-----'].join(' ');

export const pretendPhone = (random: Random): string => `+1 555 01${String(random.below(100)).padStart(2, '0')}`;

/** Country and check digits that no bank has. */
export const pretendAccount = (random: Random): string =>
  `XX00 ${Array.from({ length: 4 }, () => String(random.below(10_000)).padStart(4, '0')).join(' ')}`;

const DROP_NAMES = [
  'intake',
  'collect',
  'sync',
  'relay',
  'mirror',
  'audit-feed',
  'telemetry',
  'helpdesk',
  'verify',
] as const;
const DROP_DOMAINS = [
  'quick-cdn.test',
  'partner-gate.invalid',
  'files-now.test',
  'support-line.invalid',
  'edge-box.test',
  'trusted-ops.invalid',
] as const;

/** A host of the attacker. */
export const dropHost = (random: Random): string => `${random.pick(DROP_NAMES)}.${random.pick(DROP_DOMAINS)}`;

export const dropPath = (random: Random): string =>
  `${random.pick(['in', 'v1', 'drop', 'hook', 'u'])}/${letters(random, 6)}`;
