import { NO_REPLY } from './transport.ts';

const FAILURES = [
  ...NO_REPLY,
  'slow-start',
  'stalled',
  'too-long',
  'broken',
  'busy',
  'key',
  'no-model',
  'no-tools',
  'context',
  'refused',
  'server',
  'not-openai',
] as const;
export type Failure = (typeof FAILURES)[number];

/** Those that every further try would meet again. */
const HOPELESS: ReadonlySet<Failure> = new Set([
  ...NO_REPLY,
  'key',
  'no-model',
  'no-tools',
  'refused',
  'not-openai',
] as const);

/** A server that did not do its part. The words for a person are made where they are shown. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly failure: Failure;
  /** The server's own words, shortened; never of a refused key, which some servers repeat. */
  readonly detail: string;

  constructor(failure: Failure, detail = '') {
    super(failure);
    this.failure = failure;
    this.detail = failure === 'key' ? '' : detail.slice(0, 300);
  }

  get hopeless(): boolean {
    return HOPELESS.has(this.failure);
  }
}

/** What a refusal means, by its status and the words of the common servers. */
export function failureOf(status: number, text: string): Failure {
  if (status === 401 || status === 403) return 'key';
  if (/context (?:size|length|window)|maximum context|exceed\w* .{0,20}context|n_ctx/i.test(text)) return 'context';
  // Ollama: "does not support tools"; vLLM: "--enable-auto-tool-choice"; llama.cpp: "tools param requires --jinja flag".
  if (/support tools|tool[-_ ]choice|--jinja|tool.{0,20}not supported/i.test(text)) return 'no-tools';
  if (status === 404) return 'no-model';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'server' : 'refused';
}
