import { matchAt, textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const SEGMENT = /([A-Za-z0-9_.~-]{16,512})(?=[/?#@\s"'`)>&,;\\\]]|$)/y;
const DIGEST = /^[0-9a-f]{32,64}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What opens something for whoever follows the link: it stands behind a word that says so. */
function readLink(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  const token = matchAt(SEGMENT, text, end)?.[1]?.replace(/\.(?:ics|json|html?|xml|php)$/, '');
  if (!token || !/\d/.test(token) || !(looksRandom(token) || DIGEST.test(token) || UUID.test(token))) return;
  if (!/:\/\/[^\s"'`<>]{3,400}$/.test(textBefore(text, end, 420))) return;
  addHit(scan, end, end + token.length, 'url-path', 'TOKEN', RANK.shape);
}

const MARKED = /[?&](?:t|k|tk|tok|u|h|s)=([A-Za-z0-9_.~%-]{32,512})(?=[&#\s"'`)>,;\\]|$)/y;

/** `?t=…`: one letter says nothing; that a machine drew so much of it does. */
function readShort(scan: Scan, start: number): void {
  const token = matchAt(MARKED, scan.text, start)?.[1];
  if (!token || !/[a-z]/.test(token) || !/[A-Z]/.test(token) || !/\d/.test(token) || !looksRandom(token)) return;
  addHit(scan, MARKED.lastIndex - token.length, MARKED.lastIndex, 'url-path', 'TOKEN', RANK.shape);
}

const SESSION = /[?&;](?:amp;)?session_?(?:id|key|token)?=([A-Za-z0-9_.~%:-]{16,512})/iy;

/** `?session_id=…`: whoever has the link is in. */
function readSession(scan: Scan, start: number): void {
  const token = matchAt(SESSION, scan.text, start)?.[1];
  if (token && /\d/.test(token) && (looksRandom(token) || DIGEST.test(token) || UUID.test(token)))
    addHit(scan, SESSION.lastIndex - token.length, SESSION.lastIndex, 'url-session', 'COOKIE', RANK.shape);
}

const SEALED = /([0-9a-f]{32,128})(?![0-9a-f])/iy;

/** `hdnts=exp=…~acl=/*~hmac=…`: the seal of a link that lets in. */
function readSeal(scan: Scan, _start: number, end: number): void {
  const seal = matchAt(SEALED, scan.text, end)?.[1];
  if (seal) addHit(scan, end, end + seal.length, 'url-seal', 'TOKEN', RANK.shape);
}

/** Behind the host, what is called alike for everybody: `v2/`, `ws/`, `eth/`, `inputs/`. */
const NODE =
  /[\w.-]{0,64}(?::\d{2,5})?\/(?:(?!(?:tx|address|block|token|account|transaction|contract|nft|object)s?\/)[a-z]\w{0,9}\/){0,4}(?!0x)/y;

/** `https://….infura.io/v3/…`: services that know their customers by the path alone. */
function readNode(scan: Scan, end: number): void {
  NODE.lastIndex = end;
  if (NODE.test(scan.text)) readLink(scan, end, NODE.lastIndex);
}

export const URL_PATH_DETECTORS: readonly Detector[] = [
  detector('none', '~hmac=', readSeal),
  detector(
    'none',
    '/reset/|/reset-password/|/password-reset/|/reset_password/|/password/|/verify/|/verify-email/|/confirm/|/confirmation/|/confirm-email/|/activate/|/activation/|/invite/|/invites/|/invitation/|/invitations/|/join/|/magic/|/magic-link/|/magic_link/|/login/|/unsubscribe/|/optout/|/token/|/tokens/|/secret/|/private-|/private/|/api/push/|/ping/|hc-ping.com/|/hooks/|/webhook/|/webhooks/|/callback/|/sso/|/auth/|/e/t/|/ics/|/ical/|/feed/|/feeds/|/calendar/',
    readLink,
  ),
  detector(
    'none',
    'mainnet|sepolia|testnet|infura.io|quiknode.pro|getblock.io|rpc.ankr.com|alchemyapi.io|exchangerate-api.com|loggly.com',
    (scan, _start, end) => readNode(scan, end),
  ),
  detector('none', '?session|&session|&amp;session', readSession),
  detector('none', '?t=|&t=|?k=|&k=|?tk=|&tk=|?tok=|&tok=|?u=|?h=|&h=|&s=', readShort),
];
