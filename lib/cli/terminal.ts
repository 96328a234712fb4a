import type { Progress } from '../core/types.ts';

/** One line of progress, renewed this often at most; milliseconds. */
const RENEW = 200;

/** Drives a job to its end and tells on standard error how far it is; standard output stays the result's own. */
export async function follow<T>(job: AsyncGenerator<Progress, T>): Promise<T> {
  const live = process.stderr.isTTY === true;
  let stage = '';
  let last = 0;
  for (;;) {
    const { value, done } = await job.next();
    if (done) {
      if (live && stage !== '') process.stderr.write('\r\x1b[2K');
      return value;
    }
    const now = performance.now();
    if (value.stage === stage && (!live || now - last < RENEW)) continue;
    process.stderr.write(live ? `\r\x1b[2K${describe(value)}` : `${value.stage} …\n`);
    stage = value.stage;
    last = now;
  }
}

const MEGABYTE = 1e6;

function describe({ stage, done, total, unit }: Progress): string {
  const scale = (amount: number) => (unit === 'bytes' ? (amount / MEGABYTE).toFixed(1) : String(amount));
  const name = unit === 'bytes' ? 'MB' : unit;
  return total > 0 ? `${stage}: ${scale(done)} of ${scale(total)} ${name}` : `${stage}: ${scale(done)} ${name}`;
}

/** Waits for the reader on the other side, however slow; order is kept. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** Characters held before the reader is waited for. */
const MOST_HELD = 256 * 1024;

/** Prints lines in order: those that come at once are written together, and none waits for the next to come. */
export function createLinePrinter() {
  let held: string[] = [];
  let size = 0;
  const flush = (): Promise<void> => {
    if (held.length === 0) return Promise.resolve();
    const lines = held.join('\n');
    held = [];
    size = 0;
    return print(lines);
  };
  return {
    line: async (text: string): Promise<void> => {
      if (held.length === 0) setImmediate(() => void flush().catch(() => undefined)); // who waits for the end is told
      held.push(text);
      size += text.length;
      if (size >= MOST_HELD) await flush();
    },
    flush,
  };
}

export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Paths come from others: nothing in one may steer the terminal. */
export const printable = (path: string): string => path.replace(/[\p{Cc}\p{Cf}]/gu, '�');
