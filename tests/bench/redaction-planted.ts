/**
 * Sessions with invented secrets, personal data and look-alikes in every place a string can stand.
 * The makers know nothing of the redactor's tables. Beginnings of tokens are written apart, so that
 * no scanner takes this file for a leak.
 */
import { createRandom, type Random } from '../../lib/core/text/random.ts';
import type { Episode, JsonObject, JsonValue, Message } from '../../lib/core/types.ts';

export const CLASSES = ['secret', 'pii', 'look-alike'] as const;
export type PlantClass = (typeof CLASSES)[number];

/** One value in one place of an episode. Of a secret no piece may be left; a look-alike must be there still. */
export interface Plant {
  readonly class: PlantClass;
  readonly kind: string;
  readonly place: string;
  readonly pieces: readonly string[];
}

export interface PlantedEpisode {
  readonly episode: Episode;
  readonly plants: readonly Plant[];
  /** The same session with nothing planted. */
  readonly bare: Episode;
}

interface Draw extends Random {
  from(alphabet: string, length: number): string;
  digits(length: number): string;
  hex(length: number): string;
  token(length: number): string;
}

interface Made {
  /** What is written. */
  readonly text: string;
  /** What of it has to go, or to stay; the whole text when absent. */
  readonly pieces?: readonly string[];
}

interface Kind {
  readonly kind: string;
  /** How settings call it. */
  readonly key: string;
  /** How sentences call it. */
  readonly label: string;
  /** Can be known without a name beside it. */
  readonly plain?: boolean;
  /** Places that it can stand in, when not all. */
  readonly where?: readonly string[];
  readonly make: (draw: Draw) => Made | string;
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

const join = (...parts: readonly string[]): string => parts.join('');
const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const uuid = (draw: Draw): string => `${draw.hex(8)}-${draw.hex(4)}-4${draw.hex(3)}-b${draw.hex(3)}-${draw.hex(12)}`;
const chosenPassword = (draw: Draw): string =>
  `${draw.pick(['Walnut', 'Tundra', 'Velvet', 'Orchid', 'Saddle', 'Pepper'])}${draw.pick(['_', '-', '.'])}${draw.pick(['river', 'otter', 'cloud', 'amber'])}${draw.digits(4)}${draw.pick(['!', '%', '*'])}`;
const around = (before: string, value: string, after = ''): Made => ({ text: before + value + after, pieces: [value] });

/** Of the list that wallets draw from. */
const SEED_WORDS =
  'abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act action actor actress actual adapt add addict address adjust admit adult advance advice aerobic affair afford afraid again age agent agree ahead aim air airport aisle alarm album alcohol alert alien all alley allow almost alone alpha already also alter always amateur amazing among amount amused analyst anchor ancient anger angle angry animal ankle announce annual another answer antenna antique anxiety any apart apology appear apple approve april arch arctic area arena argue arm armed armor army around arrange arrest arrive arrow art'.split(
    ' ',
  );

/** How people tell an agent a password; the password stands at the dots. */
const SENTENCES: Readonly<Record<string, string>> = {
  german: 'Das Passwort für den Server lautet … und gilt ab heute.',
  french: 'Le mot de passe de la base est … depuis hier.',
  spanish: 'La contraseña del servidor es … desde ayer.',
  portuguese: 'A senha do banco de dados é … desde ontem.',
  italian: 'La password del database è … da ieri.',
  dutch: 'Het wachtwoord van de server is … sinds gisteren.',
  polish: 'Hasło do serwera to … od wczoraj.',
  russian: 'Пароль от сервера … со вчерашнего дня.',
  ukrainian: 'Пароль від сервера: … з учора.',
  turkish: 'Sunucunun şifresi … olarak değişti.',
  chinese: '服务器的密码是 …，请记住。',
  japanese: 'サーバーのパスワードは … です。',
  korean: '서버 비밀번호는 … 입니다.',
  arabic: 'كلمة المرور للخادم هي … منذ أمس.',
  hindi: 'सर्वर का पासवर्ड … है।',
  vietnamese: 'Mật khẩu của máy chủ là … từ hôm qua.',
};

const SECRETS: readonly Kind[] = [
  {
    kind: 'github-token',
    key: 'GITHUB_TOKEN',
    label: 'GitHub token',
    plain: true,
    make: (d) => join('gh', 'p_', d.token(36)),
  },
  {
    kind: 'github-fine-token',
    key: 'GH_PAT',
    label: 'fine-grained token',
    plain: true,
    make: (d) => join('github', '_pat_', d.token(22), '_', d.token(59)),
  },
  {
    kind: 'gitlab-token',
    key: 'GITLAB_TOKEN',
    label: 'GitLab token',
    plain: true,
    make: (d) => join('gl', 'pat-', d.token(20)),
  },
  {
    kind: 'aws-key-id',
    key: 'AWS_ACCESS_KEY_ID',
    label: 'AWS access key id',
    plain: true,
    make: (d) => join('AK', 'IA', d.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)),
  },
  {
    kind: 'aws-secret',
    key: 'AWS_SECRET_ACCESS_KEY',
    label: 'AWS secret access key',
    make: (d) => d.from(`${UPPER}${LOWER}${DIGITS}/+`, 40),
  },
  {
    kind: 'openai-key',
    key: 'OPENAI_API_KEY',
    label: 'OpenAI key',
    plain: true,
    make: (d) => join('sk-', 'proj-', d.token(74), 'T3Blbk', 'FJ', d.token(74)),
  },
  {
    kind: 'anthropic-key',
    key: 'ANTHROPIC_API_KEY',
    label: 'Anthropic key',
    plain: true,
    make: (d) => join('sk-', 'ant-', 'api03-', d.token(93), 'AA'),
  },
  {
    kind: 'slack-bot-token',
    key: 'SLACK_BOT_TOKEN',
    label: 'Slack token',
    plain: true,
    make: (d) => join('xo', 'xb-', d.digits(12), '-', d.digits(13), '-', d.token(24)),
  },
  {
    kind: 'slack-webhook',
    key: 'SLACK_WEBHOOK_URL',
    label: 'webhook',
    plain: true,
    make: (d) =>
      around(
        join(
          'https://hooks.',
          'slack.com/',
          'services/T',
          d.from(UPPER + DIGITS, 10),
          '/B',
          d.from(UPPER + DIGITS, 10),
          '/',
        ),
        d.token(24),
      ),
  },
  {
    kind: 'stripe-key',
    key: 'STRIPE_SECRET_KEY',
    label: 'Stripe key',
    plain: true,
    make: (d) => join('sk', '_live_', d.token(24)),
  },
  {
    kind: 'google-api-key',
    key: 'GOOGLE_API_KEY',
    label: 'Google API key',
    plain: true,
    make: (d) => join('AI', 'za', d.token(35)),
  },
  { kind: 'npm-token', key: 'NPM_TOKEN', label: 'npm token', plain: true, make: (d) => join('npm', '_', d.token(36)) },
  {
    kind: 'huggingface-token',
    key: 'HF_TOKEN',
    label: 'Hugging Face token',
    plain: true,
    make: (d) => join('h', 'f_', d.from(UPPER + LOWER, 34)),
  },
  {
    kind: 'sendgrid-key',
    key: 'SENDGRID_API_KEY',
    label: 'SendGrid key',
    plain: true,
    make: (d) => join('S', 'G.', d.token(22), '.', d.token(43)),
  },
  {
    kind: 'telegram-bot-token',
    key: 'TELEGRAM_BOT_TOKEN',
    label: 'Telegram bot token',
    plain: true,
    make: (d) => join('7', d.digits(9), ':', 'AA', d.token(33)),
  },
  {
    kind: 'discord-bot-token',
    key: 'DISCORD_TOKEN',
    label: 'Discord bot token',
    make: (d) => join('M', base64url(d.digits(18)).slice(1), '.G', d.token(5), '.', d.token(38)),
  },
  {
    kind: 'jwt',
    key: 'ID_TOKEN',
    label: 'token',
    plain: true,
    make: (d) =>
      join(
        base64url('{"alg":"HS256","typ":"JWT"}'),
        '.',
        base64url(`{"sub":"${d.digits(10)}","exp":17${d.digits(8)}}`),
        '.',
        d.token(43),
      ),
  },
  { kind: 'generic-api-key', key: 'SERVICE_API_KEY', label: 'API key', make: (d) => d.token(32) },
  { kind: 'hex-secret', key: 'CLIENT_SECRET', label: 'client secret', make: (d) => d.hex(40) },
  { kind: 'session-cookie', key: 'COOKIE', label: 'cookie', make: (d) => around('sid=', d.hex(32)) },
  { kind: 'password-chosen', key: 'DB_PASSWORD', label: 'database password', make: chosenPassword },
  {
    kind: 'password-random',
    key: 'SMTP_PASS',
    label: 'mail password',
    make: (d) => join(d.token(9), '#', d.digits(2), d.token(5)),
  },
  {
    kind: 'database-url',
    key: 'DATABASE_URL',
    label: 'database',
    plain: true,
    make: (d) => around(join('postgres://', 'shop:'), d.token(18), '@db.shop.example:5432/orders'),
  },
  {
    kind: 'redis-url',
    key: 'REDIS_URL',
    label: 'cache',
    plain: true,
    make: (d) => around(join('redis://', ':'), d.token(24), '@cache.shop.example:6379/0'),
  },
  {
    kind: 'query-token',
    key: 'CALLBACK_URL',
    label: 'link',
    plain: true,
    make: (d) => around('https://files.shop.example/get?name=a.pdf&access_token=', d.token(32), '&v=2'),
  },
  {
    kind: 'bearer-header',
    key: 'AUTHORIZATION',
    label: 'header',
    plain: true,
    make: (d) => around('Bearer ', d.token(44)),
  },
  {
    kind: 'basic-header',
    key: 'AUTHORIZATION',
    label: 'header',
    plain: true,
    make: (d) => around('Basic ', btoa(`deploy:${d.token(17)}`)),
  },
  {
    kind: 'private-key',
    key: 'DEPLOY_KEY',
    label: 'deploy key',
    plain: true,
    make: (d) => {
      const lines = Array.from({ length: 6 }, () => d.from(`${UPPER}${LOWER}${DIGITS}+/`, 64));
      return {
        text: ['-----BEGIN RSA PRIVATE ', 'KEY-----\n', lines.join('\n'), '\n-----END RSA PRIVATE ', 'KEY-----'].join(
          '',
        ),
        pieces: lines,
      };
    },
  },
  { kind: 'gateway-token', key: 'OPENCLAW_GATEWAY_TOKEN', label: 'gateway token', make: (d) => d.hex(48) },
  {
    kind: 'split-literal',
    key: 'SERVICE_API_KEY',
    label: 'API key',
    where: ['user', 'assistant', 'result-cli'],
    make: (d) => {
      const halves = [d.token(20), d.token(20)] as const;
      return { text: `api_key = "${halves[0]}" + "${halves[1]}"`, pieces: halves };
    },
  },
  {
    kind: 'base64-twice',
    key: 'CONFIG_B64',
    label: 'config',
    plain: true,
    make: (d) => btoa(btoa(`SERVICE_TOKEN=${d.token(28)}\nPORT=80\n`)),
  },
  {
    kind: 'mnemonic',
    key: 'SEED_PHRASE',
    label: 'seed phrase',
    plain: true,
    make: (d) => Array.from({ length: 12 }, () => d.pick(SEED_WORDS)).join(' '),
  },
  ...Object.entries(SENTENCES).map(
    ([language, sentence]): Kind => ({
      kind: `sentence-${language}`,
      key: 'note',
      label: 'note',
      where: ['user', 'assistant', 'reasoning'],
      make: (d) => {
        const [before = '', after = ''] = sentence.split('…');
        return around(before, chosenPassword(d), after);
      },
    }),
  ),
  {
    kind: 'wallet-private-key',
    key: 'WALLET_PRIVATE_KEY',
    label: 'private key of the wallet',
    make: (d) => `0x${d.hex(64)}`,
  },
];

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

const PII: readonly Kind[] = [
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

const WORDS = ['harbor', 'window', 'yellow', 'basket', 'garden', 'silver', 'mirror', 'candle', 'forest', 'marble'];
const words = (d: Draw, count: number): string => Array.from({ length: count }, () => d.pick(WORDS)).join(' ');
const date = (d: Draw): string => `2026-0${1 + d.below(9)}-${10 + d.below(18)}`;

const LOOK_ALIKES: readonly Kind[] = [
  { kind: 'uuid', key: 'request_id', label: 'request', plain: true, make: uuid },
  { kind: 'git-hash', key: 'commit', label: 'commit', plain: true, make: (d) => d.hex(40) },
  {
    kind: 'git-hash-short',
    key: 'commit',
    label: 'commit',
    plain: true,
    make: (d) => `${d.from('abcdef', 1)}${d.hex(6)}`,
  },
  { kind: 'sri-hash', key: 'integrity', label: 'integrity', plain: true, make: (d) => `sha512-${btoa(d.token(64))}` },
  { kind: 'sha256-digest', key: 'digest', label: 'image', plain: true, make: (d) => `sha256:${d.hex(64)}` },
  {
    kind: 'version-4-part',
    key: 'version',
    label: 'version',
    make: (d) => `${100 + d.below(30)}.0.${1000 + d.below(6000)}.${10 + d.below(200)}`,
  },
  {
    kind: 'env-read',
    key: 'apiKey',
    label: 'key comes from',
    make: (d) =>
      `process.env.${d.pick(['PAYMENTS', 'SEARCH', 'MAPS', 'BILLING'])}_${d.pick(['API_KEY', 'SECRET', 'TOKEN'])}`,
  },
  {
    kind: 'stand-in',
    key: 'API_KEY',
    label: 'key',
    make: (d) =>
      d.pick([join('YOUR', '_API_KEY_HERE'), '<your-api-key>', 'your-token-here', 'changeme', 'xxxxxxxxxxxxxxxx']),
  },
  {
    kind: 'shell-variable',
    key: 'PASSWORD',
    label: 'password',
    make: (d) => `\${${d.pick(['SHOP', 'MAIL', 'QUEUE'])}_PASSWORD}`,
  },
  {
    kind: 'forge-url',
    key: 'repository',
    label: 'repository',
    plain: true,
    make: (d) =>
      `https://github.com/${d.pick(['openclaw', 'vercel', 'nodejs'])}/${d.pick(WORDS)}-${d.pick(WORDS)}/blob/${d.hex(40)}/src/index.ts`,
  },
  {
    kind: 'tool-call-id',
    key: 'tool_call_id',
    label: 'call',
    plain: true,
    make: (d) => d.pick([join('call', '_', d.token(24)), join('toolu', '_01', d.token(22))]),
  },
  { kind: 'number-13-digits', key: 'timestamp', label: 'sequence', plain: true, make: (d) => `17${d.digits(11)}` },
  {
    kind: 'iso-time',
    key: 'updated_at',
    label: 'time',
    plain: true,
    make: (d) => `${date(d)}T1${d.below(10)}:2${d.below(10)}:3${d.below(10)}.${d.digits(3)}Z`,
  },
  { kind: 'base64-words', key: 'body', label: 'body', make: (d) => btoa(`${words(d, 5)}.`) },
  {
    kind: 'package',
    key: 'package',
    label: 'package',
    plain: true,
    make: (d) => `@${d.pick(WORDS)}-labs/${d.pick(WORDS)}-tokenizer@${d.below(9)}.${d.below(30)}.${d.below(9)}`,
  },
  {
    kind: 'code',
    key: 'snippet',
    label: 'line',
    plain: true,
    make: (d) =>
      d.pick([
        `const token = tokenizer.apply(${d.pick(WORDS)}, { padding: true });`,
        `const password = await prompt('${d.pick(WORDS)}');`,
        `if (!secretKey) throw new ${d.pick(['Type', 'Range'])}Error('no ${d.pick(WORDS)}');`,
      ]),
  },
  { kind: 'loopback', key: 'host', label: 'address', plain: true, make: (d) => `127.0.0.1:${3000 + d.below(6000)}` },
];

const KINDS: Readonly<Record<PlantClass, readonly Kind[]>> = { secret: SECRETS, pii: PII, 'look-alike': LOOK_ALIKES };

interface Planted extends Kind {
  readonly text: string;
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const isOneLine = (text: string): boolean => !text.includes('\n');
const isFileName = (text: string): boolean => /^[\w.@+-]{4,120}$/.test(text);
const header = (key: string): string =>
  key
    .toLowerCase()
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');
const yaml = ({ key, text }: Planted): string =>
  isOneLine(text)
    ? `  ${key.toLowerCase()}: ${/^[\w./+-]+$/.test(text) ? text : `'${text}'`}`
    : `  ${key.toLowerCase()}: |\n${text.replace(/^/gm, '    ')}`;

const result = (text: string, name: string, id: string): Message => ({
  role: 'tool',
  name,
  toolCallId: id,
  content: [{ type: 'text', text }],
  weight: 0,
});
const said = (role: 'system' | 'user' | 'assistant', text: string): Message => ({
  role,
  content: [{ type: 'text', text }],
  weight: role === 'assistant' ? 1 : 0,
});

/** The places, each with what can stand there. */
const PLACES: Readonly<Record<string, (planted: Planted) => boolean>> = {
  system: isOneLineOf,
  user: () => true,
  assistant: isOneLineOf,
  reasoning: isOneLineOf,
  argument: () => true,
  'argument-key': ({ plain, text }) => plain === true && isOneLine(text),
  command: isOneLineOf,
  'result-env': () => true,
  'result-json': () => true,
  'result-yaml': () => true,
  'result-headers': isOneLineOf,
  'result-cli': isOneLineOf,
  title: isOneLineOf,
  schema: isOneLineOf,
  'file-name': ({ plain, text }) => plain === true && isFileName(text),
};

function isOneLineOf({ text }: Planted): boolean {
  return isOneLine(text);
}

const FILLER = [
  'The build passed on the second run; the first one failed because the lock file was older than the manifest.',
  'I looked at the folder and found three modules that nobody imports any more.',
  'The page renders in about two hundred milliseconds, most of it spent in the table.',
  'Please keep the names as they are and only change the order of the steps.',
  'Tests for the parser cover empty input, one line, many lines and a missing newline at the end.',
  'function total(rows) {\n  return rows.reduce((sum, row) => sum + row.price * row.count, 0);\n}',
  'drwxr-xr-x  4 root root  4096 Mar  3 10:15 src\n-rw-r--r--  1 root root   812 Mar  3 10:15 README.md',
  'The rate limit resets every minute, so the importer waits and tries again at most five times.',
];

/** What is planted in the places of one session; nothing for the bare one. */
function buildEpisode(seed: number, index: number, at: ReadonlyMap<string, readonly Planted[]>): Episode {
  const draw = drawFrom(createRandom(seed, `planted/${index}/filler`));
  const filler = (count: number): string => Array.from({ length: count }, () => draw.pick(FILLER)).join('\n');
  const write = (place: string, line: (planted: Planted) => string): string =>
    (at.get(place) ?? []).map((planted) => `\n${line(planted)}`).join('');
  const entries = (place: string): [string, JsonValue][] =>
    (at.get(place) ?? []).map((planted, n) => [`${planted.key}${n > 0 ? `_${n}` : ''}`, planted.text]);
  const messages: Message[] = [
    said(
      'system',
      `You are an assistant that runs tools on the person's machine.\n${filler(4)}${write('system', (p) => `- ${p.label}: ${p.text}`)}`,
    ),
    said(
      'user',
      `${filler(1)}${write('user', (p) => `${draw.pick(['The', 'By the way, the', 'Note that my'])} ${p.label} is ${p.text}`)}\nCan you look into it?`,
    ),
  ];
  const call = (name: string, args: JsonObject, text: string, reasoning?: string): void => {
    const id = `call_${draw.token(24)}`;
    messages.push(
      {
        ...said('assistant', filler(1)),
        ...(reasoning !== undefined && { reasoning }),
        toolCalls: [{ id, name, arguments: args }],
      },
      result(text, name, id),
    );
  };
  call(
    'read',
    { path: 'settings/.env' },
    `NODE_ENV=production${write('result-env', (p) => `${p.key.toUpperCase()}=${isOneLine(p.text) && !/\s/.test(p.text) ? p.text : `"${escaped(p.text)}"`}`)}\nPORT=3000\n`,
    `${filler(1)}${write('reasoning', (p) => `They gave the ${p.label} as ${p.text}, so I can go on.`)}`,
  );
  call(
    'http',
    {
      method: 'POST',
      body: { retries: 3, settings: Object.fromEntries(entries('argument')) },
      seen: Object.fromEntries((at.get('argument-key') ?? []).map((p, n) => [p.text, n])),
    },
    JSON.stringify(
      { ok: true, data: { page: 1, ...Object.fromEntries(entries('result-json')) } },
      null,
      index % 2 === 0 ? 2 : 0,
    ),
  );
  call(
    'exec',
    { command: `cd /app && ls${write('command', (p) => `export ${p.key.toUpperCase()}='${p.text}'`)}` },
    `total 48\n${filler(2)}${write('result-cli', (p) => `  ${p.label.padEnd(24)} ${p.text}`)}\ndone in 3.2 s`,
  );
  call(
    'exec',
    { command: 'cat config.yaml' },
    `service:\n  replicas: 2${write('result-yaml', yaml)}\n  debug: false\n`,
  );
  call(
    'exec',
    { command: 'curl -sv https://shop.example/status' },
    `> GET /status HTTP/1.1${write('result-headers', (p) => `> ${header(p.key)}: ${p.text}`)}\n< HTTP/1.1 200 OK\n< Content-Type: application/json\n`,
  );
  call('exec', { command: 'ls -1 out' }, `index.html${write('file-name', (p) => `out/${p.text}.txt`)}\nmain.css`);
  messages.push(
    said(
      'assistant',
      `${filler(2)}${write('assistant', (p) => `I used the ${p.label} ${p.text} for this.`)}\nAll steps are done.`,
    ),
  );
  const title = (at.get('title') ?? []).map((p) => `, ${p.label} ${p.text}`).join('');
  const [first] = at.get('file-name') ?? [];
  return {
    id: `planted-${index}`,
    origin: 'real',
    harness: 'openclaw',
    sessionId: `planted-${index}`,
    groupKey: `planted-${index}`,
    kind: 'task',
    title: `Look into the shop${title}`,
    outcome: 'success',
    tags: [],
    messages,
    tools: [
      {
        name: 'exec',
        description: `Runs a command.${write('schema', (p) => `The ${p.label} is ${p.text}`)}`,
        parameters: {
          type: 'object',
          properties: Object.fromEntries(
            (at.get('schema') ?? []).map((p, n) => [
              `${p.key}${n > 0 ? `_${n}` : ''}`,
              { type: 'string', default: p.text },
            ]),
          ),
        },
      },
    ],
    damage: {},
    provenance: { path: `sessions/${first?.text ?? 'main'}.jsonl`, line: 1, parser: 'openclaw-session/3' },
  };
}

/** Values of each class in one episode. */
const PER_EPISODE: Readonly<Record<PlantClass, number>> = { secret: 12, pii: 8, 'look-alike': 14 };

export function* plantedEpisodes(seed: number, count: number): Generator<PlantedEpisode> {
  const draw = drawFrom(createRandom(seed, 'planted'));
  const places = Object.keys(PLACES);
  const turns = new Map<PlantClass, number>();
  for (let index = 0; index < count; index++) {
    const at = new Map<string, Planted[]>();
    const plants: Plant[] = [];
    for (const kindClass of CLASSES) {
      for (let n = 0; n < PER_EPISODE[kindClass]; n++) {
        const turn = turns.get(kindClass) ?? 0;
        turns.set(kindClass, turn + 1);
        const kind = KINDS[kindClass][turn % KINDS[kindClass].length] as Kind;
        const made = kind.make(draw);
        const { text, pieces = [text] } = typeof made === 'string' ? { text: made } : made;
        const planted: Planted = { ...kind, text };
        const place = draw.pick(
          places.filter((name) => (kind.where ? kind.where.includes(name) : PLACES[name]?.(planted))),
        );
        at.set(place, [...(at.get(place) ?? []), planted]);
        plants.push({ class: kindClass, kind: kind.kind, place, pieces });
      }
    }
    yield { episode: buildEpisode(seed, index, at), plants, bare: buildEpisode(seed, index, new Map()) };
  }
}

/** Every string of the episode that is ever written, keys and numbers as well. */
export function stringsOf(episode: Episode): readonly string[] {
  const out: string[] = [episode.title, ...episode.tags, episode.provenance.path];
  const walk = (value: JsonValue): void => {
    if (typeof value === 'string' || typeof value === 'number') out.push(String(value));
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) {
        out.push(key);
        walk(item as JsonValue);
      }
  };
  for (const message of episode.messages) {
    for (const part of message.content) if (part.type === 'text') out.push(part.text);
    if (message.reasoning !== undefined) out.push(message.reasoning);
    for (const call of message.toolCalls ?? []) {
      out.push(call.id);
      walk(call.arguments);
    }
  }
  for (const tool of episode.tools) {
    out.push(tool.description);
    walk(tool.parameters);
  }
  return out;
}
