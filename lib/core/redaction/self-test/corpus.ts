import { createRandom, type Random } from '../../text/random.ts';

/** A text with one value that has to go, or one that has to stay. Made when it is wanted: nothing in it is anybody's. */
export interface SelfTestCase {
  readonly kind: string;
  readonly text: string;
  readonly value: string;
}

export interface SelfTestCorpus {
  readonly toFind: readonly SelfTestCase[];
  readonly toSpare: readonly SelfTestCase[];
}

type Make = (draw: Draw) => readonly [before: string, value: string, after: string];

interface Draw extends Random {
  from(alphabet: string, length: number): string;
  digits(length: number): string;
  hex(length: number): string;
  token(length: number): string;
}

const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();

function drawFrom(random: Random): Draw {
  const from = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('');
  return {
    ...random,
    from,
    digits: (length) => from(DIGITS, length),
    hex: (length) => from('0123456789abcdef', length),
    token: (length) => from(UPPER + LOWER + DIGITS, length),
  };
}

const GIVEN = ['dana', 'omar', 'lucie', 'henrik', 'priya', 'marta'];
const FAMILY = ['whitfield', 'okonkwo', 'perrin', 'lindqvist', 'sharma', 'kowalska'];
const person = (draw: Draw): string => `${draw.pick(GIVEN)}.${draw.pick(FAMILY)}${draw.digits(2)}`;

/** A password of the kind that people choose. */
const chosen = (draw: Draw): string =>
  `${draw.pick(['Harbour', 'Lantern', 'Copper', 'Meadow'])}-${draw.digits(4)}-${draw.pick(['kite', 'stone', 'fern'])}${draw.pick(['!', '?', '#'])}`;

/** With the check digit of the Luhn sum. */
function card(draw: Draw): string {
  const digits = `4${draw.digits(14)}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** German: check digits over the account, `DE` as 1314. */
function iban(draw: Draw): string {
  const account = `37040044${draw.digits(10)}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

/** Parts of known beginnings are written apart, so that no scanner takes this file for a leak. */
const TO_FIND: Readonly<Record<string, readonly Make[]>> = {
  'API keys and tokens': [
    (draw) => ['git remote set-url origin uses ', ['ghp', '_', draw.token(36)].join(''), ' now'],
    (draw) => ['export AWS_ACCESS_KEY_ID=', ['AK', 'IA', draw.from(UPPER, 12), draw.digits(4)].join(''), '\n'],
    (draw) => ['slack says ', ['xox', 'b-', draw.digits(12), '-', draw.digits(12), '-', draw.token(24)].join(''), ''],
    (draw) => ['{"api_key": "', draw.token(40), '"}'],
    (draw) => ['curl -H "Authorization: Bearer ', draw.token(48), '" https://api.example.net/v1'],
  ],
  'passwords in settings': [
    (draw) => ['DB_PASSWORD=', chosen(draw), '\n'],
    (draw) => ['database:\n  user: app\n  password: "', chosen(draw), '"\n'],
    (draw) => ['mysql -u root --password=', chosen(draw), ' shop'],
    (draw) => ['postgres://app:', `${draw.token(12)}9x`, '@db.internal:5432/shop'],
  ],
  'passwords in sentences': [
    (draw) => ['The password is ', chosen(draw), ', please rotate it.'],
    (draw) => ['Das Passwort lautet ', chosen(draw), ' und gilt ab heute.'],
    (draw) => ['La contraseña es ', chosen(draw), ' desde ayer.'],
  ],
  'private keys': [
    (draw) => [
      '',
      [
        '-----BEGIN PRIVATE ',
        'KEY-----\n',
        draw.token(64),
        '\n',
        draw.token(64),
        '\n-----END PRIVATE ',
        'KEY-----',
      ].join(''),
      '\n',
    ],
  ],
  'cookies and sessions': [
    (draw) => ['Cookie: theme=dark; sessionid=', draw.hex(32), '; lang=en'],
    (draw) => ['Set-Cookie: connect.sid=', draw.token(40), '; HttpOnly'],
  ],
  'mail addresses': [
    (draw) => ['please write to ', `${person(draw)}@mail.example`, ' about it'],
    (draw) => ['From: <', `${person(draw)}@firm.example`, '>'],
  ],
  'phone numbers': [
    (draw) => ['call me at ', `+49 30 ${draw.pick(['2', '3', '4'])}${draw.digits(6)}`, ' after six'],
    (draw) => ['phone: ', `+1 415 ${draw.pick(['234', '362', '487'])} ${draw.digits(4)}`, ''],
  ],
  'card numbers': [(draw) => ['charged to card ', card(draw), ' today']],
  'bank accounts': [(draw) => ['IBAN ', iban(draw), ', thank you']],
  'machine addresses': [
    (draw) => ['ssh deploy@', `10.${10 + draw.below(200)}.${draw.below(250)}.${2 + draw.below(250)}`, ' uptime'],
    (draw) => [
      'link/ether ',
      Array.from({ length: 6 }, () => draw.hex(2))
        .join(':')
        .replace(/^../, '3c'),
      ' brd',
    ],
  ],
  'home folders': [(draw) => ['open /home/', `${draw.pick(GIVEN)}${draw.pick(FAMILY)}`, '/notes/todo.md']],
  'encoded secrets': [
    (draw) => ['kubectl says data.password: ', btoa(`DB_PASSWORD=${draw.token(20)}`), ''],
    (draw) => ['redirect=https%3A%2F%2Fapp.example%2F%3Faccess_token%3D', draw.token(32), '%26lang%3Den'],
  ],
};

const TO_SPARE: Readonly<Record<string, readonly Make[]>> = {
  'commit hashes': [
    (draw) => ['commit ', draw.hex(40), '\nAuthor: bot'],
    (draw) => ['merged in ', draw.hex(7), ' on main'],
  ],
  checksums: [
    (draw) => ['"integrity": "', `sha512-${btoa(draw.token(64))}`, '"'],
    (draw) => ['sha256:', draw.hex(64), '  image'],
  ],
  ids: [
    (draw) => [
      'request id ',
      `${draw.hex(8)}-${draw.hex(4)}-4${draw.hex(3)}-a${draw.hex(3)}-${draw.hex(12)}`,
      ' failed',
    ],
    (draw) => ['order number ', `A-${draw.digits(6)}`, ' was shipped'],
  ],
  'names in programs': [
    () => ['const ', 'passwordResetTokenExpiry', ' = 3600;'],
    () => ['return ', 'process.env.API_KEY', ';'],
    () => ['if (!', 'user.passwordHash', ') throw new Error("no hash")'],
  ],
  'stand-ins': [
    () => ['API_KEY=', 'your-api-key-here', '\n'],
    () => ['password: ', `\${${'DB_PASSWORD'}}`, '\n'],
    () => ['token: ', '<YOUR_TOKEN>', ''],
  ],
  'addresses of nobody': [
    () => ['listening on ', '127.0.0.1', ':3000'],
    () => ['git clone ', 'git@github.com', ':org/repo.git'],
  ],
  'versions and times': [
    (draw) => ['upgraded to ', `v${draw.below(20)}.${draw.below(30)}.${draw.below(9)}`, ' yesterday'],
    (draw) => ['at ', `2026-0${1 + draw.below(9)}-1${draw.below(9)}T0${draw.below(9)}:15:30.000Z`, ' it began'],
  ],
  'sentences about secrets': [
    () => ['', 'The password must have at least twelve characters.', ''],
    () => ['', 'Rotate the API key every ninety days.', ''],
  ],
};

/** Of each template so many. */
const ROUNDS = 8;

export function selfTestCorpus(seed: number): SelfTestCorpus {
  return { toFind: casesOf(TO_FIND, seed), toSpare: casesOf(TO_SPARE, seed) };
}

function casesOf(templates: Readonly<Record<string, readonly Make[]>>, seed: number): readonly SelfTestCase[] {
  return Object.entries(templates).flatMap(([kind, makes]) =>
    makes.flatMap((make, at) => {
      const draw = drawFrom(createRandom(seed, `self-test/${kind}/${at}`));
      return Array.from({ length: ROUNDS }, (): SelfTestCase => {
        const [before, value, after] = make(draw);
        return { kind, text: before + value + after, value };
      });
    }),
  );
}
