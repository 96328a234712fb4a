import { matchAt, textBefore } from './match-at.ts';
import { isChosen, isFullyMixed, isSigned } from './prose.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isOpen, isPlace } from './values.ts';

/** The rest of the command, then a line that is one word. */
const NEXT_LINE = /[^\n]{0,240}\r?\n[ \t>]{0,4}([^\s"'`$<>#|][^\s"'`]{7,511})[ \t]{0,4}(?=\r?\n|$)/y;

/** `$ pass show mail`, then what it prints. */
function readPrinted(scan: Scan, _start: number, end: number): void {
  const value = matchAt(NEXT_LINE, scan.text, end)?.[1];
  if (!value || isOpen(value) || isPlace(value) || /:$|^\[|^\{|^-/.test(value)) return;
  if (!/\d/.test(value) && !looksRandom(value)) return;
  const start = scan.text.indexOf(value, end + scan.text.slice(end, NEXT_LINE.lastIndex).indexOf('\n'));
  addHit(scan, start, start + value.length, 'printed', 'PASSWORD', RANK.context);
}

const REST = /([^\s"'`]{4,512})/y;

/** `::add-mask::…` tells a runner what to hide from then on. */
function readMask(scan: Scan, _start: number, end: number): void {
  const value = matchAt(REST, scan.text, end)?.[1];
  if (value && !isOpen(value)) addHit(scan, end, end + value.length, 'add-mask', 'SECRET', RANK.structure);
}

const ENCODED_LOGIN = /([A-Za-z0-9+/]{8,512}={0,2})(?=[\s"']|$)/y;

/** `AUTH PLAIN …`: user and password of a mail server, encoded. */
function readEncodedLogin(scan: Scan, _start: number, end: number): void {
  const value = matchAt(ENCODED_LOGIN, scan.text, end)?.[1];
  if (value && /\d|=$|[a-z][A-Z]/.test(value))
    addHit(scan, end, end + value.length, 'smtp-login', 'PASSWORD', RANK.structure);
}

const RESULT =
  /[\s\S]{0,600}?\\{0,7}"(?:result|bcrypt_hash|b64_std|hex)\\{0,7}":\s{0,4}\\{0,7}"([^"\\\n]{6,256})\\{0,7}"/y;

/** The state of Terraform holds what it drew. */
function readDrawn(scan: Scan, _start: number, end: number): void {
  const match = matchAt(RESULT, scan.text, end);
  const value = match?.[1];
  if (!match || !value || isOpen(value)) return;
  const start = end + match[0].lastIndexOf(value);
  addHit(scan, start, start + value.length, 'terraform-state', 'PASSWORD', RANK.context);
}

const ENCODED_BEFORE =
  /(?:echo|printf)(?:[ \t]+-\w{1,3}|[ \t]+['"]%s['"]){0,2}[ \t]+(?:(['"])([^'"\n]{6,128})\1|([^\s'"|]{6,128}))[ \t]{0,4}$/;
const ENCODED_BEHIND =
  /(?:[ \t]+-\w{1,10}(?:[ =]\d{1,3})?)?[ \t]*\r?\n[ \t>]{0,4}([A-Za-z0-9+/]{8,512}={0,2})(?=\s|$)/y;

/** `echo -n '…' | base64`: the word, and what it becomes on the next line. */
function readPiped(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const match = ENCODED_BEFORE.exec(textBefore(text, start, 180));
  const word = match?.[2] ?? match?.[3];
  if (!match || !word || /[ \t]+-{1,2}d/.test(text.slice(end, end + 8))) return;
  const secret = word.slice(word.indexOf(':') + 1);
  if (/\s/.test(secret) || isOpen(secret) || isPlace(secret)) return;
  if (!isSigned(secret) && !isFullyMixed(secret) && !isChosen(secret) && !looksRandom(secret)) return;
  const at = text.lastIndexOf(secret, start);
  addHit(scan, at, at + secret.length, 'printed', 'PASSWORD', RANK.context);
  const encoded = matchAt(ENCODED_BEHIND, text, end)?.[1];
  if (encoded && decodes(encoded, word))
    addHit(
      scan,
      ENCODED_BEHIND.lastIndex - encoded.length,
      ENCODED_BEHIND.lastIndex,
      'printed',
      'PASSWORD',
      RANK.context,
    );
}

function decodes(encoded: string, word: string): boolean {
  try {
    return atob(encoded).trimEnd() === word;
  } catch {
    return false; // not base64 after all
  }
}

/** What commands print that are asked for a secret, and what files of their own keep. */
export const PRINTED_DETECTORS: readonly Detector[] = [
  detector(
    'start',
    'pass show |find-generic-password|find-internet-password|op read |bw get password|secret-tool lookup|wg genkey|wg genpsk|pwgen|openssl rand|print-access-token|print-identity-token|gh auth token|glab auth token|kubectl create token|heroku auth:token|vault read -field|vault kv get -field|get-login-password|initial-password|mkpasswd|authtoken create|gpg --gen-random|kubectl get secret|stellar keys show|soroban keys show',
    readPrinted,
  ),
  detector('start', 'auth plain |auth login |authenticate plain ', readEncodedLogin),
  detector('start', '334 ugfzc3dvcmq6', readPrinted),
  detector('none', ['| base64', '|base64'], readPiped),
  detector('none', '::add-mask::', readMask),
  detector('start', 'random_password|random_string', readDrawn),
];
