import { indexWithin } from './chars.ts';
import { readCookiePairs } from './headers.ts';
import { isAddress } from './judge.ts';
import { textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { readShellWords, type ShellWord } from './shell-words.ts';
import { isOpen, isPlace } from './values.ts';

/**
 * Where commands take secrets. `-p` takes one in the next word or after `=`, `-p*` glued to it; `-u:` takes a user and
 * a secret parted by that sign; `@2` is the second word that is no flag; `k=v` are all settings; `<<<` a here-string.
 */
const COMMANDS = `
curl: -u: --user: -U: --proxy-user: -b; --cookie;
wget: --password --http-password --ftp-password --proxy-password
http,https,xh: -a: --auth:
docker login: -p @2 <<<
oc login: -p -t
podman login: -p <<<
buildah login,nerdctl login,skopeo login,oras login,crane auth login,helm registry login,az login: -p
az acr login,mongo,mongosh,mongodump,mongorestore,mongoimport,mongoexport,smbmap,cqlsh,snowsql: -p
impala-shell,ncftpput,rabbitmqadmin,useradd,usermod,npm login,twine upload,security unlock-keychain: -p
xcrun altool,psexec,evil-winrm,crackmapexec,netexec,hydra,rdesktop,restic: -p
skopeo: --creds: --src-creds: --dest-creds:
helm repo add,clickhouse-client: --password
az keyvault secret set,aws ssm put-parameter,eas secret:create: --value
aws secretsmanager: --secret-string
mysql,mysqldump,mysqladmin,mysqlimport,mariadb,mariadb-dump,7z,7za,unrar: -p*
sshpass: -p -p*
redis-cli: -a --pass
redis-cli auth: @1 @2
valkey-cli: -a
ldapsearch,ldapadd,ldapmodify,ldapwhoami,vsql,security add-generic-password,security add-internet-password: -w
ldappasswd: -w -s
smbclient,rpcclient: -U%
vault login: @1 <<<
vault operator unseal,vault operator rekey,bao operator unseal,bw unlock,cargo login,snyk auth: @1
shodan init,wandb login,ngrok authtoken,ngrok config add-authtoken,rclone obscure,travis encrypt: @1
ansible-vault encrypt_string,openclaw devices approve: @1
vault kv put,vault write,fly secrets set,flyctl secrets set,heroku config:set,heroku config:add: k=v
railway variables set,supabase secrets set,firebase functions:config:set,dokku config:set: k=v
snyk config set: k=v
htpasswd,isql,poetry config,cf set-env,chamber write,net use: @3
gh secret set: -b --body <<<
gh auth login,wrangler secret put,kubeseal,vercel env add,sudo -S,passwd,kinit,cryptsetup: <<<
podman secret create,docker secret create,git credential approve: <<<
glab auth login,chromatic,codecov,codecovcli: -t
openssl: -passin -passout -pass -k -K
gpg,gpg2,iwctl: --passphrase
zip,unzip,sqlcmd,bcp,mosquitto_pub,mosquitto_sub: -P
rar: -p* -hp*
nzsql: -W
influx: -t -p -password
lftp: -u, --user,
rabbitmqctl add_user,rabbitmqctl change_password,bw login,netlify env:set,consul kv put,etcdctl put: @2
pulumi config set,dotnet user-secrets set,b2 authorize-account,b2 account authorize,wpa_passphrase: @2
net user,setx,openclaw pairing approve: @2
kubectl create secret: --from-literal --docker-password
composer config,mc alias set,mc config host add: @4
bundle config: @2:
ssh-keygen: -N -P
keytool,jarsigner: -storepass -keypass
doppler secrets set: k=v @2
dotnet nuget push: -k --api-key
nuget push: -ApiKey @2
vt init,logdna-agent,openai api: -k
ngrok http: --basic-auth:
xfreerdp: /p:*
cmdkey: /pass:*
runas: /password:*
dsadd user: -pwd
chpasswd: <<<:
mount.cifs: -o
sonar-scanner: -Dsonar.login
sentry-cli: --auth-token
impacket-psexec,impacket-secretsdump: @1:
`;

interface Command {
  readonly words: readonly string[];
  readonly takes: readonly string[];
}

const TABLE: readonly Command[] = COMMANDS.trim()
  .split('\n')
  .flatMap((line) => {
    const colon = line.indexOf(': ');
    const takes = line.slice(colon + 2).split(' ');
    return line
      .slice(0, colon)
      .split(',')
      .map((command) => ({ words: command.split(' '), takes }));
  });

const isSecretWord = (text: string): boolean =>
  text.length >= 4 && text.length <= 4096 && !isOpen(text) && !/^-/.test(text);

const looksChosen = (text: string): boolean =>
  (/\d/.test(text) && /[A-Za-z]/.test(text)) || looksRandom(text) || /[!@#$%^&*?]/.test(text);

function add(scan: Scan, start: number, end: number, free: boolean): void {
  const body = scan.text
    .slice(start, end)
    .replace(/^(?:pass|env|file|stdin|fd):/, (kind) => (kind === 'pass:' ? kind : '$'));
  const offset = body.startsWith('pass:') ? 5 : 0;
  const value = body.slice(offset);
  if (!isSecretWord(value) || isPlace(value) || (free && !looksChosen(value))) return;
  if (/^(?:env|file|stdin|fd):|^\d{1,3}$/.test(scan.text.slice(start, end))) return;
  addHit(scan, start + offset, end, 'command', 'PASSWORD', RANK.context);
}

/** `user:password` and its relatives: what comes after the sign. */
function addAfter(scan: Scan, word: ShellWord, sign: string): void {
  if (/^\\?["']?(?:<|\{\{|\$\{\{)/.test(scan.text.slice(word.start, word.end))) return;
  const at = indexWithin(scan.text, sign, word.start, word.end);
  if (at < 0 || at >= word.end) return;
  const from = at + 1 + (/^\\?["'{]+/.exec(scan.text.slice(at + 1, word.end))?.[0].length ?? 0);
  const to = word.end - (/["'}]+$/.exec(scan.text.slice(from, word.end))?.[0].length ?? 0);
  const value = scan.text.slice(from, to);
  const user = scan.text.slice(word.bodyStart, at);
  if (sign === ':' && value.length < 12 && user.length >= 20 && /^\w+$/.test(user) && /\d/.test(user)) {
    if (looksRandom(user) || isAddress(user)) addHit(scan, at - user.length, at, 'command-user', 'TOKEN', RANK.context);
    return;
  }
  if (value.startsWith('//') || !isSecretWord(value)) return;
  addHit(scan, from, to, 'command-user', 'PASSWORD', RANK.context);
}

const SIGNS = new Map([
  [':', ':'],
  ['%', '%'],
  [',', ','],
  [';', ';'],
]);

/** `-pSECRET`, `-p'SECRET'`, `'-pSECRET'`. */
function addGlued(scan: Scan, word: ShellWord, flag: string): void {
  const from = indexWithin(scan.text, flag, word.start, word.end) + flag.length;
  const quote = /^\\?["']/.exec(scan.text.slice(from, word.end))?.[0] ?? '';
  const to =
    quote !== '' && scan.text.startsWith(quote, word.end - quote.length) ? word.end - quote.length : word.bodyEnd;
  add(scan, from + quote.length, to, false);
}

function applyFlag(scan: Scan, words: readonly ShellWord[], take: string): void {
  const sign = SIGNS.get(take.at(-1) as string);
  const glued = take.endsWith('*');
  const flag = sign || glued ? take.slice(0, -1) : take;
  const single = /^-[a-zA-Z]$/.test(flag);
  words.forEach((word, i) => {
    if (glued) {
      if (word.text.startsWith(flag) && word.text.length > flag.length && !word.text.startsWith('--'))
        addGlued(scan, word, flag);
      return;
    }
    const inline = word.text.startsWith(`${flag}=`);
    const next = words[i + 1];
    if (word.text !== flag && !inline) {
      if (sign && single && word.text.startsWith(flag) && word.text.includes(sign)) addAfter(scan, word, sign);
      return;
    }
    const value = inline
      ? { ...word, start: word.start + flag.length + 1, text: word.text.slice(flag.length + 1) }
      : next;
    if (!value) return;
    if (sign === ';') readCookiePairs(scan, value.bodyStart);
    else if (sign) addAfter(scan, value, sign);
    else if (flag === '--from-literal') addSetting(scan, value);
    else add(scan, value.bodyStart > value.start && !inline ? value.bodyStart : value.start, value.bodyEnd, false);
  });
}

function addSetting(scan: Scan, word: ShellWord): void {
  const equals = indexWithin(scan.text, '=', word.start, word.end);
  if (equals < 0 || equals >= word.end) return;
  const from = equals + 1 + (/^\\?["']/.exec(scan.text.slice(equals + 1, word.end))?.[0].length ?? 0);
  const to = word.end - (/\\?["']$/.exec(scan.text.slice(from, word.end))?.[0].length ?? 0);
  const value = scan.text.slice(from, to);
  if (!isSecretWord(value) || isPlace(value) || !looksChosen(value)) return;
  addHit(scan, from, to, 'command-setting', 'SECRET', RANK.context);
}

function apply(scan: Scan, command: Command, words: readonly ShellWord[]): void {
  const rest = words.slice(command.words.length);
  const plain = rest.filter((word) => !/^[-/<]/.test(word.text) || word.text.startsWith('//'));
  for (const take of command.takes) {
    if (take === 'k=v') for (const word of plain) addSetting(scan, word);
    else if (take.startsWith('<<<')) {
      const at = rest.findIndex((word) => word.text.startsWith('<<<'));
      const word = rest[at]?.text === '<<<' ? rest[at + 1] : undefined;
      if (word) take === '<<<:' ? addAfter(scan, word, ':') : add(scan, word.bodyStart, word.bodyEnd, false);
    } else if (take.startsWith('@')) {
      const word = plain[Number(take[1]) - 1];
      if (word) take.endsWith(':') ? addAfter(scan, word, ':') : add(scan, word.bodyStart, word.bodyEnd, true);
    } else applyFlag(scan, rest, take);
  }
}

function readCommand(command: Command): Detector['detect'] {
  return (scan, start) => {
    if (start < (scan.done.get(command) ?? 0)) return;
    const words = readShellWords(scan.text, start);
    scan.done.set(command, words.at(-1)?.end ?? start);
    const named = command.words.every((word, i) => words[i]?.text.toLowerCase() === word.toLowerCase());
    if (named) apply(scan, command, words);
  };
}

/** What a line pipes into a command that reads a password. */
const READERS =
  /\|[^|\n]{0,80}(?:--password-stdin|--with-token|--stdin|\bsudo\b[^|\n]{0,24}-S|\bchpasswd\b|--passphrase-fd|\bpasswd\b|\blogin\b|\bsecrets?\b|\bkubeseal\b|\bsops\b|\bgpg\b|\bauth\b|\bcryptsetup\b)/;

function readPiped(scan: Scan, start: number): void {
  if (start < (scan.done.get(readPiped) ?? 0)) return;
  const words = readShellWords(scan.text, start);
  scan.done.set(readPiped, words.at(-1)?.end ?? start);
  const last = words.at(-1);
  if (!last || words.length < 2) return;
  const line = scan.text.slice(last.end, last.end + 160);
  if (/(?:pass|token|secret|key)[\w-]*[= ]<\($/i.test(textBefore(scan.text, start, 40))) {
    for (const word of words.slice(1)) if (!word.text.startsWith('-')) add(scan, word.bodyStart, word.bodyEnd, true);
    return;
  }
  if (!READERS.test(line.slice(0, line.indexOf('\n') < 0 ? line.length : line.indexOf('\n')))) return;
  for (const word of words.slice(1)) {
    if (word.text.startsWith('-')) continue;
    if (/\|[^|\n]{0,40}chpasswd/.test(line)) addAfter(scan, word, ':');
    else add(scan, word.bodyStart, word.bodyEnd, true);
  }
}

/** `… login -u … -p …`, whatever is logged in to. */
function readLogin(scan: Scan, start: number): void {
  if (start < (scan.done.get(readLogin) ?? 0)) return;
  const words = readShellWords(scan.text, start);
  scan.done.set(readLogin, words.at(-1)?.end ?? start);
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (word.text === '-p' && next && !/^\d{1,5}$/.test(next.text)) add(scan, next.bodyStart, next.bodyEnd, true);
  });
}

export const COMMAND_DETECTORS: readonly Detector[] = [
  ...TABLE.map((command) => detector('whole', [command.words.join(' ')], readCommand(command))),
  detector('whole', 'login', readLogin),
  detector('whole', 'echo|printf', readPiped),
];
