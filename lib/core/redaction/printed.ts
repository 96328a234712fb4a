import { looksRandom } from './randomness.ts';
import { addHit, type Detector, RANK, type Scan } from './scan.ts';
import { isPlace, isStandIn, isTemplate } from './values.ts';

/** The rest of the command, then a line that is one word. */
const NEXT_LINE = /[^\n]{0,240}\r?\n[ \t>]{0,4}([^\s"'`$<>#|][^\s"'`]{7,511})[ \t]{0,4}(?=\r?\n|$)/y;

/** `$ pass show mail`, then what it prints. */
function readPrinted(scan: Scan, end: number): void {
  NEXT_LINE.lastIndex = end;
  const value = NEXT_LINE.exec(scan.text)?.[1];
  if (!value || isTemplate(value) || isStandIn(value) || isPlace(value) || /:$|^\[|^\{|^-/.test(value)) return;
  if (!/\d/.test(value) && !looksRandom(value)) return;
  const start = scan.text.indexOf(value, end + scan.text.slice(end, NEXT_LINE.lastIndex).indexOf('\n'));
  addHit(scan, start, start + value.length, 'printed', 'PASSWORD', RANK.context);
}

const REST = /([^\s"'`]{4,512})/y;

/** `::add-mask::…` tells a runner what to hide from then on. */
function readMask(scan: Scan, end: number): void {
  REST.lastIndex = end;
  const value = REST.exec(scan.text)?.[1];
  if (value && !isTemplate(value) && !isStandIn(value))
    addHit(scan, end, end + value.length, 'add-mask', 'SECRET', RANK.structure);
}

const ENCODED_LOGIN = /([A-Za-z0-9+/]{8,512}={0,2})(?=[\s"']|$)/y;

/** `AUTH PLAIN …`: user and password of a mail server, encoded. */
function readEncodedLogin(scan: Scan, end: number): void {
  ENCODED_LOGIN.lastIndex = end;
  const value = ENCODED_LOGIN.exec(scan.text)?.[1];
  if (value && /\d|=$|[a-z][A-Z]/.test(value))
    addHit(scan, end, end + value.length, 'smtp-login', 'PASSWORD', RANK.structure);
}

const RESULT =
  /[\s\S]{0,600}?\\{0,7}"(?:result|bcrypt_hash|b64_std|hex)\\{0,7}":\s{0,4}\\{0,7}"([^"\\\n]{6,256})\\{0,7}"/y;

/** The state of Terraform holds what it drew. */
function readDrawn(scan: Scan, end: number): void {
  RESULT.lastIndex = end;
  const match = RESULT.exec(scan.text);
  const value = match?.[1];
  if (!match || !value || isTemplate(value) || isStandIn(value)) return;
  const start = end + match[0].lastIndexOf(value);
  addHit(scan, start, start + value.length, 'terraform-state', 'PASSWORD', RANK.context);
}

/** What commands print that are asked for a secret, and what files of their own keep. */
export const PRINTED_DETECTORS: readonly Detector[] = [
  {
    keywords: [
      'pass show ',
      'find-generic-password',
      'find-internet-password',
      'op read ',
      'bw get password',
      'secret-tool lookup',
      'wg genkey',
      'wg genpsk',
      'pwgen',
      'openssl rand',
      'print-access-token',
      'print-identity-token',
      'gh auth token',
      'glab auth token',
      'kubectl create token',
      'heroku auth:token',
      'vault read -field',
      'vault kv get -field',
      'get-login-password',
      'initial-password',
      'mkpasswd',
      'authtoken create',
      'gpg --gen-random',
      'kubectl get secret',
      'stellar keys show',
      'soroban keys show',
    ],
    boundary: 'start',
    detect: (scan, _start, end) => readPrinted(scan, end),
  },
  {
    keywords: ['auth plain ', 'auth login ', 'authenticate plain '],
    boundary: 'start',
    detect: (scan, _start, end) => readEncodedLogin(scan, end),
  },
  { keywords: ['334 ugfzc3dvcmq6'], boundary: 'start', detect: (scan, _start, end) => readPrinted(scan, end) },
  { keywords: ['::add-mask::'], boundary: 'none', detect: (scan, _start, end) => readMask(scan, end) },
  {
    keywords: ['random_password', 'random_string'],
    boundary: 'start',
    detect: (scan, _start, end) => readDrawn(scan, end),
  },
];
