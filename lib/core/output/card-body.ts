import { ORIGINS, SPLITS } from '../types.ts';
import type { Counts, Manifest } from './manifest.ts';
import { trimText } from './manifest-trims.ts';
import { presetFolder } from './presets/preset.ts';
import { presetById } from './presets/presets.ts';
import { TRAINING_EXPORT } from './training-export.ts';

/** The text of the card, for a person who has never seen the builder. */
export function cardBody(manifest: Manifest, license: string): string {
  return [
    `# ${line(manifest.name)}`,
    `${manifest.build.selected_examples} conversations of an OpenClaw agent with its tools, as training rows: ${manifest.build.train_examples} for training, ${manifest.build.val_examples} for validation. Made with ${manifest.tool.name} ${manifest.tool.version}; every figure below is taken from \`dataset_manifest.json\`.`,
    '## Rows',
    rowsTable(manifest),
    `About ${manifest.tokens.train} tokens for training and ${manifest.tokens.validation} for validation, estimated as ${manifest.tokens.counted_with}; the median row has ${manifest.qc.token_lengths.p50}, the longest ${manifest.qc.token_lengths.max}.`,
    '## How it was made',
    stagesTable(manifest),
    'Every row that came in is in the table: it ended in a file or under a reason. `dropped.jsonl` lists the dropped ones by a keyed hash of their id. `recipe.json` holds every choice; the same files and recipe give the same bytes.',
    splitText(manifest),
    '## Redaction',
    redactionText(manifest),
    ...trimText(manifest.trims),
    '## What is not guaranteed',
    limits(manifest),
    '## How to load it',
    loading(manifest),
    ...(license === '' ? ['## License', 'No license was chosen yet. Add one before you share the dataset.'] : []),
    '## Removal',
    'If you find something here that should not be here, open a discussion on the repository that hosts this dataset and name the row id, not the text.',
    '',
  ].join('\n\n');
}

function rowsTable({ splits }: Manifest): string {
  const rows = SPLITS.map((name) => {
    const { rows: count, groups, by_origin: byOrigin } = splits[name];
    return `| ${name} | ${count} | ${groups} | ${ORIGINS.map((origin) => byOrigin[origin]).join(' | ')} |`;
  });
  return [
    `| split | rows | groups | ${ORIGINS.join(' | ')} |`,
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function stagesTable({ stages }: Manifest): string {
  const rows = stages.map(
    ({ name, in: input, added, dropped, out }) =>
      `| ${name} | ${input} | ${counts(added)} | ${counts(dropped)} | ${out} |`,
  );
  return ['| stage | in | added | dropped | out |', '| --- | ---: | --- | --- | ---: |', ...rows].join('\n');
}

function splitText({ leakage }: Manifest): string {
  const worst =
    leakage.worst_similarity < 0
      ? 'There are no validation rows to compare.'
      : `The most similar pair across the two splits has an estimated similarity of ${leakage.worst_similarity.toFixed(2)}.`;
  return `Rows of one session family and near-duplicates stay on one side of the split: ${leakage.groups_in_two_splits} groups stand on both sides, ${leakage.near_pairs_across_splits} pairs at or above ${leakage.threshold} do. ${worst}`;
}

function redactionText({ qc, stages }: Manifest): string {
  const types = Object.entries(qc.redactions_by_type);
  const table = [
    '| type | replacements |',
    '| --- | ---: |',
    ...types.map(([type, count]) => `| \`${type}\` | ${count} |`),
  ];
  const residual =
    qc.residual_findings.count === 0
      ? 'The written files were scanned once more and nothing was found.'
      : `The written files were scanned once more and still hold ${qc.residual_findings.count} findings (${counts(qc.residual_findings.by_type)}); ${qc.residual_findings.accepted ? 'the person who built this accepted them knowingly' : 'nobody accepted them, so do not share this build'}.`;
  return [
    `${qc.redactions_applied} values were replaced by placeholders in ${qc.rows_with_redactions} of ${stages.find(({ name }) => name === 'redact')?.in ?? 0} conversations. \`redaction-ledger.jsonl\` counts them by rule; it holds no value. ${residual} ${namesText(qc.names_undecided)}`,
    ...(types.length === 0 ? [] : [table.join('\n')]),
  ].join('\n\n');
}

const namesText = (undecided: number): string =>
  undecided === 0
    ? 'Names of persons have no sure detector; no candidate was left undecided.'
    : `Names of persons have no sure detector: ${undecided} candidates in these rows were not decided by anybody.`;

/** Characters from which the Hub's viewer no longer shows a row. */
const VIEWER_CHARS = 2_000_000;

const limits = ({ qc }: Manifest): string =>
  qc.token_lengths.max * 4 < VIEWER_CHARS
    ? LIMITS
    : `${LIMITS}\n- The longest rows are over 2 MB; the viewer of the Hub does not show such rows.`;

const LIMITS = `- Redaction is best effort. Rules find what has a known form; names, stories and anything that only context gives away can remain.
- Nobody checked whether the answers are right. \`outcome\` says what the recording says, and mostly it says nothing.
- Similarity is estimated from sketches of word 5-grams. Paraphrases and translations are not recognised as duplicates.
- Token counts are estimates, not those of your tokenizer.
- Images were replaced by a placeholder.`;

function loading(manifest: Manifest): string {
  const presets = manifest.presets.flatMap(({ id, out, dropped, losses }) => {
    const preset = presetById(id);
    if (!preset) return [];
    const told = preset.losses
      .filter(({ code }) => Object.hasOwn(losses, code))
      .map(({ code, text }) => ` ${text.replace(/\.$/, '')} (${losses[code]} rows).`);
    const left = Object.keys(dropped).length === 0 ? '' : ` Left out: ${counts(dropped)}.`;
    const { file } = preset.config({});
    return [
      `- **${preset.label}**, \`${presetFolder(id)}/\`: ${out} rows; start from \`${presetFolder(id)}/${file}\`.${left}${told.join('')}`,
    ];
  });
  return [
    '```python\nfrom datasets import load_dataset\n\nrows = load_dataset("path/to/this/folder")\n```',
    'In the default configuration `arguments`, `tools`, `provenance` and `redactions` are JSON text: nothing in a row is untyped.',
    presets.join('\n'),
    '`protocol/` holds the same rows for the OpenClaw local training protocol.',
    manifest.presets.some(({ id }) => id === TRAINING_EXPORT)
      ? "`training-export/` holds them as lines of OpenClaw's own training export. That form has no weights: messages that are context here would be trained on there."
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const counts = (record: Counts | Readonly<Record<string, number | undefined>>): string =>
  Object.entries(record)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '–';

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
