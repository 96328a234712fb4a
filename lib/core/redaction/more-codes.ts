import { addHit, RANK, type Scan } from './scan.ts';

const NEXT_CODE =
  /["'`]?[ \t]{0,4}[,;/|\n][ \t]{0,4}(?:[-*][ \t])?["'`]?([A-Za-z0-9]{3,12}(?:-[A-Za-z0-9]{3,12}){0,3})(?![\w-])/y;
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
