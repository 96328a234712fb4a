import type { Clock } from '../clock.ts';
import { failed, printed, program } from './command.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** `date` of the world's clock, in UTC. Knows `+FORMAT` with the usual letters; the rest it refuses. */
export const dateCommand = (clock: Clock) =>
  program('date', async (args) => {
    const options = args.filter((arg) => arg !== '-u' && arg !== '--utc');
    const format = options.find((arg) => arg.startsWith('+'));
    if (options.some((arg) => arg !== format)) return failed(`date: invalid argument '${options[0]}'\n`, 1);
    const at = new Date(clock.now());
    if (!format) return printed(`${render(at, '%a %b %e %H:%M:%S UTC %Y')}\n`);
    return printed(`${render(at, format.slice(1))}\n`);
  });

function render(at: Date, format: string): string {
  const letters: Readonly<Record<string, string>> = {
    Y: String(at.getUTCFullYear()),
    m: two(at.getUTCMonth() + 1),
    d: two(at.getUTCDate()),
    e: String(at.getUTCDate()).padStart(2, ' '),
    H: two(at.getUTCHours()),
    M: two(at.getUTCMinutes()),
    S: two(at.getUTCSeconds()),
    a: DAYS[at.getUTCDay()] ?? '',
    b: MONTHS[at.getUTCMonth()] ?? '',
    u: String(at.getUTCDay() || 7),
    s: String(Math.floor(at.getTime() / 1000)),
    Z: 'UTC',
    F: at.toISOString().slice(0, 10),
    T: at.toISOString().slice(11, 19),
  };
  return format.replace(/%([a-zA-Z])/g, (whole, letter: string) => letters[letter] ?? whole);
}
