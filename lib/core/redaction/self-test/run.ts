import type { SelfTestLine, SelfTestReport } from '../../views/review-views.ts';
import { findInText } from '../find-in-json.ts';
import type { Redactor } from '../redactor.ts';
import { type SelfTestCase, selfTestCorpus } from './corpus.ts';

/** What no rule looks for, in words for a person. */
const UNCHECKED = [
  'Names of people, companies, projects and places. Some are offered for review; none is replaced by itself.',
  'Street addresses and dates of birth: offered for review where their wording gives them away.',
  'What a text tells about somebody: health, religion, money, family, plans.',
  'Secrets made of plain words, when nothing beside them says that they are secrets.',
  'Secrets in a format that nobody has described, when they stand alone.',
  'Anything inside pictures, sound, and files that are only mentioned.',
  'Secrets encoded more than twice, encrypted, or split over several messages.',
];

/** Runs the rules over cases made for the purpose. How they do on the person's own files, nobody can know beforehand. */
export function runSelfTest(redactor: Redactor, seed: number): SelfTestReport {
  const { toFind, toSpare } = selfTestCorpus(seed);
  return {
    seed,
    found: lines(toFind, (item) => isCovered(redactor, item)),
    spared: lines(toSpare, (item) => !isTouched(redactor, item)),
    unchecked: UNCHECKED,
  };
}

function lines(cases: readonly SelfTestCase[], isRight: (item: SelfTestCase) => boolean): readonly SelfTestLine[] {
  const kinds = [...new Set(cases.map(({ kind }) => kind))];
  return kinds.map((name) => {
    const own = cases.filter(({ kind }) => kind === name);
    return { name, cases: own.length, right: own.filter(isRight).length };
  });
}

const placeOf = ({ text, value }: SelfTestCase) => {
  const start = text.indexOf(value);
  return { start, end: start + value.length };
};

/** Every character of the value is in a span: half a secret is a secret. */
function isCovered(redactor: Redactor, item: SelfTestCase): boolean {
  const { start, end } = placeOf(item);
  let at = start;
  for (const span of findInText(redactor, item.text)) if (span.start <= at && span.end > at) at = span.end;
  return at >= end;
}

function isTouched(redactor: Redactor, item: SelfTestCase): boolean {
  const { start, end } = placeOf(item);
  return findInText(redactor, item.text).some((span) => span.start < end && start < span.end);
}
