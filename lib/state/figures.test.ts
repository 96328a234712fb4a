import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatShare, plural, sayCode } from './figures.ts';

test('bytes keep one figure after the point only below ten', () => {
  expect([0, 1, 999, 1000, 2_400_000, 48_200_000, 999_600, 1.2e9].map(formatBytes)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '2.4 MB',
    '48 MB',
    '1 MB',
    '1.2 GB',
  ]);
});

test('durations stay short', () => {
  expect([0.2, 1, 89, 91, 7200].map(formatDuration)).toEqual(['less than a second', '1 s', '89 s', '2 min', '2 h']);
});

test('counts, shares and codes are words', () => {
  expect(plural(1, 'file')).toBe('1 file');
  expect(plural(1200, 'entry', 'entries')).toBe('1,200 entries');
  expect(formatShare(0.125)).toBe('12.5 %');
  expect(sayCode('no_assistant-turn')).toBe('no assistant turn');
});
