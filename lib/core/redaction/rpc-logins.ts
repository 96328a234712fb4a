import { matchAt } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isPlausible } from './values.ts';

const LOGIN =
  /\\{0,7}["']?\s{0,4}:\s{0,4}\\{0,7}["'][\w./:]{0,40}?(?:log_?in|sign_?in|logon|authenticate|authorize|unlock_?account|walletpassphrase|auth)\\{0,7}["']\s{0,4},[^[\]{}]{0,80}?\\{0,7}["']?(?:params|args)\\{0,7}["']?\s{0,4}:\s{0,4}\[([^[\]]{3,400})\]/iy;
const LITERAL = /\\{0,7}(["'])([^"'\\\n]{1,200})\\{0,7}\1/g;

/** `{"method": "login", "params": ["kim", "…"]}` inside of other text: the last of several arguments. */
function readRpc(scan: Scan, _start: number, end: number): void {
  const list = matchAt(LOGIN, scan.text, end)?.[1];
  if (list === undefined) return;
  const literals = [...list.matchAll(LITERAL)];
  const last = literals.at(-1);
  const body = last?.[2] as string;
  if (!last || literals.length < 2 || !isPlausible(body, 'quoted', true)) return;
  const start = LOGIN.lastIndex - 1 - list.length + last.index + last[0].indexOf(body);
  addHit(scan, start, start + body.length, 'rpc-login', 'PASSWORD', RANK.context);
}

const CALL =
  /\([ \t]{0,4}["'](?:[\w]{1,24}["'],[ \t]{0,4}["'])?(?:login|authenticate)["'],(?:[ \t]{0,4}["']?[\w.@-]{1,64}["']?,){1,3}[ \t]{0,4}(["'])((?:(?!\1)[^\\\n]){4,128})\1[ \t]{0,4}\)/y;

/** `call("common", "login", db, "kim", "…")` */
function readCalled(scan: Scan, _start: number, end: number): void {
  const body = matchAt(CALL, scan.text, end - 1)?.[2];
  if (body === undefined || !isPlausible(body, 'quoted', true)) return;
  const last = scan.text.lastIndexOf(body, CALL.lastIndex);
  addHit(scan, last, last + body.length, 'rpc-login', 'PASSWORD', RANK.context);
}

const TOKEN = /\\{0,7}["']token:([^"'\\\s]{4,128})\\{0,7}["']/y;

/** aria2 takes its secret as a first argument that says so. */
function readToken(scan: Scan, start: number): void {
  const body = matchAt(TOKEN, scan.text, start)?.[1];
  if (body === undefined || !isPlausible(body, 'quoted', true)) return;
  const at = start + scan.text.slice(start, TOKEN.lastIndex).lastIndexOf(body);
  addHit(scan, at, at + body.length, 'rpc-login', 'TOKEN', RANK.context);
}

export const RPC_DETECTORS: readonly Detector[] = [
  detector('start', 'method"|method\\|method\'', (scan, start) => readRpc(scan, start, start + 6)),
  detector('none', 'call(|execute(|rpc(', readCalled),
  detector('none', '"token:|\'token:', readToken),
];
