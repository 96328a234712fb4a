import { ORIGINS, SPLITS, type Split } from '../types.ts';
import { cardBody } from './card-body.ts';
import type { Manifest } from './manifest.ts';
import { presetFolder } from './presets/preset.ts';
import { presetById } from './presets/presets.ts';

export const CARD_FILE = 'README.md';

export interface CardChoices {
  /** SPDX id that the person gave; `''` leaves the license open. */
  readonly license: string;
  /** Languages that the rows are tagged with. */
  readonly languages: readonly string[];
}

/** README.md: what the Hub reads on top, what a person reads below. Every figure comes from the manifest. */
export const renderCard = (manifest: Manifest, choices: CardChoices): string =>
  `---\n${frontMatter(manifest, choices)}---\n\n${cardBody(manifest, choices.license)}`;

function frontMatter(manifest: Manifest, { license, languages }: CardChoices): string {
  const origins = ORIGINS.filter((origin) => manifest.build.bucket_counts[origin] > 0);
  const generated = origins.filter((origin) => origin !== 'real');
  const tags = ['openclaw', 'agent', 'tool-calling', 'sft', ...(generated.length > 0 ? ['synthetic'] : [])];
  const configs = configsOf(manifest);
  return [
    `pretty_name: ${quoted(manifest.name)}`,
    ...(license === '' ? [] : [`license: ${quoted(license)}`]),
    ...(languages.length === 0 ? [] : [`language: ${list(languages)}`]),
    'task_categories: [text-generation]',
    `size_categories: [${sizeCategory(manifest.build.selected_examples)}]`,
    `tags: ${list(tags)}`,
    ...(configs.length === 0 ? [] : ['configs:', ...configs, ...FEATURES]),
    '',
  ].join('\n');
}

/** `configs` is always written: without it the Hub guesses and takes the manifest for data. */
function configsOf({ files, presets }: Manifest): readonly string[] {
  const loadable = presets.filter(({ id }) => presetById(id)?.loadable).map(({ id }) => id);
  const entries: readonly (readonly [name: string, folder: string])[] = [
    ['default', 'data'],
    ...loadable.map((id) => [id, presetFolder(id)] as const),
  ];
  return entries.flatMap(([name, folder]) => {
    const pattern = (split: Split) => `${folder}/${split}-*.jsonl`;
    const splits = SPLITS.filter((split) => files.some(({ path }) => path.startsWith(`${folder}/${split}-`)));
    if (splits.length === 0) return [];
    return [
      `- config_name: ${name}`,
      ...(name === 'default' ? ['  default: true'] : []),
      '  data_files:',
      ...splits.map((split) => `  - {split: ${split}, path: ${pattern(split)}}`),
    ];
  });
}

/** Declared with plain types that every version of `datasets` knows, so that an empty list is never typed as null. */
const FEATURES = `dataset_info:
- config_name: default
  features:
  - {name: schema, dtype: string}
  - {name: id, dtype: string}
  - {name: harness, dtype: string}
  - {name: origin, dtype: string}
  - {name: session_id, dtype: string}
  - {name: group_id, dtype: string}
  - name: messages
    list:
    - {name: role, dtype: string}
    - {name: content, dtype: string}
    - {name: reasoning_content, dtype: string}
    - {name: name, dtype: string}
    - {name: tool_call_id, dtype: string}
    - name: tool_calls
      list:
      - {name: id, dtype: string}
      - {name: type, dtype: string}
      - name: function
        struct:
        - {name: name, dtype: string}
        - {name: arguments, dtype: string}
    - {name: weight, dtype: int32}
  - {name: tools, dtype: string}
  - {name: parallel_tool_calls, dtype: bool}
  - {name: outcome, dtype: string}
  - {name: n_messages, dtype: int32}
  - {name: n_tool_calls, dtype: int32}
  - {name: n_chars, dtype: int32}
  - name: tags
    list: string
  - {name: provenance, dtype: string}
  - {name: redactions, dtype: string}`.split('\n');

const SIZES = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
] as const;

const sizeCategory = (rows: number): string => SIZES.find(([below]) => rows < below)?.[1] ?? '10M<n<100M';

/** JSON strings are YAML strings. */
const quoted = (text: string): string => JSON.stringify(text);

const list = (items: readonly string[]): string =>
  `[${items.map((item) => (/^[a-z-]+$/.test(item) ? item : quoted(item))).join(', ')}]`;
