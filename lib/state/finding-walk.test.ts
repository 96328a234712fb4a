import { expect, test } from 'vitest';
import type { EpisodeView, FindingPlace, TextMark } from '../../workers/protocol.ts';
import { createFindingWalk, messageIn } from './finding-walk.ts';

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

test('a message without a finding is looked at as a whole, and moving goes on from there', () => {
  const at = (message: number) => ({ ...finding('a', 0), message });
  const view = viewOf(at(1), at(3), at(7));
  const walk = createFindingWalk();
  for (const [message, behind, before] of [
    [5, 2, 1],
    [8, 0, 2],
    [0, 0, 2],
  ] as const) {
    walk.lookAtMessage(view, message);
    expect([walk.at(view), messageIn(view, walk.store.getState())]).toEqual([-1, message]);
    walk.move(view, 1);
    expect([walk.at(view), messageIn(view, walk.store.getState())]).toEqual([behind, -1]);
    walk.lookAtMessage(view, message);
    walk.move(view, -1);
    expect(walk.at(view)).toBe(before);
  }
});

test('a finding can be gone back to before its episode is open', () => {
  const walk = createFindingWalk();
  walk.goBackTo(finding('c', 4));
  expect(walk.at(VIEW)).toBe(2);
  walk.goBackTo({ ...finding('c', 4), episodeId: 'e2' });
  expect(walk.at(VIEW)).toBe(-1);
});
