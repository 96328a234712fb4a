import { readBesideMail } from './account-files.ts';
import { lastIndexWithin, Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { inAuthority } from './urls.ts';

const LOCAL = new Units(/[\p{L}\p{N}._%+'-]/u);
const LOCAL_SIGN = new Units(/[.%'_-]/);
const DOMAIN =
  /((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,8})(\p{L}{2,24}|xn--[a-z0-9-]{2,60})(?![\p{L}\p{N}-])/uy;
const LONGEST_LOCAL = 64;
/** Where people have mail and nobody logs in by name. */
const MAILBOXES =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|proton|protonmail|fastmail|mail|yandex|qq|163|126|naver|t-online|orange|free|libero|wp|o2|seznam)\.[a-z.]{2,6}$/i;

/** Locals that name a role or nobody. */
const NOBODY = new Set(
  'user users username admin administrator root test tester testing tests foo bar baz you me someone somebody nobody anyone person name your yourname your.name email mail example sample demo dummy john.doe jane.doe johndoe janedoe john jane doe alice bob a b c x y z info hello contact support help sales team office billing security abuse postmaster hostmaster webmaster pi ubuntu ec2-user ansible vagrant jenkins deploy deployer git hg svn actions action bot ci build deploy-bot dependabot renovate github-actions octocat no-reply noreply donotreply do-not-reply notifications notification mailer-daemon daemon service hi press legal privacy'.split(
    ' ',
  ),
);
const SILENT = /^(?:no-?reply|do-?not-?reply|notifications?|mailer-daemon|git|[\w+-]*\[bot\])$/;
/** Where a forge gives its members an address that is not their own, and still tells who they are. */
const MEMBERS = /^users\.noreply\./;
const BOT =
  /^(?:\d+\+)?(?:[\w-]*bot|actions-user|github-actions|web-flow|invalid-email-address|copilot|claude|user\w{0,4}|username|login|maintainers?|octocat|you|your[-_]?(?:user)?name|me)$/;
const RESERVED =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|local|test\.com|domain\.com|email\.com|mail\.com|company\.com|foo\.com|bar\.com|acme\.com|yourdomain\.com|your-domain\.com|yourcompany\.com|mysite\.com|site\.com|host\.com|somewhere\.com)$/;
const FORGE =
  /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|gitea\.com|ssh\.dev\.azure\.com|heroku\.com|huggingface\.co|hf\.co|anthropic\.com|openai\.com|cursor\.com|npmjs\.com)$/;
const FILE_ENDING =
  /^(?:png|jpe?g|gif|svg|webp|ico|css|scss|js|jsx|mjs|cjs|ts|tsx|json|map|html?|vue|lock|yml|yaml|toml|txt|wasm|zip|gz|tgz|mp4|woff2?)$/;

/** Mail that names nobody: a role at a host that is reserved or a forge. */
export function isNobody(local: string, domain: string): boolean {
  const name = local.toLowerCase();
  const host = domain.toLowerCase();
  if (MEMBERS.test(host)) return SILENT.test(name) || BOT.test(name) || NOBODY.has(name);
  if (SILENT.test(name) || /(?:^|\.)noreply\./.test(host)) return true;
  const role = NOBODY.has(name) || NOBODY.has(name.split('+')[0] as string);
  return role && (RESERVED.test(host) || FORGE.test(host));
}

/** `"john doe"@…`: where the quoted local part begins. */
function quotedLocal(text: string, at: number): number {
  const match = /"[\p{L}\p{N}][\p{L}\p{N} ._+-]{1,40}"$/u.exec(textBefore(text, at, 44));
  return match && /[ ]/.test(match[0]) && !/[:=,]/.test(text[at - match[0].length - 1] ?? '')
    ? at - match[0].length
    : at;
}

function readMail(scan: Scan, at: number, after: number): void {
  const { text } = scan;
  if (!LOCAL.at(text, at - 1) && text[at - 1] !== ']' && text[at - 1] !== '"') return;
  const domain = matchAt(DOMAIN, text, after);
  if (!domain) return;
  let start = at;
  if (text[at - 1] === '"') start = quotedLocal(text, at);
  if (text[at - 1] === ']') start = Math.max(0, lastIndexWithin(text, '[', at, at - 40));
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.at(text, start - 1)) start--;
  while (start < at && LOCAL_SIGN.at(text, start)) start++;
  const local = text.slice(start, at);
  const escaped = text[start - 1] === '\\' && /^[nrt]/.test(local);
  const from = escaped ? start + 1 : /^%[0-9A-F]{2}/.test(text.slice(start - 1, start + 2)) ? start + 2 : start;
  if (from >= at || /%3A%2F%2F/i.test(text.slice(from, at))) return;
  const host = domain[0];
  if (text[after + host.length] === ':' && !inAuthority(text, from)) readBesideMail(scan, after + host.length + 1);
  if (FILE_ENDING.test(domain[2] as string) && /^\d+x\.$/.test(domain[1] as string)) return;
  if (/^(?:service|socket|timer|target|mount|slice|device|scope)$/.test(domain[2] as string)) return;
  if (inAuthority(text, from) && (!MAILBOXES.test(host) || text[from - 1] === ':')) return;
  if (isNobody(text.slice(from, at), host)) return;
  addHit(scan, from, after + host.length, 'email', 'EMAIL', RANK.pii);
}

export const MAIL_DETECTOR: Detector = detector('none', '@|%40|\\u0040|&#64;|＠', readMail);
