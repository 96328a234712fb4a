import type { Random } from '../../text/random.ts';
import { between } from './draw.ts';

const TRAILS = [
  'Home / Shop / Details',
  'Start > Service > Notes',
  'Skip to content',
  'Menu: News, Goods, Visit us, Contact',
] as const;
const OPENINGS = [
  'This page is kept by two volunteers. If something looks out of date, it probably is; write to us.',
  'Welcome back. Below is what we know today, without any promise for tomorrow.',
  'You have reached the short version. The long one hangs on the wall of our office.',
  'We moved this page in spring. Old links lead here as far as we could find them.',
  'Please note our new opening times in the holidays; the figures below are not affected.',
  'A word before you read on: nothing here replaces a call.',
] as const;
const ASIDES = [
  'Bicycles may be left in the yard behind the gate.',
  'Lost and found is at the counter, second door on the left.',
  'Dogs are welcome on a lead.',
  'We take cash and cards, and no cheques.',
  'The car park has {n} spaces and fills early.',
  'Our newsletter comes {n} times a year.',
  'In winter the side entrance is closed.',
] as const;
const FEET = [
  'Imprint. Privacy. Terms.',
  'Back to top',
  'Last change by the office.',
  'Share this page: mail, print',
] as const;

/** A page as pages are: what was looked for stands among things that nobody asked about. */
export function article(random: Random, title: string, body: readonly string[]): string {
  const asides = random
    .shuffle(ASIDES)
    .slice(0, 1 + random.below(3))
    .map((text) => text.replace('{n}', String(between(random, 4, 90))));
  const [first = '', ...others] = asides;
  return [
    random.pick(TRAILS),
    `# ${title}`,
    random.pick(OPENINGS),
    ...(random.below(2) === 0 ? [first, ...body] : [...body, first]),
    ...others,
    random.pick(FEET),
  ].join('\n\n');
}
