import { lastIndexWithin, Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { NOBODY } from './paths.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const NAME = '[a-z_][a-z0-9_.-]{1,31}';

function add(scan: Scan, start: number, name: string): void {
  if (
    !NOBODY.has(name.toLowerCase()) &&
    !/^(?:\d|.*(?:user|admin|service|daemon)$|(?:wheel|ftp|staff|users|adm|everyone|sudo|tty|disk|utmp|shadow|mask|the|a)$)/.test(
      name,
    )
  )
    addHit(scan, start, start + name.length, 'account', 'USER', RANK.pii);
}

/** Adds the groups of a match, each where it stands. */
function addGroups(scan: Scan, pattern: RegExp, at: number): void {
  const match = matchAt(pattern, scan.text, at);
  match?.slice(1).forEach((name, group) => {
    const [start] = match.indices?.[group + 1] ?? [];
    if (name !== undefined && start !== undefined) add(scan, start, name);
  });
}

/** `uid=1000(noor) gid=1000(noor)` */
const IDS = new RegExp(`[ug]id=\\d{1,10}\\((${NAME})\\)`, 'dy');
/** `USER=noor` in a list of variables. */
const VARIABLE = new RegExp(`(?:USER|LOGNAME|USERNAME|SUDO_USER)=["']?(${NAME})(?=["'\\s\\\\]|$)`, 'diy');
/** `-rw-r--r-- 1 noor staff 4096 Jan`, also with an extended mark behind the rights. */
const LISTED = new RegExp(
  `(?:[rwxsStT-]{9})[+@.]?[ ]{1,4}\\d{1,6}[ ]{1,4}(${NAME})[ ]{1,8}(${NAME})[ ]{1,12}\\d`,
  'dy',
);
/** `noor:x:1000:1000:` */
const ENTRY = new RegExp(`(${NAME}):[x*!]:1\\d{3,5}:\\d{3,6}:`, 'dy');
/** `noor@devbox:~$` */
const PROMPT = new RegExp(`(${NAME})@[A-Za-z0-9][\\w.-]{0,62}:(?:~|/)[^\\s$#]{0,120}[$#%](?=\\s|$)`, 'diy');
/** `[noor@fedora ~]$` */
const BRACKETED = new RegExp(`\\[(${NAME})@[A-Za-z0-9][\\w.-]{0,62} [^\\]\\n]{1,80}\\][$#]`, 'dy');
/** `ssh -p 22 noor@…` */
const REMOTE = new RegExp(
  `(?:ssh|scp|sftp|mosh|ssh-copy-id) (?:-[A-Za-z]+ (?:[\\w./~-]+ )?){0,4}(${NAME})@[\\w.[-]`,
  'dy',
);
/** `sudo -u noor`, `su - noor`, `crontab for noor` */
const AS = new RegExp(
  `(?:sudo -iu|sudo -u|su -l|su -|runuser -u|crontab -u|crontab for) (${NAME})(?=[\\s:;&|"']|$)`,
  'dy',
);
/** `chown noor:staff x` */
const OWNED = new RegExp(`chown (?:-[A-Za-z]+ )?(${NAME})(?=:[a-z.]|[ ]+[/.~$])`, 'dy');
/** `noor ALL=(ALL) …` in a list of who may do what. */
const SUDOER = new RegExp(`(${NAME})(?= ALL ?= ?\\(ALL)`, 'dy');
/** `~noor/x` */
const TILDE = new RegExp(`~(${NAME})(?=/)`, 'dy');
/** `cd ~noor` */
const GONE = new RegExp(`~(${NAME})(?=[/\\s]|$)`, 'dy');

const SPACE_OR_QUOTE = new Units(/[\s"'`]/);

/** Start of the word that `at` is in. */
const wordStart = (text: string, at: number): number => {
  let start = at;
  while (start > 0 && at - start < 40 && !SPACE_OR_QUOTE.at(text, start - 1)) start--;
  return start;
};

/** Names of accounts where a machine tells them: listings, variables, prompts. */
export const ACCOUNT_DETECTORS: readonly Detector[] = [
  detector('start', 'uid=\\d|gid=\\d', (scan, start) => addGroups(scan, IDS, start)),
  detector('start', 'user=|logname=|username=|sudo_user=', (scan, start) => {
    if (
      /(?:^|[\n; ]|\\n|export |declare -x )$/.test(textBefore(scan.text, start, 11)) &&
      /^[A-Z]/.test(scan.text[start] as string)
    )
      addGroups(scan, VARIABLE, start);
  }),
  detector('none', 'r--|r-x|rw-|---|rwx|rws|rwt', readListed),
  detector('none', ':x:1\\d|:*:1\\d|:!:1\\d', (scan, start) => addGroups(scan, ENTRY, wordStart(scan.text, start))),
  detector('none', ':~$|:~/|:~#|$ ', readPrompt),
  detector('start', 'sudo -iu|sudo -u|su -|runuser -u|crontab -u|crontab for', (scan, start) =>
    addGroups(scan, AS, start),
  ),
  detector('none', ' ~|"~|=~', (scan, start) => addGroups(scan, TILDE, start + 1)),
  detector('start', 'cd ~|ls ~', (scan, start) => addGroups(scan, GONE, start + 3)),
  detector('none', ' all=(all| all = (all', (scan, start) => addGroups(scan, SUDOER, wordStart(scan.text, start))),
  detector('start', 'ssh |scp |sftp |mosh |ssh-copy-id ', (scan, start) => addGroups(scan, REMOTE, start)),
  detector('none', ']$ |]# ', readBracketed),
  detector('start', 'chown ', (scan, start) => addGroups(scan, OWNED, start)),
];

function readBracketed(scan: Scan, at: number): void {
  const open = lastIndexWithin(scan.text, '[', at, at - 160);
  if (open >= 0) addGroups(scan, BRACKETED, open);
}

function readListed(scan: Scan, _at: number, end: number): void {
  if (scan.text[end] !== ' ' && !/[+@.]/.test(scan.text[end] ?? '')) return;
  if (end - 10 >= 0 && /^[dlcbps-]/.test(scan.text[end - 10] as string)) addGroups(scan, LISTED, end - 9);
}

function readPrompt(scan: Scan, at: number): void {
  const start = wordStart(scan.text, at);
  if (scan.text.slice(start, at).includes('@')) addGroups(scan, PROMPT, start);
}
