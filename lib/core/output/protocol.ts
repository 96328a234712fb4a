import type { Recipe } from '../recipe.ts';
import type { Hashes } from '../text/hash.ts';
import type { Origin, Split } from '../types.ts';
import { pythonJson } from './python-json.ts';
import type { Row, RowMessage } from './row.ts';

/** Files of the training protocol (training-protocol.md), as its own scripts write and read them. */
export const PROTOCOL_FILES: Readonly<Record<Split, string>> = {
  train: 'protocol/train.jsonl',
  validation: 'protocol/val.jsonl',
};

export interface ProtocolMessage {
  readonly role: string;
  readonly content: string;
}

const DEFAULT_SOURCE: Readonly<Record<Origin, string>> = {
  real: 'trace',
  synthetic: 'synthetic',
  adversarial: 'adversarial',
};

/** The bucket member `source` of the protocol; from a tag, never from a path. */
export const protocolSource = ({ tags, origin }: Pick<Row, 'tags' | 'origin'>): string =>
  (tags.find((tag) => tag.startsWith('source:')) ?? tags.find((tag) => tag.startsWith('style:')))?.replace(
    /^\w+:/,
    '',
  ) ?? DEFAULT_SOURCE[origin];

/**
 * Role and content only, for every row. A call stands in the content as the text that the protocol's base model (Qwen2.5) and
 * the Hermes family write for one, so that an agent trace keeps its calls where the original lost them; a result keeps its
 * role `tool`, which their templates know. Tool definitions and thinking stay out: the trainer renders without tools and cuts
 * at 1,536 tokens, which one set of schemas would fill.
 */
export const protocolMessages = (messages: readonly RowMessage[]): readonly ProtocolMessage[] =>
  messages.map((message) => ({ role: message.role, content: contentOf(message) }));

function contentOf({ content, tool_calls }: RowMessage): string {
  const calls = tool_calls.map(
    ({ function: { name, arguments: args } }) =>
      `<tool_call>\n{"name": ${JSON.stringify(name)}, "arguments": ${args}}\n</tool_call>`,
  );
  return [...(content === '' ? [] : [content]), ...calls].join('\n');
}

/** One line without its line end. */
export const protocolLine = (row: Row): string =>
  pythonJson({ source: protocolSource(row), messages: protocolMessages(row.messages) });

/** SHA-256 of the canonical message list: by it the protocol tells duplicates (section 6.4). */
export const protocolFingerprint = (messages: readonly ProtocolMessage[], hashes: Pick<Hashes, 'sha256'>): string =>
  hashes.sha256(pythonJson(messages.map(({ role, content }) => ({ content, role }))));

/** `protocol.env` with every key of section 9; what the recipe decides is filled in. */
export function protocolEnv({ mix, split, seed, output }: Recipe): string {
  const ratios = mix.ratios ?? { real: 0.6, synthetic: 0.3, adversarial: 0.1 };
  return env([
    ['BASE_MODEL', 'Qwen/Qwen2.5-Coder-7B-Instruct'],
    ['OUTPUT_ROOT', 'artifacts/protocol-runs'],
    ['RAW_TRACE_GLOB', 'data/raw_traces/*.jsonl'],
    ['SYNTHETIC_FILE', 'data/train_200.jsonl'],
    ['ADVERSARIAL_FILE', 'data/adversarial.jsonl'],
    ['TARGET_EXAMPLES', mix.target ?? 20_000],
    ['MIN_EXAMPLES', output.minExamples],
    ['VAL_RATIO', decimal(split.validation)],
    ['RATIO_REAL', decimal(ratios.real)],
    ['RATIO_SYNTHETIC', decimal(ratios.synthetic)],
    ['RATIO_ADVERSARIAL', decimal(ratios.adversarial)],
    ['MAX_PER_SOURCE', mix.maxPerSource ?? 4000],
    ['SEED', seed],
    ['DATASET_MANIFEST_MIN_REDACTION_RATE', decimal(output.minRedactionRate)],
    ['GATE_MIN_DELTA_EXACT_MATCH', '0.05'],
    ['GATE_MIN_DELTA_KEYWORD_RECALL', '0.05'],
    ['MAX_NEW_TOKENS', 256],
    ['TRAIN_CONFIG', 'protocol/qlora_12gb.env'],
    ['HF_DATASETS', 'Open-Orca/OpenOrca,teknium/OpenHermes-2.5,sahil2801/CodeAlpaca-20k'],
    ['HF_MAX_PER_DATASET', 2000],
    ['HF_FILE', 'data/hf_combined.jsonl'],
    ['LOCAL_GEN_COUNT', 200],
    ['LOCAL_GEN_FILE', 'data/local_generated.jsonl'],
    ['CLI_GEN_COUNT', 100],
    ['CLI_GEN_FILE', 'data/cli_generated.jsonl'],
  ]);
}

/** `qlora_12gb.env` with every key of section 10, pointed at the two files beside it. */
export const qloraEnv = (): string =>
  env([
    ['BASE_MODEL', 'Qwen/Qwen2.5-Coder-7B-Instruct'],
    ['TRAIN_FILE', PROTOCOL_FILES.train],
    ['VAL_FILE', PROTOCOL_FILES.validation],
    ['OUTPUT_DIR', 'artifacts/openclaw-lora-12gb'],
    ['LEARNING_RATE', '2e-4'],
    ['NUM_EPOCHS', 3],
    ['PER_DEVICE_TRAIN_BATCH_SIZE', 2],
    ['GRADIENT_ACCUMULATION_STEPS', 16],
    ['MAX_SEQ_LENGTH', 1536],
    ['MAX_NEW_TOKENS', 768],
    ['LORA_R', 16],
    ['LORA_ALPHA', 16],
    ['LORA_DROPOUT', '0.05'],
    ['WARMUP_RATIO', '0.03'],
    ['LR_SCHEDULER_TYPE', 'cosine'],
    ['MAX_GRAD_NORM', '1.0'],
    ['NEFTUNE_NOISE_ALPHA', '5.0'],
    ['EVAL_STEPS', 200],
    ['SAVE_STEPS', 200],
    ['EARLY_STOPPING_PATIENCE', 3],
    ['LOAD_BEST_MODEL_AT_END', 'true'],
    ['MAX_STEPS', -1],
    ['CUDA_DEVICE_INDEX', 0],
    ['DATASET_MAP_NUM_PROC', 4],
    ['DATALOADER_NUM_WORKERS', 4],
    ['DATALOADER_PREFETCH_FACTOR', 2],
    ['DATALOADER_PERSISTENT_WORKERS', 'true'],
    ['DATALOADER_PIN_MEMORY', 'true'],
  ]);

const env = (entries: readonly (readonly [key: string, value: string | number])[]): string =>
  entries.map(([key, value]) => `${key}=${value}\n`).join('');

const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));
