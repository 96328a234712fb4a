import { expect, test } from 'vitest';
import type { EpisodeView, FindingPlace, TextMark } from '../../workers/protocol.ts';
import { createFindingWalk } from './finding-walk.ts';

const finding = (value: string, start: number, standing: TextMark['standing'] = 'open'): FindingPlace => ({
  episodeId: 'e1',
  block: 0,
  message: 0,
  part: 'content',
  mark: { start, end: start + 1, type: 'EMAIL', rule: 'mail', value, standing },
  text: 'a',
});
const viewOf = (...findings: readonly FindingPlace[]): EpisodeView =>
  ({ row: { id: 'e1' }, findings }) as unknown as EpisodeView;

const FINDINGS = [finding('a', 0), finding('b', 2), finding('c', 4), finding('a', 6), finding('d', 8, 'accepted')];
const VIEW = viewOf(...FINDINGS);

test('moving goes round, and starts at either end', () => {
  const walk = createFindingWalk();
  walk.move(VIEW, -1);
  expect(walk.at(VIEW)).toBe(4);
  walk.move(VIEW, 1);
  expect(walk.at(VIEW)).toBe(0);
  walk.move(viewOf(), 1);
  expect(walk.at(VIEW)).toBe(0);
});

test('a decision leads to the next open finding, past the last one to the first, and closes when none is open', () => {
  const walk = createFindingWalk();
  const isOpen = ({ mark }: FindingPlace) => mark.standing === 'open' && mark.value !== 'a';
  walk.look(VIEW, 0);
  walk.goOn(VIEW, isOpen);
  expect(walk.at(VIEW)).toBe(1);
  walk.look(VIEW, 2);
  walk.goOn(VIEW, isOpen);
  expect(walk.at(VIEW)).toBe(1);
  walk.goOn(VIEW, () => false);
  expect(walk.at(VIEW)).toBe(-1);
});

test('a finding stays looked at when others go from the list, and hands over when it goes itself', () => {
  const walk = createFindingWalk();
  const [a, b, c, d] = FINDINGS as [FindingPlace, FindingPlace, FindingPlace, FindingPlace];
  walk.look(VIEW, 2);
  expect(walk.at(viewOf(c, d))).toBe(0);
  expect(walk.at(viewOf(a, b, d))).toBe(2);
  expect(walk.at(viewOf(a, b))).toBe(1);
  expect(walk.at(viewOf())).toBe(-1);
});

test('another episode has no finding looked at', () => {
  const walk = createFindingWalk();
  walk.look(VIEW, 1);
  expect(walk.at({ ...VIEW, row: { ...VIEW.row, id: 'e2' } })).toBe(-1);
});
