import { describe, expect, test } from 'vitest';
import { createRandom } from '../text/random.ts';
import { BINS, createSketcher, equalBins, leastEqualBins, SKETCH_WORDS, similarityOf } from './sketch.ts';

const sketcher = createSketcher();

function sketch(text: string): Uint32Array {
  const out = new Uint32Array(SKETCH_WORDS);
  sketcher.add(text);
  sketcher.finish(out);
  return out;
}

const similarity = (a: string, b: string): number => similarityOf(equalBins(sketch(a), 0, sketch(b), 0));

function jaccard(a: readonly string[], b: readonly string[]): number {
  const shingles = (words: readonly string[]) =>
    new Set(Array.from({ length: words.length - 4 }, (_, at) => words.slice(at, at + 5).join(' ')));
  const [left, right] = [shingles(a), shingles(b)];
  const both = [...left].filter((shingle) => right.has(shingle)).length;
  return both / (left.size + right.size - both);
}

describe('sketch', () => {
  test('ignores case, punctuation and spacing', () => {
    expect(similarity('Read the file, then close it.', 'read  the FILE then (close) it!')).toBe(1);
  });

  test('tells short texts apart', () => {
    expect(similarity('one two three four five', 'six seven eight nine ten')).toBeLessThan(0.05);
    expect(similarity('yes', 'no')).toBeLessThan(0.05);
    expect(similarity('yes', 'Yes.')).toBe(1);
  });

  test('shingles scripts without spaces by character', () => {
    const text = '请把今天的会议记录整理成一份简短的摘要并发送给团队成员';
    expect(similarity(text, text.replace('简短', '详细'))).toBeGreaterThan(0.4);
    expect(similarity(text, '服务器昨晚重启之后数据库连接一直失败请检查日志并修复')).toBeLessThan(0.05);
  });

  test('says of a text without words that it has no shingles', () => {
    sketcher.add(' … !? ');
    expect(sketcher.finish(new Uint32Array(SKETCH_WORDS))).toBe(0);
  });

  test('starts anew after each text', () => {
    const first = sketch('alpha beta gamma delta epsilon zeta');
    sketch('something else entirely, and longer than that');
    expect(sketch('alpha beta gamma delta epsilon zeta')).toEqual(first);
  });

  test.each([12, 60, 400, 3000])('estimates the Jaccard similarity of texts of %i words', (length) => {
    const random = createRandom(7, `sketch/${length}`);
    const word = () => `w${random.below(50_000)}`;
    let squares = 0;
    const trials = 60;
    for (let trial = 0; trial < trials; trial++) {
      const base = Array.from({ length }, word);
      const changed = base.map((item) => (random.next() < trial / trials / 6 ? word() : item));
      const error = similarity(base.join(' '), changed.join(' ')) - jaccard(base, changed);
      squares += error ** 2;
    }
    expect(Math.sqrt(squares / trials)).toBeLessThan(0.035);
  });

  test('asks for all bins at threshold 1, and for fewer below', () => {
    expect(leastEqualBins(1)).toBe(BINS);
    expect(similarityOf(leastEqualBins(0.8))).toBeGreaterThan(0.73);
    expect(similarityOf(leastEqualBins(0.8))).toBeLessThan(0.8);
  });
});
