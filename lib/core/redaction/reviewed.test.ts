import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE, type FindingDecision, type RedactionChoice } from '../recipe.ts';
import { createFoundValues, createPropagator, propagateEpisode, redactEpisode } from '../stages/redact.ts';
import { createHashes } from '../text/hash.ts';
import type { Episode } from '../types.ts';
import { markOf } from './marks.ts';
import { createReviewedRedactor } from './reviewed.ts';

const MAIL = 'dana.whitfield@post.example';
const hashes = await createHashes();
const MARK = markOf(hashes, '42', MAIL);

const reviewed = (change: Partial<RedactionChoice>, seed = 42) =>
  createReviewedRedactor({ redaction: { ...DEFAULT_RECIPE.redaction, ...change }, seed });
const everywhere = (value: string): FindingDecision => ({ type: 'EMAIL', value, episodeId: '', message: -1 });
const only = (episodeId: string, message: number): FindingDecision => ({
  type: 'EMAIL',
  value: MARK,
  episodeId,
  message,
});

const found = async (change: Partial<RedactionChoice>, text: string, seed?: number) =>
  (await reviewed(change, seed)).find(text, []).map(({ start, end, type }) => [type, text.slice(start, end)]);

const episode = (id: string, ...texts: readonly string[]): Episode => ({
  id,
  origin: 'real',
  harness: '',
  sessionId: id,
  groupKey: id,
  kind: 'task',
  title: '',
  outcome: 'unknown',
  tags: [],
  tools: [],
  damage: {},
  provenance: { path: '', line: 0, parser: '' },
  messages: texts.map((text) => ({ role: 'user', content: [{ type: 'text', text }], weight: 0 })),
});
const textsOf = ({ messages }: Episode) =>
  messages.map(({ content }) => content.map((part) => 'text' in part && part.text).join());

describe('a value left by its mark', () => {
  test('is no finding any more, and others still are', async () => {
    const text = `write to ${MAIL} and to lee.hart@post.example`;
    expect(await found({ rejected: [everywhere(MARK)] }, text)).toEqual([['EMAIL', 'lee.hart@post.example']]);
  });

  test('stays left when the seed changes', async () => {
    expect(await found({ rejected: [everywhere(MARK)] }, `write to ${MAIL}`, 7)).toEqual([]);
  });

  test('is replaced all the same where the person typed it as a word of their own', async () => {
    const spans = await found({ rejected: [everywhere(MARK)], words: [MAIL] }, `write to ${MAIL}`);
    expect(spans).toEqual([['PRIVATE', MAIL]]);
  });

  test('gives way to a narrower word of the person inside it', async () => {
    const spans = await found({ rejected: [everywhere(MARK)], words: ['whitfield'] }, `write to ${MAIL}`);
    expect(spans).toEqual([['PRIVATE', 'whitfield']]);
  });

  test('in one message only is replaced in every other, by both passes', async () => {
    const redactor = await reviewed({ rejected: [only('one', 1)] });
    const text = `write to ${MAIL} today`;
    const first = redactEpisode(episode('one', text, text), redactor);
    expect(textsOf(first.episode)).toEqual(['write to <EMAIL_1> today', text]);
    const values = createFoundValues();
    values.add(first.values);
    const second = propagateEpisode(first.episode, createPropagator(values), redactor);
    expect(textsOf(second.episode)).toEqual(['write to <EMAIL_1> today', text]);
    expect(textsOf(redactEpisode(episode('two', text, text), redactor).episode)).toEqual([
      'write to <EMAIL_1> today',
      'write to <EMAIL_1> today',
    ]);
  });

  test('in one message only is no finding of the scan of written bytes', async () => {
    const { written } = await reviewed({ rejected: [only('one', 1)] });
    expect(written.find(`write to ${MAIL}`, [])).toEqual([]);
  });
});

test('what was agreed with and what was left are told apart', async () => {
  const redactor = await reviewed({
    rejected: [only('one', 1)],
    accepted: [{ type: 'PHONE', value: '', episodeId: '', message: -1 }, only('one', 2)],
  });
  const at = (message: number) => redactor.standing({ type: 'EMAIL', value: MAIL, episodeId: 'one', message });
  expect([at(0), at(1), at(2)]).toEqual(['open', 'left', 'accepted']);
  expect(redactor.standing({ type: 'PHONE', value: '1', episodeId: 'x', message: 0 })).toBe('accepted');
});

test('decisions of a strange shape are passed over', async () => {
  const strange = [null, 'x', { value: 3 }] as unknown as readonly FindingDecision[];
  expect(await found({ rejected: strange, accepted: strange }, `write to ${MAIL}`)).toEqual([['EMAIL', MAIL]]);
});
