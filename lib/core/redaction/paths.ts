import { isWordAt } from './chars.ts';
import { standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Accounts that belong to a machine, an image or an example. */
export const NOBODY = new Set(
  'user users username user_name your_username yourusername your-username your_user youruser yourname your-name name you me runner runneradmin ubuntu debian fedora centos alpine node app root vscode codespace codespaces gitpod circleci travis jenkins ec2-user admin administrator pi vagrant docker shared public default guest linuxbrew jovyan sandbox coder git www-data www nobody nginx apache postgres mysql redis build builder ci deploy deployer agent openclaw claude codex all containeradministrator containeruser someone somebody someuser anyone example test foo bar xxx web home site sites static assets oai oracle steam airflow spark hadoop kafka elastic rails django flask python ruby go rust java nonroot appuser opc azureuser core dev devuser developer buildkite-agent runner-user u user1 user2 u1 testuser default_user defaultuser0 defaultapppool web_user cloudsdk dir apt staging dist vscode-user systemd daemon operator sync games man mail news backup proxy list irc gnats'.split(
    ' ',
  ),
);
const FILE =
  /\.(?:tsx?|jsx?|mjs|cjs|py|go|rs|rb|java|vue|svelte|html?|css|scss|json|ya?ml|toml|md|mdx|txt|php|png|svg|jpg|sh|log|cfg|conf|ini|lock|zip|gz|tar)$/i;
const NAME = /[\p{L}\p{N}_.+@-]/u;
const WINDOWS_NAME = /[\p{L}\p{N}_.+@ -]/u;
const LONGEST = 40;

/** Roots below which homes lie when `/home/` is not at the start of the path. */
const ROOTS =
  /^(?:\/?(?:var|export|mnt|media|Volumes|nfs|data|data\d|gpfs\w*|lustre|beegfs|scratch|work|project|projects|hpc|host|hostfs|rootfs|private|net|System|srv|opt|storage|cluster|vol\d{0,2}|usr|proc|overlay|run|tmp|[a-z])(?:\/|$)|[A-Za-z]:|~|file:|vscode|cursor|jetbrains|idea|zed|windsurf|ssh:|sftp:|scp:|rsync:|smb:|nfs:|\\\\|[\w.-]+@[\w.-]+:|[\w-]+:\/?$|cygdrive\/|\/cygdrive\/|\/root\/\.\.$|-[A-Za-z]{1,2}$|@|.*\/@fs$|\/@fs|\/\/[\w-]+(?:\.(?:local|lan|corp|internal|intra))?$)/;
/** Up from where a bundle lies, as far as a home. */
const UPWARD = /^(?:[\w-]+:[\w./@-]*\/\.\.$|\/?(?:\.\.\/){4,8}\.\.$)/;
/** Disks of a whole installation, whose names have blanks. */
const VOLUME = /\/Volumes\/[^/\n]{1,40}$/;

function pathBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 160 && !/[\s"'`()[\]{},;|=]/.test(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

/** Is this the place of homes on some machine, and no route of a site or folder of a project? */
function isHomeRoot(text: string, at: number): boolean {
  if (at === 0 || !isWordAt(text, at - 1)) {
    const before = text[at - 1];
    if (before === '.') return UPWARD.test(pathBefore(text, at));
    if (before === '-') return false;
    return !/^https?:\/\/[^/]*$/.test(pathBefore(text, at));
  }
  const before = pathBefore(text, at);
  if (VOLUME.test(textBefore(text, at, 52))) return true;
  if (/^(?:https?|wss?|ftp):/.test(before)) return false;
  return ROOTS.test(before) || /^\\n/.test(before.slice(-3));
}

function addUser(scan: Scan, start: number, spaces: boolean): void {
  const { text } = scan;
  const allowed = spaces ? WINDOWS_NAME : NAME;
  let end = start;
  while (end < text.length && end - start < LONGEST && allowed.test(text[end] as string)) end++;
  if (spaces && text[end] !== '\\' && text[end] !== '/') {
    end = start;
    while (end < text.length && end - start < LONGEST && NAME.test(text[end] as string)) end++;
  }
  while (end > start && /[.+@-]/.test(text[end - 1] as string)) end--;
  const name = text.slice(start, end);
  if (
    name.length < 2 ||
    NOBODY.has(name.toLowerCase()) ||
    FILE.test(name) ||
    /^[\d.]+$/.test(name) ||
    /^all users$/i.test(name)
  )
    return;
  if (/^(?:[Xx]+|\..*|(?:test|user|foo|u)\d+|myself|him|ftp)$/.test(name) || text[start - 1] === '$') return;
  addHit(scan, start, end, 'home-path', 'USER', RANK.pii);
}

function readUnix(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const found = text.slice(start, end);
  if (
    !/^\/(?:home\d?|Users|homes|run\/media|media|spool\/(?:mail|cron)|mail|crontabs)\/$/.test(found) &&
    !/^\\\/(?:home|Users)\\\/$/.test(found)
  ) {
    if (found === '/users/' && CLUSTER.test(pathBefore(text, start))) addUser(scan, end, false);
    return;
  }
  if (/^\/(?:mail|media|crontabs)\/$/.test(found)) {
    // only where the machine keeps what belongs to a person
    if (
      /(?:^|[\s"'`=(])(?:\/run|\/var(?:\/spool(?:\/cron)?)?)?$/.test(textBefore(text, start, 24)) &&
      !/^(?:cdrom|floppy|usb|disk|sd[a-z]|data|backup)/.test(text.slice(end, end + 8))
    )
      addUser(scan, end, false);
    return;
  }
  if (!isHomeRoot(text, start)) return;
  addUser(scan, end, false);
  if (standsAt(DOMAIN, text, end)) addUser(scan, DOMAIN.lastIndex, false);
}

/** File systems of computing centres, which write `users` small. */
const CLUSTER =
  /^\/(?:data\d?|scratch|gpfs\w*|lustre|beegfs|work|usr|nfs|mnt|cluster|storage|export|projects?|hpc|var)$/;
/** `/home/CORP.LOCAL/dana`, `/home/local/CORP/dana`: the domain that an account belongs to. */
const DOMAIN = /(?:local\/)?[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*\/|(?:local|domain|ad)\//y;
const CELL = /\/afs\/[\w.-]{3,60}\/(?:user|home|users|u)\/(?:\w\/){0,2}(?=\w{2})/y;

/** `/afs/cell.org/user/d/dana` */
function readCell(scan: Scan, start: number): void {
  if (standsAt(CELL, scan.text, start)) addUser(scan, CELL.lastIndex, false);
}

function readWindows(scan: Scan, _start: number, end: number): void {
  let at = end;
  while (scan.text[at] === '\\') at++;
  addUser(scan, at, true);
}

/** `-Users-dana-proj`: a path that became the name of a folder. */
function readFlattened(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (!/^-(?:home|Users)-$/.test(text.slice(start, end))) return;
  if (isWordAt(text, start - 1) && !/(?:^|\W)-mnt-[a-z]$/.test(textBefore(text, start, 8))) return;
  const name = /^[A-Za-z][A-Za-z0-9_]{1,30}/.exec(text.slice(end, end + 32))?.[0];
  if (
    !name ||
    NOBODY.has(name.toLowerCase()) ||
    /^(?:dir|directory|page|path|screen|button|link|icon|brew|server|assistant|office)$/i.test(name)
  )
    return;
  addHit(scan, end, end + name.length, 'home-path', 'USER', RANK.pii);
}

/** Also shares that are hidden, and what folders are called where Windows speaks another language. */
const WINDOWS = [
  ...[
    'users',
    'homes',
    'home',
    'profiles',
    'userhomes',
    'homedirs',
    'homedrives',
    'userdata',
    'redirected',
    'roaming',
  ].flatMap((folder) => [`\\${folder}\\`, `\\${folder}$\\`]),
  ...['\\benutzer\\', '\\utilisateurs\\', '\\usuarios\\', '\\gebruikers\\', '\\utenti\\', '\\docume~1\\'],
  'documents and settings\\',
  ':/users/',
].filter((folder) => !/^.(?:userdata|roaming|redirected).$/.test(folder));

export const PATH_DETECTORS: readonly Detector[] = [
  detector('none', '/home/|/home\\d/|/users/|/homes/|/mail/|/media/|/crontabs/|\\/home\\/|\\/users\\/', readUnix),
  detector('none', WINDOWS, readWindows),
  detector('none', '/afs/', readCell),
  detector('none', '-users-|-home-', readFlattened),
];
