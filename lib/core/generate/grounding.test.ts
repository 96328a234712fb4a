import { describe, expect, test } from 'vitest';
import { ungrounded } from './grounding.ts';

describe('what an answer states', () => {
  test('is found in what was observed', () => {
    expect(ungrounded('`north` has 42 units, see data/a.csv.', ['42 north', 'wc data/a.csv'])).toEqual([]);
  });

  test('a figure that is only part of a larger one was not observed', () => {
    expect(ungrounded('There are 42.', ['1428 lines'])).toEqual(['42']);
  });

  test('an invented name, path, host or address is named', () => {
    expect(ungrounded('`south`, data/b.csv, a.example.com and x@mail.example.org', ['nothing of the kind'])).toEqual([
      'south',
      'data/b.csv',
      'a.example.com',
      'x@mail.example.org',
    ]);
  });

  test('the numbers of a list are not figures', () => {
    expect(ungrounded('1. first\n2. second', ['first', 'second'])).toEqual([]);
  });

  test('a time and a version count as one figure', () => {
    expect(ungrounded('at 12:30 with 1.2.3', ['12:30 1.2.3'])).toEqual([]);
    expect(ungrounded('at 12:31', ['12:30 31'])).toEqual(['12:31']);
  });
});
