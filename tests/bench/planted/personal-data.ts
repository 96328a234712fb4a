import { around, type Draw, type Kind } from './kind.ts';

const GIVEN = ['ingrid', 'tomasz', 'aylin', 'rafael', 'noemi', 'kwame', 'yuki', 'bettina'];
const FAMILY = ['halvorsen', 'nowicki', 'demirtas', 'moreira', 'castelli', 'mensah', 'tanabe', 'brugger'];
const login = (d: Draw): string => `${d.pick(GIVEN)}${d.pick(FAMILY).slice(0, 5)}${d.below(90) + 10}`;

function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** Check digits over the account, the letters of the country as numbers. */
function iban(d: Draw): string {
  const account = `50010517${d.digits(10)}`;
  return `DE${String(98n - (BigInt(`${account}131400`) % 97n)).padStart(2, '0')}${account}`;
}

/** Two check digits, each weighted over what stands before. */
function cpf(d: Draw): string {
  const digits = [...d.digits(9)].map(Number);
  for (let round = 0; round < 2; round++) {
    const sum = digits.reduce((total, digit, at) => total + digit * (digits.length + 1 - at), 0);
    digits.push(((sum * 10) % 11) % 10);
  }
  return digits.join('').replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4');
}

export const PERSONAL_DATA: readonly Kind[] = [
  {
    kind: 'mail',
    key: 'email',
    label: 'mail address',
    plain: true,
    make: (d) =>
      `${d.pick(GIVEN)}.${d.pick(FAMILY)}${d.digits(3)}@${d.pick(['posteo.de', 'gmail.com', 'acme-tools.io'])}`,
  },
  {
    kind: 'phone-international',
    key: 'phone',
    label: 'phone number',
    plain: true,
    make: (d) =>
      d.pick([
        `+49 171 ${d.from('23456789', 1)}${d.digits(6)}`,
        `+4479${d.from('12', 1)}1${d.digits(6)}`,
        `+33 6 12 ${d.digits(2)} ${d.digits(2)} ${d.digits(2)}`,
      ]),
  },
  {
    kind: 'phone-us',
    key: 'phone',
    label: 'phone number',
    plain: true,
    make: (d) =>
      d.pick([
        `(415) ${d.from('23456789', 1)}${d.from('23456789', 2)}-${d.digits(4)}`,
        `212-${d.from('23456789', 1)}${d.from('23456789', 2)}-${d.digits(4)}`,
      ]),
  },
  {
    kind: 'ip4-public',
    key: 'host',
    label: 'server',
    plain: true,
    make: (d) => `${d.pick(['81', '93', '176', '203'])}.${20 + d.below(200)}.${1 + d.below(250)}.${1 + d.below(250)}`,
  },
  {
    kind: 'ip4-private',
    key: 'host',
    label: 'server',
    plain: true,
    make: (d) => `192.168.${d.below(250)}.${2 + d.below(250)}`,
  },
  {
    kind: 'ip6',
    key: 'host',
    label: 'server',
    plain: true,
    make: (d) =>
      `2a01:4f8:${d.from('123456789abcdef', 1)}${d.hex(2)}:${d.from('123456789abcdef', 1)}${d.hex(3)}::${d.from('123456789', 1)}${d.hex(2)}`,
  },
  {
    kind: 'mac',
    key: 'mac',
    label: 'network card',
    plain: true,
    make: (d) => `a4:83:e7:${d.hex(2)}:${d.hex(2)}:${d.hex(2)}`,
  },
  {
    kind: 'card',
    key: 'card',
    label: 'card',
    plain: true,
    make: (d) => {
      const number = luhn(`5${1 + d.below(5)}${d.digits(13)}`);
      return d.below(2) === 0 ? number : number.replace(/(....)(?=.)/g, '$1 ');
    },
  },
  {
    kind: 'iban',
    key: 'iban',
    label: 'IBAN',
    plain: true,
    make: (d) => {
      const number = iban(d);
      return d.below(2) === 0 ? number : number.replace(/(....)(?=.)/g, '$1 ');
    },
  },
  {
    kind: 'us-ssn',
    key: 'ssn',
    label: 'SSN',
    make: (d) => `${100 + d.below(560)}-${10 + d.below(89)}-${1000 + d.below(8999)}`,
  },
  { kind: 'br-cpf', key: 'cpf', label: 'CPF', make: cpf },
  {
    kind: 'home-linux',
    key: 'cwd',
    label: 'folder',
    plain: true,
    make: (d) => around('/home/', login(d), '/projects/shop'),
  },
  {
    kind: 'home-mac',
    key: 'cwd',
    label: 'folder',
    plain: true,
    make: (d) => around('/Users/', login(d), '/Documents/shop'),
  },
  {
    kind: 'home-windows',
    key: 'cwd',
    label: 'folder',
    plain: true,
    make: (d) => around('C:\\Users\\', login(d), '\\Desktop\\shop'),
  },
  {
    kind: 'telegram-chat',
    key: 'chat_id',
    label: 'Telegram chat id',
    make: (d) => `-100${1 + d.below(8)}${d.digits(9)}`,
  },
  {
    kind: 'internal-host',
    key: 'host',
    label: 'server',
    plain: true,
    make: (d) => `${d.pick(['build', 'nas', 'ledger'])}-${d.digits(3)}.${d.pick(['corp', 'office'])}.internal`,
  },
];
