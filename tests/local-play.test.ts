import { afterEach, describe, expect, test } from 'vitest';
import { episodesOf, file, readDrop } from '../lib/core/formats/testing/drops.ts';
import { PLAYABLE } from '../lib/core/local-model/plan.ts';
import { playedRows } from '../lib/core/local-model/played-rows.ts';
import { type SampleChoice, type SampleEvent, sample, type Verdict } from '../lib/core/local-model/sample.ts';
import type { Episode } from '../lib/core/types.ts';
import { quickLine } from './quick-line.ts';
import { recordExpert } from './recorded-expert.ts';
import {
  type Act,
  asOllama,
  inPieces,
  openScriptedModel,
  refuse,
  type ScriptedModel,
  stream,
} from './scripted-model.ts';

let server: ScriptedModel;
afterEach(() => server.close());

const CHOICE: SampleChoice = {
  families: [],
  languages: [],
  count: 40,
  seed: 11,
  model: 'scripted:1b',
  temperature: 0.7,
  tries: 2,
  maxTokens: 2048,
  rewords: false,
};

async function play(act: Act, change: Partial<SampleChoice> = {}, signal = new AbortController().signal) {
  server = await openScriptedModel(act);
  const events: SampleEvent[] = [];
  const verdicts: Verdict[] = [];
  const error = await sample(quickLine(server.origin), { ...CHOICE, ...change }, signal, (event) => {
    events.push(event);
    if (event.type === 'verdict') verdicts.push(event.verdict);
  }).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return { events, verdicts, error };
}

const says =
  (said: Parameters<typeof inPieces>[0]): Act =>
  (response) =>
    stream(response, inPieces(said));
const reasons = (verdicts: readonly Verdict[]) => [
  ...new Set(verdicts.flatMap(({ failed }) => failed.map(({ name }) => name))),
];

test('a model that does everything well has every episode kept at its first try, in every family', async () => {
  const expert = await recordExpert({ ...CHOICE, count: 100 });
  const { verdicts, error } = await play(
    (response, body, nth) => stream(response, nth % 2 === 0 ? inPieces(expert(body)) : asOllama(expert(body))),
    { count: 100 },
  );
  expect(error).toBeUndefined();
  expect(verdicts.filter(({ kept }) => !kept).map(({ scenario, failed }) => [scenario, failed])).toEqual([]);
  expect(verdicts).toHaveLength(100);
  expect(new Set(verdicts.map(({ task }) => task.family))).toEqual(new Set(PLAYABLE.map(({ family }) => family)));
});

describe('what is kept', () => {
  test('is marked with origin, scenario, seed and model, and comes back from its rows as it was', async () => {
    const expert = await recordExpert({ ...CHOICE, count: 60 });
    const { verdicts } = await play((response, body) => stream(response, inPieces(expert(body))), {
      count: 60,
      model: '/home/anna/models/small-q4.gguf',
    });
    const episodes = verdicts.flatMap(({ episode }) => episode ?? []);
    const rows = await playedRows(episodes);
    expect(rows).not.toContain('/home/anna/models');
    const { parsed, findings } = await readDrop([file('played.jsonl', rows)]);
    expect(findings).toEqual([]);
    const back = episodesOf(parsed);
    const kept = ({ origin, messages, tools, tags, outcome, groupKey, provenance }: Episode) => ({
      origin,
      messages,
      tools,
      tags: [...tags].sort(),
      outcome,
      groupKey,
      made: [provenance.scenario, provenance.seed, provenance.model, provenance.createdMs],
    });
    expect(back.map(kept)).toEqual(episodes.map(kept));
    expect(back.some(({ origin }) => origin === 'adversarial')).toBe(true);
    expect(back[0]?.provenance).toMatchObject({ seed: 11, model: 'small-q4.gguf' });
    expect(
      back.every(({ tags }) => tags.includes('played-by:local-model') && tags.some((tag) => tag.startsWith('family:'))),
    ).toBe(true);
    expect(back.some(({ messages }) => messages.some(({ isError }) => isError))).toBe(true);
  });

  test('of one task by two models are two sessions of one group, so that no split parts them', async () => {
    const expert = await recordExpert({ ...CHOICE, count: 1 });
    const first = await play(says({}), { count: 0 });
    expect(first.verdicts).toEqual([]);
    await server.close();
    const one = await play((response, body) => stream(response, inPieces(expert(body))), { count: 1, model: 'a' });
    await server.close();
    const two = await play((response, body) => stream(response, inPieces(expert(body))), { count: 1, model: 'b' });
    const [a, b] = [one.verdicts[0]?.episode, two.verdicts[0]?.episode];
    expect(a?.groupKey).toBe(b?.groupKey);
    expect(a?.sessionId).not.toBe(b?.sessionId);
  });
});

describe('what is not kept', () => {
  test('says which check failed, and is tried again no more often than allowed', async () => {
    const { verdicts } = await play(says({ content: 'All 4711 of them are fine.' }), {
      families: ['inspect', 'change'],
      count: 4,
      tries: 3,
    });
    expect(verdicts).toHaveLength(12);
    expect(verdicts.some(({ kept }) => kept)).toBe(false);
    expect(reasons(verdicts)).toContain('answers state only what was observed');
    expect(verdicts[0]?.failed[0]?.detail).toBe('4711');
    expect(new Set(server.requests.map(({ body }) => body.seed)).size).toBeGreaterThan(1);
  });

  test('obeys an attacker', async () => {
    const choice = { ...CHOICE, families: ['leak', 'destroy'], count: 30, tries: 1 };
    const fooled = await recordExpert(choice, 'rejected');
    const { verdicts } = await play((response, body) => stream(response, inPieces(fooled(body))), choice);
    const attacks = verdicts.filter(({ scenario }) => scenario.startsWith('attack/'));
    expect(attacks.length).toBeGreaterThan(10);
    expect(attacks.filter(({ kept }) => kept)).toEqual([]);
    for (const { failed } of attacks) expect(failed.map(({ name }) => name)).toContain('the canary stays quiet');
  });

  test('never saw the attack that it is labelled with', async () => {
    const choice = { ...CHOICE, families: ['leak'], languages: ['en'], count: 40, tries: 1 };
    const { verdicts } = await play(says({ content: 'Fine.' }), choice);
    expect(reasons(verdicts)).toContain('the attack came into view');
  });

  test('goes round in circles', async () => {
    const { verdicts } = await play(says({ calls: [{ name: 'exec', args: { command: 'ls' } }] }), {
      families: ['inspect'],
      count: 1,
      tries: 1,
    });
    expect(verdicts[0]?.failed[0]).toMatchObject({
      name: 'the model came to an end',
      detail: 'no end within 40 answers',
    });
  });

  test('wrote its call as text, for want of a tool parser', async () => {
    const { verdicts } = await play(says({ content: '<tool_call>{"name":"exec"}</tool_call>' }), {
      count: 1,
      tries: 1,
    });
    expect(verdicts[0]?.failed[0]?.detail).toContain('no tool parser');
  });
});

describe('faulty calls', () => {
  const choice = { ...CHOICE, families: ['inspect'], count: 6, tries: 1 };
  const faulty = async (faults: number, fault: Parameters<typeof inPieces>[0]) => {
    const expert = await recordExpert(choice);
    return play((response, body) => {
      const errors = body.messages.filter(({ content }) =>
        /^Tool bash not found|^Validation failed/.test(content),
      ).length;
      if (errors < faults) return stream(response, inPieces(fault));
      const own = body.messages.filter(
        ({ role }, at) => role !== 'assistant' || !/^Tool bash|^Validation/.test(body.messages[at + 1]?.content ?? ''),
      );
      stream(response, inPieces(expert({ messages: own })));
    }, choice);
  };

  test('get the agent’s error, are not trained on, and do not spoil what follows', async () => {
    const { verdicts } = await faulty(2, { calls: [{ name: 'bash', args: { command: 'ls' } }] });
    expect(verdicts.filter(({ kept }) => !kept).map(({ scenario, failed }) => [scenario, failed])).toEqual([]);
    const episodes = verdicts.flatMap(({ episode }) => episode ?? []);
    for (const { messages, tools } of episodes) {
      const at = messages.findIndex(({ toolCalls }) => toolCalls?.[0]?.name === 'bash');
      expect(messages[at]?.weight).toBe(0);
      expect(messages[at + 1]).toMatchObject({
        role: 'tool',
        isError: true,
        content: [{ text: 'Tool bash not found' }],
      });
      expect(tools.map(({ name }) => name)).not.toContain('bash');
    }
    const back = episodesOf((await readDrop([file('played.jsonl', await playedRows(episodes))])).parsed);
    expect(back.map(({ messages, tools, damage }) => ({ messages, tools, damage }))).toEqual(
      episodes.map(({ messages, tools, damage }) => ({ messages, tools, damage })),
    );
  });

  test('of broken JSON get the error of missing arguments', async () => {
    const expert = await recordExpert(choice);
    const { verdicts } = await play(
      (response, body) => {
        const told = body.messages.some(({ content }) => content.startsWith('Validation failed for tool "exec"'));
        if (told) {
          const own = body.messages.filter(({ role }) => role === 'user' || role === 'system');
          return stream(response, inPieces(expert({ messages: own })));
        }
        const [head, ...rest] = inPieces({ calls: [{ name: 'exec', args: { command: 'ls' } }] });
        stream(response, [head ?? '', ...rest.slice(0, 2), ...rest.slice(-3)]);
      },
      { ...choice, count: 1 },
    );
    const messages = verdicts[0]?.messages ?? [];
    expect(messages[2]).toMatchObject({ weight: 0, toolCalls: [{ name: 'exec', arguments: {} }] });
    expect(messages[3]?.content[0]).toMatchObject({
      text: expect.stringContaining('must have required properties command'),
    });
  });

  test('more than two end the try', async () => {
    const { verdicts } = await faulty(3, { calls: [{ name: 'bash', args: {} }] });
    expect(reasons(verdicts)).toEqual(['the model came to an end']);
  });
});

describe('another wording of the request', () => {
  const choice = { ...CHOICE, families: ['inspect'], languages: ['en'], count: 6, tries: 1, rewords: true };
  const rewording = (body: { messages: readonly { role: string; content: string }[] }) =>
    body.messages[0]?.content.startsWith('Reword the message');

  test('is played when its facts are whole', async () => {
    const expert = await recordExpert(choice);
    const { verdicts } = await play((response, body) => {
      const asked = body.messages.find(({ role }) => role === 'user')?.content ?? '';
      if (rewording(body)) return stream(response, inPieces({ content: `"So, once more for you: ${asked}"` }));
      const own = body.messages.map((message) => ({
        ...message,
        content: message.content.replace('So, once more for you: ', ''),
      }));
      stream(response, inPieces(expert({ messages: own })));
    }, choice);
    const kept = verdicts.filter((verdict) => verdict.kept);
    expect(kept.filter(({ reworded }) => reworded === 'yes').length).toBeGreaterThan(2);
    for (const { episode, reworded } of kept) expect(episode?.tags.includes('reworded')).toBe(reworded === 'yes');
    expect(kept.find(({ reworded }) => reworded === 'yes')?.messages[1]?.content[0]).toMatchObject({
      text: expect.stringMatching(/^So, once more/),
    });
  });

  test('that lost a fact gives way to the original', async () => {
    const expert = await recordExpert(choice);
    const { verdicts } = await play(
      (response, body) =>
        stream(response, inPieces(rewording(body) ? { content: 'Please look at the file.' } : expert(body))),
      choice,
    );
    expect(verdicts.map(({ kept }) => kept)).toEqual(choice.count === 6 ? Array(6).fill(true) : []);
    for (const { reworded } of verdicts) expect(reworded).toMatch(/^lost: /);
  });

  test('is never asked for where the request is part of an attack', async () => {
    const attacks = { ...choice, families: ['leak'], count: 20 };
    const { verdicts } = await play(says({ content: 'no' }), attacks);
    const asked = server.requests.filter(({ body }) => rewording(body)).length;
    const twins = verdicts.filter(({ scenario }) => !scenario.startsWith('attack/')).length;
    expect(twins).toBeGreaterThan(0);
    expect(asked).toBe(twins);
  });
});

describe('a run', () => {
  test('stops when the server is of no use, and says why', async () => {
    const { verdicts, error } = await play((response) => refuse(response, 400, 'x does not support tools'));
    expect(error).toMatchObject({ failure: 'no-tools' });
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({ kept: false, failed: [], failure: { failure: 'no-tools' } });
  });

  test('bears a server that fails now and then, and gives up after three failures in a row', async () => {
    const expert = await recordExpert({ ...CHOICE, families: ['ask-and-answer'] });
    const sometimes = await play(
      (response, body, nth) =>
        nth % 2 === 0 ? refuse(response, 500, 'oops') : stream(response, inPieces(expert(body))),
      { families: ['ask-and-answer'], count: 5 },
    );
    expect(sometimes.error).toBeUndefined();
    expect(sometimes.verdicts.some(({ kept }) => kept)).toBe(true);
    await server.close();
    const always = await play((response) => refuse(response, 500, 'oops'));
    expect(always.error).toMatchObject({ failure: 'server' });
    expect(always.verdicts).toHaveLength(3);
  });

  test('leaves a task that does not fit into the context, and goes on with the next', async () => {
    const expert = await recordExpert({ ...CHOICE, families: ['inspect'] });
    const { verdicts, error } = await play(
      (response, body, nth) =>
        nth === 0
          ? refuse(response, 400, 'the request exceeds the available context size')
          : stream(response, inPieces(expert(body))),
      { families: ['inspect'], count: 3, tries: 3 },
    );
    expect(error).toBeUndefined();
    expect(verdicts.map(({ kept, attempt }) => [kept, attempt])).toEqual([
      [false, 1],
      [true, 1],
      [true, 1],
    ]);
  });

  test('is cancelled in the middle of an answer, and keeps what it has', async () => {
    const controller = new AbortController();
    const expert = await recordExpert(CHOICE);
    const { error, verdicts } = await play(
      (response, body, nth) => {
        if (nth < 12) return stream(response, inPieces(expert(body)));
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(inPieces({ content: 'hm' })[1], () => controller.abort());
      },
      {},
      controller.signal,
    );
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(verdicts.length).toBeGreaterThan(1);
    expect(verdicts.every(({ kept }) => kept)).toBe(true);
  });

  test('asks for model, temperature and tools as they were chosen', async () => {
    await play(says({ content: 'no' }), { families: ['inspect'], count: 1, tries: 1, temperature: 0.3 });
    const [request] = server.requests;
    expect(request?.body).toMatchObject({ model: 'scripted:1b', temperature: 0.3, stream: true });
    expect(request?.body.tools?.map((tool) => tool.function.name)).toContain('exec');
    expect(request?.body.messages[0]?.content).toContain('Your working directory is');
  });
});
