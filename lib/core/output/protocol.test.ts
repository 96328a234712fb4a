import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { linesOf, makeDataset, textOf } from '../testing/datasets.ts';
import { assistant, episode, listEpisode, user } from '../testing/episodes.ts';
import { createHashes } from '../text/hash.ts';
import { editEnv, parseEnv } from './env-file.ts';
import { protocolEnv, protocolFingerprint, protocolMessages, protocolSource, qloraEnv } from './protocol.ts';
import { pythonJson } from './python-json.ts';
import { renderContent } from './row.ts';

const hashes = await createHashes();

describe('protocol files', () => {
  test('fingerprint is that of the published vector', () => {
    const messages = [
      { role: 'user', content: 'Hello world, é?' },
      { role: 'assistant', content: 'A reply that is long enough.' },
    ];
    expect(protocolFingerprint(messages, hashes)).toBe(
      'fb7821cc18fb0e6bca4feb5334e9ac9c43c9756265a74fd3f661fad0ae58f3a8',
    );
  });

  test('JSON is what Python prints', () => {
    expect(pythonJson({ a: ['é', '\u007f', '😀', '\n"\\\u0001', 1.5, null, true], b: {} })).toBe(
      String.raw`{"a": ["\u00e9", "\u007f", "\ud83d\ude00", "\n\"\\\u0001", 1.5, null, true], "b": {}}`,
    );
  });

  test('rows hold source and messages with role and content, nothing else', async () => {
    const dataset = await makeDataset([
      episode({ id: 'a', messages: [user('Grüße?'), assistant('Ja, viele.')] }),
      { ...listEpisode, id: 'b', tags: ['source:codex'] },
      episode({ id: 'c', groupKey: 'c', messages: [user('Anything new?'), assistant('Nothing at all.')] }),
    ]);
    const train = await linesOf(dataset, 'protocol/train.jsonl');
    const held = await linesOf(dataset, 'protocol/val.jsonl');
    const rows = [...train, ...held].map((line) => JSON.parse(line));
    expect(rows.map(({ source }) => source).sort()).toEqual(['codex', 'trace', 'trace']);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['source', 'messages']);
      for (const message of row.messages) expect(Object.keys(message)).toEqual(['role', 'content']);
    }
    expect([...train, ...held].join('')).toMatch(/^[ -~]+$/);
    expect(train.length).toBe(dataset.manifest.build.train_examples);
    expect(held.length).toBe(dataset.manifest.build.val_examples);
    expect(await textOf(dataset, 'protocol/train.jsonl')).toMatch(/}\n$/);
  });

  test('keep a call as the text that the base model writes for it', () => {
    const { messages } = renderContent(listEpisode);
    expect(protocolMessages(messages).slice(2, 4)).toEqual([
      {
        role: 'assistant',
        content: '<tool_call>\n{"name": "read", "arguments": {"path":"notes/list.md"}}\n</tool_call>',
      },
      { role: 'tool', content: '- tea' },
    ]);
  });

  test('take the source from a tag and never from a path', () => {
    expect(protocolSource({ tags: ['style:explain-mode'], origin: 'synthetic' })).toBe('explain-mode');
    expect(protocolSource({ tags: [], origin: 'adversarial' })).toBe('adversarial');
  });

  test('environment files have every key of the protocol', () => {
    const protocol = parseEnv(protocolEnv({ ...DEFAULT_RECIPE, seed: 7 }));
    expect([...protocol.keys()]).toHaveLength(25);
    expect(protocol.get('SEED')).toBe('7');
    expect(protocol.get('VAL_RATIO')).toBe('0.1');
    expect(protocol.get('DATASET_MANIFEST_MIN_REDACTION_RATE')).toBe('0.0');
    const qlora = parseEnv(qloraEnv());
    expect(qlora.get('LEARNING_RATE')).toBe('2e-4');
    expect(qlora.get('VAL_FILE')).toBe('protocol/val.jsonl');
  });
});

describe('env file', () => {
  const text = '# A comment = no entry\nA=1\n  B = two = 2 \nno entry\nUNKNOWN=x\n';

  test('splits at the first sign and trims', () => {
    expect([...parseEnv(text)]).toEqual([
      ['A', '1'],
      ['B', 'two = 2'],
      ['UNKNOWN', 'x'],
    ]);
  });

  test('edits values and keeps the rest as it stands', () => {
    expect(editEnv(text, new Map())).toBe(text);
    expect(
      editEnv(
        text,
        new Map([
          ['B', '3'],
          ['C', '4'],
        ]),
      ),
    ).toBe('# A comment = no entry\nA=1\nB=3\nno entry\nUNKNOWN=x\nC=4\n');
  });
});
