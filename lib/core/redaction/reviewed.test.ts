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
  createReviewedRedactor({ redaction: { ...DEFAULT_RECIPE.redaction, ...change }, seed, key: '' });
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

describe('keyed placeholders', () => {
  const keyed = (key: string) =>
    createReviewedRedactor({ redaction: { ...DEFAULT_RECIPE.redaction, placeholders: 'keyed' }, seed: 1, key });
  const textOf = ({ messages }: Episode) => JSON.stringify(messages);

  test('name a value alike in every episode, in every spelling, and otherwise under another key', async () => {
    const redactor = await keyed('a key of mine');
    const one = textOf(redactEpisode(episode('e1', `write to ${MAIL}`), redactor).episode);
    const two = textOf(
      redactEpisode(episode('e2', `mail of ops@corp.example, then ${MAIL.toUpperCase()}`), redactor).episode,
    );
    const name = /<EMAIL_[0-9a-f]{12}>/.exec(one)?.[0] as string;
    expect(two).toContain(name);
    const other = redactEpisode(episode('e1', `write to ${MAIL}`), await keyed('another key'));
    expect(textOf(other.episode)).not.toContain(name);
  });

  test('are left alone by a second look, and name what is found elsewhere as well', async () => {
    const redactor = await keyed('a key of mine');
    const first = redactEpisode(
      episode('e1', `the password is ${['Tr0ub', '4dor', '-9'].join('')}, mail ${MAIL}`),
      redactor,
    );
    expect(redactEpisode(first.episode, redactor).episode).toBe(first.episode);
    const values = createFoundValues();
    values.add(first.values);
    const spread = propagateEpisode(
      episode('e2', `again ${['Tr0ub', '4dor', '-9'].join('')}`),
      createPropagator(values),
      redactor,
    );
    const name = /<PASSWORD_[0-9a-f]{12}>/.exec(textOf(first.episode))?.[0] as string;
    expect(textOf(spread.episode)).toContain(name);
  });
});
