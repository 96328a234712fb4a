import type { Random } from '../../text/random.ts';
import { passesLuhn, passesVerhoeff } from '../checksums.ts';
import { MNEMONIC_WORDS } from '../mnemonic-words.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const LETTERS = LOWER + UPPER;
const ALPHABETS: Readonly<Record<string, string>> = {
  a: LOWER + DIGITS,
  A: LETTERS + DIGITS,
  b: `${LETTERS + DIGITS}+/`,
  h: HEX,
  W: `${LETTERS + DIGITS}_-`,
  U: UPPER + DIGITS,
  d: DIGITS,
};
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const phraseWords = [...MNEMONIC_WORDS];
const WORDS = ['Tundra', 'river', 'Falcon', 'granite', 'Ember', 'quartz', 'Willow', 'Breeze', 'summit', 'pixel'];
const FIRST = [
  'maja',
  'hiroshi',
  'lukas',
  'thandiwe',
  'noor',
  'bob',
  'zeynep',
  'oisin',
  'chiara',
  'reyes',
  'kwame',
  'svetlana',
];
const LAST = ['brandt', 'petrov', 'moretti', 'vermeulen', 'gallagher', 'okafor', 'mbeki', 'nakamura', 'castellano'];
const HOSTS = [
  'gmail.com',
  'corp.vantafreight.com',
  'uni-heidelberg.de',
  'me.com',
  'kestrel.io',
  'yahoo.co.jp',
  'example.com',
  'outlook.fr',
];

/** Invented values of every kind, drawn afresh by whoever asks. */
export function createValues(random: Random): (kind: string) => string {
  const run = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('');
  const digits = (length: number): string => run(DIGITS, length);
  const nonZero = (length: number): string => run('123456789', length);
  const grouped = (text: string, size: number, sign: string): string =>
    (text.match(new RegExp(`.{1,${size}}`, 'g')) as string[]).join(sign);
  const word = (): string => random.pick(WORDS);
  const password = (): string =>
    random.pick([
      () => run(LETTERS, 11) + digits(1) + run(LETTERS + DIGITS, 1 + random.below(6)),
      () => word() + digits(4) + run('!#*%', 1),
      () => run(LETTERS, 4) + digits(4) + run('!@#$%^&*', 1) + run(LOWER, 4),
      () => `${word()}-${word()}-${digits(4)}`,
    ])();
  const base64 = (text: string): string => btoa(text);
  const url64 = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const checked = (body: string, passes: (digits: string) => boolean): string =>
    [...DIGITS].map((digit) => body + digit).find(passes) as string;
  const luhn = (body: string): string => checked(body, passesLuhn);
  const cpf = (): string => {
    const check = (text: string): number =>
      (([...text].reduce((sum, digit, i) => sum + Number(digit) * (text.length + 1 - i), 0) * 10) % 11) % 10;
    const body = nonZero(9);
    const first = body + check(body);
    return first + check(first);
  };
  const iban = (): string => {
    const [country, body] = random.pick([
      ['DE', digits(18)],
      ['GB', `NWBK${digits(14)}`],
      ['FR', digits(10) + run(UPPER + DIGITS, 11) + digits(2)],
      ['CH', digits(17)],
      ['NL', `ABNA${digits(10)}`],
      ['NO', digits(11)],
      ['MT', `MALT${digits(5)}${run(UPPER + DIGITS, 18)}`],
    ]) as [string, string];
    const rest = [...`${body}${country}00`].reduce((sum, char) => {
      const value = Number.parseInt(char, 36);
      return (value > 9 ? sum * 100 + value : sum * 10 + value) % 97;
    }, 0);
    return `${country}${String(98 - rest).padStart(2, '0')}${body}`;
  };
  const first = (): string => random.pick(FIRST);
  const last = (): string => random.pick(LAST);
  const mail = (): string =>
    `${random.pick([`${first()}.${last()}`, `${first()[0]}${last()}`, `${first()}${digits(3)}`, `${last()}.${first()}+ci`, `${first()}-${last()}`, `${first()}_${last()}`])}@${random.pick(HOSTS)}`;
  const octet = (): number => 40 + random.below(200);
  const hex4 = (): string => run('123456789abcdef', 1) + run(HEX, 3);
  const mac = (sign: string): string => ['4c', ...Array.from({ length: 5 }, () => run(HEX, 2))].join(sign);
  const kinds: Readonly<Record<string, () => string>> = {
    P: password,
    T: () => run(LETTERS + DIGITS, 20 + random.below(20)),
    S40: () => run(`${LETTERS + DIGITS}/+`, 40),
    U: () => `${run(HEX, 8)}-${run(HEX, 4)}-4${run(HEX, 3)}-a${run(HEX, 3)}-${run(HEX, 12)}`,
    H40: () => run(HEX, 40),
    H64: () => run(HEX, 64),
    AKIA: () => ['AK', 'IA', run(`${UPPER}234567`, 16)].join(''),
    JWT: () =>
      `${url64('{"alg":"HS256","typ":"JWT"}')}.${url64(JSON.stringify({ sub: digits(9), n: word() }))}.${run(`${LETTERS + DIGITS}_-`, 43)}`,
    B64UP: () => base64(`bob:${password()}`),
    APR: () => `$apr1$${run(LOWER + DIGITS, 8)}$${run(`${LETTERS + DIGITS}./`, 22)}`,
    DISCORD: () => `M${run(LETTERS + DIGITS, 25)}.${run(LETTERS + DIGITS, 6)}.${run(`${LETTERS + DIGITS}_-`, 38)}`,
    TG: () => `${nonZero(10)}:AA${run(`${LETTERS + DIGITS}_-`, 33)}`,
    MAIL: mail,
    MAILAT: mail,
    MAILPCT: () => mail().replace('@', '%40'),
    IP: () =>
      random.pick([
        `${random.pick([23, 37, 81, 133, 146, 193, 203, 217])}.${octet()}.${octet()}.${octet()}`,
        `10.${octet()}.${octet()}.${octet()}`,
        `192.168.${octet()}.${octet()}`,
      ]),
    IP6: () =>
      random.pick([
        `2a01:4f8:${Array.from({ length: 6 }, hex4).join(':')}`,
        `2001:db8::${hex4()}:${hex4()}`,
        `fd00:${hex4()}:${hex4()}:${hex4()}::${hex4()}`,
      ]),
    MAC: () => mac(':'),
    MACD: () => mac('-').toUpperCase(),
    CARD: () => luhn(`4${digits(14)}`),
    CARDS: () => grouped(luhn(`5${run('12345', 1)}${digits(13)}`), 4, ' '),
    CARDD: () => grouped(luhn(`4${digits(14)}`), 4, '-'),
    AMEX: () => luhn(`37${digits(12)}`),
    AMEXS: () => luhn(`37${digits(12)}`).replace(/^(....)(......)/, '$1 $2 '),
    IBAN: iban,
    IBANS: () => grouped(iban(), 4, ' '),
    IBAND: () => grouped(iban(), 4, '-'),
    SSN: () => `${run('12345', 3)}-${nonZero(2)}-${nonZero(4)}`,
    CPF: () => cpf().replace(/^(...)(...)(...)/, '$1.$2.$3-'),
    CPFN: cpf,
    AAD: () => grouped(checked(run('23456789', 1) + digits(10), passesVerhoeff), 4, ' '),
    NINO: () => `AB${digits(6)}C`,
    NINOS: () => `EZ ${grouped(digits(6), 2, ' ')} C`,
    PHI: () =>
      random.pick([
        () => `+4915${nonZero(9)}`,
        () => `+49 151 ${nonZero(8)}`,
        () => `+33 6 ${grouped(nonZero(8), 2, ' ')}`,
        () => `+1 415 ${run('23456789', 3)} ${digits(4)}`,
        () => `+81-90-${nonZero(4)}-${digits(4)}`,
        () => `+5511${9}${digits(8)}`,
        () => `+91 98${digits(3)} ${digits(5)}`,
        () => `+48 512 ${digits(3)} ${digits(3)}`,
      ])(),
    PHN: () =>
      random.pick([
        () => `0151 ${nonZero(8)}`,
        () => `06 ${grouped(nonZero(8), 2, ' ')}`,
        () => `(415) 555-${digits(4)}`,
        () => `415-555-${digits(4)}`,
        () => `090-${digits(4)}-${digits(4)}`,
        () => `512 ${digits(3)} ${digits(3)}`,
        () => `0151/${nonZero(8)}`,
      ])(),
    USR: () =>
      random.pick([
        `${first()[0]}${last()}`,
        `${first()}${digits(2)}`,
        `${first()}.${last()[0]}`,
        `${last()}${first()[0]}`,
      ]),
  };
  const phrase = (count: number): readonly string[] => Array.from({ length: count }, () => random.pick(phraseWords));
  const environment = (): string => `DB_PASSWORD=${run(LETTERS + DIGITS, 32)}\nPORT=80\n`;
  const encoded: Readonly<Record<string, () => string>> = {
    JSONB64: () => base64(JSON.stringify({ apiKey: run(LETTERS + DIGITS, 32), retries: 1 })),
    ENVB64: () => base64(environment()),
    TWICEB64: () => base64(base64(`OPENAI_API_KEY=${run(LETTERS + DIGITS, 32)} and more text`)),
    ENVHEX: () => [...environment()].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
    PB64: () => base64(run(LETTERS + DIGITS, 32)),
    PEMB64: () =>
      base64(`-----BEGIN RSA PRIVATE KEY-----\n${run(`${LETTERS + DIGITS}+/`, 64)}\n-----END RSA PRIVATE KEY-----\n`),
    PHRASE12: () => phrase(12).join(' '),
    PHRASE24: () => phrase(24).join(' '),
    PHRASENUM: () =>
      phrase(12)
        .map((word, i) => `${i + 1}. ${word}`)
        .join(' '),
    PHRASECOMMA: () => phrase(12).join(', '),
    PHRASELINES: () => phrase(12).join('\n'),
    WIF: () => `5${run('HJK', 1)}${run(BASE58, 49)}`,
    XPRV: () => `xprv9s21ZrQH143K${run(BASE58, 96)}`,
    BYTES64: () => Array.from({ length: 64 }, () => random.below(256)).join(','),
  };
  return (kind) => {
    const known = kinds[kind] ?? encoded[kind];
    if (known) return known();
    const alphabet = ALPHABETS[kind[0] as string];
    if (alphabet === undefined) throw new Error(`no invented value of the kind ${kind}`);
    return run(alphabet, Number(kind.slice(1)));
  };
}

const SLOT = /\{([A-Z]+[0-9A-Z]*|[a-zA-Z]\d+)\}/g;

export interface Filled {
  readonly text: string;
  readonly secrets: readonly string[];
}

/** A line of tests/fixtures/redaction with invented values in its `{…}` slots; `⏎` is a line end. */
export function fillPlace(line: string, values: (kind: string) => string): Filled {
  const secrets: string[] = [];
  const text = line.replaceAll('⏎', '\n').replace(SLOT, (_, kind: string) => {
    const value = values(kind);
    secrets.push(value);
    return value;
  });
  return { text, secrets };
}
