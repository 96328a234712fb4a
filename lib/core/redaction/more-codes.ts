import { hasDigitSoon } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, RANK, type Scan } from './scan.ts';

const NEXT_CODE =
  /["'`]?[ \t]{0,4}(?:,?[ \t](?:and|or|und|oder|et|ou|y|e|og|och|en|i|oraz|и)[ \t]|[,;/|\n \t])[ \t]{0,4}(?:[-*][ \t])?["'`]?([A-Za-z0-9]{3,12}(?:-[A-Za-z0-9]{3,12}|[ ]\d{4}(?!\d)){0,3})(?![\w-])/y;
const formOf = (code: string): string => code.replace(/[A-Za-z\d]/g, 'x');

/** `backup codes: a, b, c`: more of the same form. */
export function readMore(scan: Scan, from: number, first: string): void {
  NEXT_CODE.lastIndex = from;
  for (let count = 0; count < 32; count++) {
    const code = NEXT_CODE.exec(scan.text)?.[1];
    if (code === undefined || formOf(code) !== formOf(first) || !/\d/.test(code)) return;
    addHit(scan, NEXT_CODE.lastIndex - code.length, NEXT_CODE.lastIndex, 'prose', 'CODE', RANK.context);
  }
}

/** `123 456`, `1234 5678`: units of the second group and the sign before it. Three digits alone are no code. */
export function moreOfCode(text: string, end: number, word: string): number | undefined {
  const group = /^\d{3}$/.test(word) ? /^[ -]\d{3}\b/ : /^\d{4}$/.test(word) ? /^[ -]\d{4}\b/ : null;
  const more = group?.exec(text.slice(end, end + 6))?.[0].length;
  return more ?? (word.length === 3 ? undefined : 0);
}

/** What a code opens or proves, where its word is said of programs and posts as well. */
const OPENS =
  /v[ée]rif|valid|conf[ie]rm|s[eéi][cg]ur|acc?[eè]s|secret|sms|[2m]fa|door|gate|safe|alarm|lock|vault|garage|deur|entr[ée]|po[or]rt|port[aeã]|tresor|puert|cancel/i;
const YOURS = /\b(?:your|ihr|dein|votre|ton|tu|su|seu|teu|tuo|uw|je) (?:one-time )?$/i;
const FAILS =
  /err|stat|exit|po(?:st|cz|s )|почт|prod|http|line|fe[hl]l|hata|błęd|kesal|ошиб|ответ|エラー|错误|خطأ| in $/i;
const SAYS =
  /[^\n\d.!?;]{0,48}?(?<![\w.,#-])(\d{3}[ -]\d{3}|[A-Z]?-?\d{4,8}[A-Z]?|\d{2,4}[A-Z]\d{1,3}|\d{1,2}(?:-\d{1,2}){2,4})(?![\w%]|[.,:/-]\d| (?:lines|bytes|files|ms|chars|tokens)\b)/y;

/** `el código de la puerta es 2580`, `the code for the gate is C2931`, and the next one of the sentence. */
export function readCode(scan: Scan, start: number, end: number): boolean {
  const { text } = scan;
  if (!hasDigitSoon(text, end, 52)) return false;
  const before = textBefore(text, start, 16);
  let at = end;
  for (let match = matchAt(SAYS, text, at); match; match = matchAt(SAYS, text, at)) {
    const code = match[1] as string;
    const last = at + match[0].length;
    const said = (at === end ? before : '') + text.slice(at === end ? start : at, last - code.length);
    const mayFail = at > end || /c/i.test(text.charAt(start));
    if (FAILS.test(said) || (mayFail && !OPENS.test(said) && !(code.length > 5 && YOURS.test(before)))) break;
    addHit(scan, last - code.length, last, 'prose', 'CODE', RANK.context);
    if (at === end) readMore(scan, last, code);
    at = last;
  }
  return at > end;
}
