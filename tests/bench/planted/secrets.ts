/** Beginnings of tokens are written apart, so that no scanner takes this file for a leak. */
import { around, DIGITS, type Draw, join, type Kind, LOWER, UPPER } from './kind.ts';

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const chosenPassword = (draw: Draw): string =>
  `${draw.pick(['Walnut', 'Tundra', 'Velvet', 'Orchid', 'Saddle', 'Pepper'])}${draw.pick(['_', '-', '.'])}${draw.pick(['river', 'otter', 'cloud', 'amber'])}${draw.digits(4)}${draw.pick(['!', '%', '*'])}`;

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

export const SECRETS: readonly Kind[] = [
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
