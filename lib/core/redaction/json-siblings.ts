import type { Literal } from './json-strings.ts';

const LOGIN =
  /(?:log_?in|sign_?in|logon|authenticate|authorize|unlock_?account|walletpassphrase|(?:^|[._/])(?:auth|unlock))$/i;
const ARGUMENTS = /^(?:params|args|arguments)$/;
/** What Terraform draws for itself. */
const DRAWN = /^random_(?:password|string)$/;
const RESULT = /^(?:result|bcrypt_hash)$/;

/**
 * What another field of the object says a literal is: the last argument of `{"method": "login", "params": ["kim", …]}`
 * and the result of a password that Terraform drew. They get the key that they deserve.
 */
export function renameBySibling(text: string, literals: Literal[], from: number, depth: number): void {
  for (let at = from; at < literals.length; at++) {
    const { kind, path, start, end } = literals[at] as Literal;
    if (kind !== 'string' || path.length !== depth + 1 || end - start > 64) continue;
    const key = path[depth];
    if (key === 'method' && LOGIN.test(text.slice(start, end)))
      renameLast(literals, from, depth, text.slice(start, end));
    else if (key === 'type' && DRAWN.test(text.slice(start, end))) {
      for (let i = from; i < literals.length; i++) {
        const literal = literals[i] as Literal;
        if (literal.kind === 'string' && RESULT.test(literal.path.at(-1) ?? '')) literals[i] = named(literal);
      }
    }
  }
}

function renameLast(literals: Literal[], from: number, depth: number, method: string): void {
  const own: number[] = [];
  for (let i = from; i < literals.length; i++) {
    const { kind, path } = literals[i] as Literal;
    if (kind === 'string' && path.length > depth && path.length <= depth + 2 && ARGUMENTS.test(path[depth] as string))
      own.push(i);
  }
  const last = own.at(-1);
  if (last === undefined || own.length < (/auth$|phrase$|unlock$/i.test(method) ? 1 : 2)) return;
  literals[last] = named(literals[last] as Literal);
}

const named = (literal: Literal): Literal => ({ ...literal, path: [...literal.path, 'password'] });
