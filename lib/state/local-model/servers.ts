/** The common servers, and what to type for each. */
export interface ServerHelp {
  readonly name: string;
  readonly address: string;
  /** One command a line, for a page at this address. */
  commands(origin: string): readonly string[];
  readonly note: string;
}

/** Room for the tools and a few results; the defaults of some servers are too small. */
const CONTEXT = 16_384;

export const SERVERS: readonly ServerHelp[] = [
  {
    name: 'Ollama',
    address: 'http://localhost:11434',
    commands: (origin) => [
      'ollama pull qwen3:8b',
      `${isLocal(origin) ? '' : `OLLAMA_ORIGINS=${origin} `}OLLAMA_CONTEXT_LENGTH=${CONTEXT} ollama serve`,
    ],
    note: 'It lets pages of this machine in by itself; pages of other addresses need OLLAMA_ORIGINS. If it runs as a service or an app, set the variables there (systemctl edit ollama, or launchctl setenv on a Mac) and start it again.',
  },
  {
    name: 'LM Studio',
    address: 'http://localhost:1234',
    commands: () => [`lms load --context-length ${CONTEXT}`, 'lms server start --cors'],
    note: 'Without --cors, or Enable CORS in its server settings, no page can read its answers.',
  },
  {
    name: 'llama.cpp',
    address: 'http://localhost:8080',
    commands: () => [`llama-server --jinja -c ${CONTEXT} -m model.gguf`],
    note: 'Without --jinja it refuses tools.',
  },
  {
    name: 'vLLM',
    address: 'http://localhost:8000',
    commands: () => ['vllm serve Qwen/Qwen3-8B --enable-auto-tool-choice --tool-call-parser hermes'],
    note: 'The tool parser depends on the model; without one no call is recognised.',
  },
];

const isLocal = (origin: string): boolean => /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(origin);

/** How to let pages of an address read the answers. */
export const letPagesIn = (origin: string): readonly { readonly name: string; readonly command: string }[] => [
  { name: 'Ollama', command: `OLLAMA_ORIGINS=${origin} ollama serve` },
  { name: 'LM Studio', command: 'lms server start --cors' },
  { name: 'llama.cpp', command: `llama-server --cors-origins ${origin} …` },
  { name: 'vLLM', command: `vllm serve … --allowed-origins '["${origin}"]'` },
];
