import { expect, test } from 'vitest';
import type { EpisodeView, FindingPlace, TextMark } from '../../workers/protocol.ts';
import { createFindingWalk } from './finding-walk.ts';

const finding = (value: string, standing: TextMark['standing'] = 'open'): FindingPlace => ({
  episodeId: 'e1',
  block: 0,
  message: 0,
  part: 'content',
  mark: { start: 0, end: 1, type: 'EMAIL', rule: 'mail', value, standing },
  text: 'a',
});
const viewOf = (...findings: readonly FindingPlace[]): EpisodeView =>
  ({ row: { id: 'e1' }, findings }) as unknown as EpisodeView;

const VIEW = viewOf(finding('a'), finding('b'), finding('c'), finding('a'), finding('d', 'accepted'));

test('moving goes round, and starts at either end', () => {
  const walk = createFindingWalk();
  walk.move(VIEW, -1);
  expect(walk.at(VIEW)).toBe(4);
  walk.move(VIEW, 1);
  expect(walk.at(VIEW)).toBe(0);
  walk.move(viewOf(), 1);
  expect(walk.at(VIEW)).toBe(0);
});

test('a decision leads to the next open finding of another value, and past the last one closes', () => {
  const walk = createFindingWalk();
  walk.look(VIEW, 0);
  walk.goOn(VIEW);
  expect(walk.at(VIEW)).toBe(1);
  walk.look(VIEW, 2);
  walk.goOn(VIEW);
  expect(walk.at(VIEW)).toBe(3);
  walk.goOn(VIEW);
  expect(walk.at(VIEW)).toBe(-1);
});

test('another episode has no finding looked at', () => {
  const walk = createFindingWalk();
  walk.look(VIEW, 1);
  expect(walk.at({ ...VIEW, row: { ...VIEW.row, id: 'e2' } })).toBe(-1);
});
