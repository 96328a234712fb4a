import { expect, test } from 'vitest';
import type { FindingPlace } from '../../workers/protocol.ts';
import { DEFAULT_RECIPE, type Recipe } from '../core/recipe.ts';
import type { Edit } from './recipe-edits.ts';
import {
  agreeWithFinding,
  hideName,
  isDecided,
  leaveFinding,
  leaveNames,
  reshapeFinding,
  standingNow,
  takeBackFinding,
  undecideName,
} from './redaction-edits.ts';

const FOUND = { type: 'EMAIL', value: '42.abc', episodeId: 'one', message: 3 };
const NAME = { type: 'PERSON', text: 'Odile', mark: '42.def' };
const after = (...edits: readonly Edit[]) =>
  edits.reduce((recipe: Recipe, edit) => edit.apply(recipe), DEFAULT_RECIPE).redaction;

test('a finding is left in one message, as a value or as a type', () => {
  expect(after(leaveFinding(FOUND, 'here')).rejected).toEqual([FOUND]);
  expect(after(leaveFinding(FOUND, 'value')).rejected).toEqual([{ ...FOUND, episodeId: '', message: -1 }]);
  expect(after(leaveFinding(FOUND, 'type'))).toMatchObject({ rejected: [], off: ['EMAIL'] });
});

test('the newest word about a finding is the one that counts', () => {
  const agreed = after(leaveFinding(FOUND, 'here'), leaveFinding(FOUND, 'value'), agreeWithFinding(FOUND, 'here'));
  expect(agreed).toMatchObject({ rejected: [], accepted: [FOUND] });
  expect(after(agreeWithFinding(FOUND, 'value'), leaveFinding(FOUND, 'here'))).toMatchObject({
    rejected: [FOUND],
    accepted: [],
  });
});

test('taking back leaves nothing behind', () => {
  const edits = [agreeWithFinding(FOUND, 'type'), leaveFinding(FOUND, 'here'), takeBackFinding(FOUND)];
  expect(after(...edits)).toEqual(DEFAULT_RECIPE.redaction);
  expect(after(hideName(NAME), leaveNames([NAME]), undecideName(NAME))).toEqual(DEFAULT_RECIPE.redaction);
});

test('a wider stretch is one more word, a narrower one takes the place of the finding', () => {
  expect(after(reshapeFinding(FOUND, 'b', 'abc'))).toMatchObject({ words: ['abc'], rejected: [] });
  expect(after(reshapeFinding(FOUND, 'abc', 'b'))).toMatchObject({ words: ['b'], rejected: [{ value: '42.abc' }] });
});

test('no name of a change tells the value', () => {
  const edits = [hideName(NAME), leaveNames([NAME]), undecideName(NAME), reshapeFinding(FOUND, 'secret', 'secrets')];
  for (const { label } of edits) expect(label).not.toMatch(/Odile|secret/);
});

test('what a decision reaches counts as decided before the page has heard of it', () => {
  const place = {
    ...FOUND,
    part: '',
    block: 0,
    text: '',
    mark: { ...FOUND, start: 0, end: 1, rule: '', standing: 'open' },
  };
  const next = { ...place, message: 4 } as FindingPlace;
  const decided = (edit: Edit) => [place as FindingPlace, next].map((one) => isDecided(one, after(edit)));
  for (const make of [agreeWithFinding, leaveFinding]) {
    expect(decided(make(FOUND, 'here'))).toEqual([true, false]);
    expect(decided(make(FOUND, 'value'))).toEqual([true, true]);
    expect(decided(make({ ...FOUND, value: 'other' }, 'type'))).toEqual([true, true]);
  }
  expect(decided(takeBackFinding(FOUND))).toEqual([false, false]);
  const old = { ...place, mark: { ...place.mark, standing: 'left' } } as FindingPlace;
  expect(standingNow(old, after(takeBackFinding(FOUND)))).toBe('open');
  expect(standingNow(old, after(leaveFinding({ ...FOUND, value: '7.abc' }, 'value')))).toBe('left');
});
