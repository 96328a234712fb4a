import { matchAt } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isOpen, isPlace } from './values.ts';

/** The rest of the command, then a line that is one word. */
const NEXT_LINE = /[^\n]{0,240}\r?\n(?:[ \t<>]|C: ){0,4}([^\s"'`$<>#|][^\s"'`]{7,511})[ \t]{0,4}(?=\r?\n|$)/y;

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

/** What commands print that are asked for a secret, and what files of their own keep. */
export const PRINTED_DETECTORS: readonly Detector[] = [
  detector(
    'start',
    'pass show |find-generic-password|find-internet-password|op read |bw get password|secret-tool lookup|wg genkey|wg genpsk|pwgen|openssl rand|print-access-token|print-identity-token|gh auth token|glab auth token|kubectl create token|heroku auth:token|vault read -field|vault kv get -field|get-login-password|initial-password|mkpasswd|authtoken create|gpg --gen-random|kubectl get secret|get secrets/|get secret/|base64decode|stellar keys show|soroban keys show',
    readPrinted,
  ),
  detector('start', 'auth plain |auth login |authenticate plain ', readEncodedLogin),
  detector('start', '334 ugfzc3dvcmq6', readPrinted),
  detector('none', '::add-mask::', readMask),
  detector('start', 'random_password|random_string', readDrawn),
];
