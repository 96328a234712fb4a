import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from '../redaction/index.ts';
import { redactText } from '../redaction/redact-text.ts';
import type { Episode } from '../types.ts';
import { createFoundValues, createPropagator, propagateEpisode, redactEpisode } from './redact.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);

const githubToken = ['ghp', '_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const password = ['Tr0ub', '4dor', '-and-3'].join('');

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

const episode = (over: Partial<Episode> = {}): Episode =>
  freeze({
    id: 'e1',
    origin: 'real',
    harness: 'openclaw',
    sessionId: 's1',
    groupKey: 's1',
    kind: 'task',
    title: '',
    outcome: 'unknown',
    tags: [],
    messages: [],
    tools: [],
    damage: {},
    provenance: { path: '', line: 0, parser: 'openclaw-session/3' },
    ...over,
  });

describe('redactEpisode', () => {
  const full = episode({
    title: `deploy with ${githubToken}`,
    tags: [`token=${githubToken}`],
    messages: [
      {
        role: 'user',
        content: [{ type: 'text', text: `the password is ${password}, mail dana.whitfield@example.com` }],
        weight: 0,
      },
      {
        role: 'assistant',
        content: [{ type: 'text', text: 'ok' }],
        reasoning: `I saw ${githubToken}`,
        toolCalls: [
          {
            id: 'call_1',
            name: 'exec',
            arguments: {
              env: { PASSWORD: password },
              card: 4111111111111111,
              list: [{ name: 'API_KEY', value: password }],
            },
          },
        ],
        weight: 1,
      },
      {
        role: 'tool',
        name: 'exec',
        toolCallId: 'call_1',
        content: [{ type: 'text', text: `{"token":"${githubToken}"}` }],
        weight: 0,
      },
    ],
    tools: [{ name: 'exec', description: `uses ${githubToken}`, parameters: { default: { API_TOKEN: githubToken } } }],
    provenance: { path: '/home/dana/.openclaw/s.jsonl', line: 1, parser: 'openclaw-session/3' },
  });

  test('leaves no planted value in any string, and the same value has the same placeholder', () => {
    const { episode: out, types } = redactEpisode(full, redactor);
    const written = JSON.stringify(out);
    for (const value of [githubToken, password, 'dana', '4111111111111111']) expect(written).not.toContain(value);
    expect(out.title).toBe('deploy with <TOKEN_1>');
    expect(types.TOKEN).toBe(6);
    expect(out.provenance.path).toBe('/home/<USER_1>/.openclaw/s.jsonl');
    expect(out.messages[2]?.toolCallId).toBe('call_1');
  });

  test('changes nothing the second time', () => {
    const once = redactEpisode(full, redactor).episode;
    expect(redactEpisode(once, redactor).episode).toBe(once);
  });

  test('an episode without findings comes back itself', () => {
    const clean = episode({ title: 'list the files' });
    expect(redactEpisode(clean, redactor).episode).toBe(clean);
  });
});

describe('propagation', () => {
  test('replaces a value elsewhere, encoded too, and keeps numbers apart', () => {
    const first = episode({
      messages: [{ role: 'user', content: [{ type: 'text', text: `the password is ${password}` }], weight: 0 }],
    });
    const second = episode({
      id: 'e2',
      title: `login ${password} failed; ${encodeURIComponent(`x ${password}`)}; ${btoa(`me:${password}!`)}`,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'api_key=<PASSWORD_1>' }], weight: 0 }],
    });
    const values = createFoundValues();
    values.add(redactEpisode(first, redactor).values);
    const propagator = createPropagator(values);
    expect(propagator.mayHit(JSON.stringify(second))).toBe(true);
    expect(propagator.mayHit('{"title":"nothing here"}')).toBe(false);
    const { episode: out } = propagateEpisode(second, propagator);
    expect(out.title).not.toContain(password);
    expect(out.title).toContain('<PASSWORD_2>');
    expect(out.title).not.toContain(btoa(`me:${password}!`));
  });

  test('a value that the episode knows keeps its placeholder', () => {
    const one = episode({
      messages: [
        { role: 'user', content: [{ type: 'text', text: `the password is ${password}` }], weight: 0 },
        { role: 'user', content: [{ type: 'text', text: `then ${password} did not work` }], weight: 0 },
      ],
    });
    const redacted = redactEpisode(one, redactor);
    const values = createFoundValues();
    values.add(redacted.values);
    const { episode: out } = propagateEpisode(redacted.episode, createPropagator(values));
    expect(JSON.stringify(out)).not.toContain(password);
    expect(JSON.stringify(out)).toContain('then <PASSWORD_1> did');
  });
});

test('redacted text is never found again', () => {
  const word = fc.constantFrom(
    'password',
    'is',
    'token:',
    '=',
    ' ',
    '\n',
    '"',
    password,
    githubToken,
    '+1 415 555 0137',
    'x@corp.io',
    '/home/dana/x',
    '10.0.0.8',
    '<API_KEY_1>',
    '{',
    '}',
    ',',
    'https://a:b1c2d3e4@h.io/',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const once = redactText(redactor, words.join(' '));
      const twice = redactText(redactor, once.text);
      expect(twice.text).toBe(once.text);
    }),
    { numRuns: 300 },
  );
});

const fixtures = new URL('../../../../shared/fixtures/openclaw/', import.meta.url);

test.skipIf(!existsSync(fixtures))(
  'no planted value of the session fixtures survives (skipped without the fixtures)',
  () => {
    const planted = Object.values(
      JSON.parse(readFileSync(new URL('planted-secrets.json', fixtures), 'utf8')) as Record<string, string>,
    );
    for (const name of readdirSync(fixtures, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:jsonl|json|txt)$/.test(name) || name.startsWith('planted') || name.includes('public')) continue;
      const text = readFileSync(new URL(name, fixtures), 'utf8');
      const values = createFoundValues();
      const episodes = (name.endsWith('l') ? text.split('\n') : [text]).map((line, at) => {
        const redacted = redactEpisode(episode({ id: `${at}`, title: line }), redactor);
        values.add(redacted.values);
        return redacted.episode;
      });
      const propagator = createPropagator(values);
      const lines = episodes.map((one) => propagateEpisode(one, propagator).episode.title);
      for (const [at, value] of planted.entries()) {
        const left = lines.filter((line) => line.includes(value)).length;
        expect({ file: name, planted: at, left }).toEqual({ file: name, planted: at, left: 0 });
      }
    }
  },
);
