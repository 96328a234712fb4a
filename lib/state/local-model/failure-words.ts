/** What went wrong with the server, in words for a person, and what can be done. */
export interface FailureWords {
  readonly title: string;
  readonly text: string;
}

const WORDS: Readonly<Record<string, FailureWords>> = {
  unreachable: {
    title: 'Nothing answers at this address.',
    text: 'Start the server, or correct the port. Below is what to type for the common ones.',
  },
  cors: {
    title: 'A server is there, but it does not let this page read its answers.',
    text: 'Browsers ask a server first whether a page may read (CORS). Allow it, start the server again, and connect once more:',
  },
  denied: {
    title: 'The browser does not let this page reach programs on this machine.',
    text: 'Allow it in the settings of this site (“Local network access”, or “Apps on device”), then load the page again.',
  },
  'slow-start': {
    title: 'The server took the request and then sent nothing in time.',
    text: 'It may still be loading the model. Try again, or allow more time for the first token.',
  },
  stalled: {
    title: 'The answer stopped in the middle.',
    text: 'The server may be short of memory. A smaller model helps, or more time between two tokens.',
  },
  'too-long': {
    title: 'The answer did not end in time.',
    text: 'Choose fewer tokens an answer, or allow more time in all.',
  },
  broken: {
    title: 'The connection broke in the middle of an answer.',
    text: 'The server may have crashed: look at its own output.',
  },
  busy: { title: 'The server stayed busy.', text: 'Several waits did not help. Let others finish first.' },
  key: { title: 'The server refused the key.', text: 'Type the key that the server was started with.' },
  'no-model': { title: 'The server does not have this model.', text: 'Connect again and choose one from its list.' },
  'no-tools': {
    title: 'This model, as it is served, cannot call tools.',
    text: 'Choose a model that can, or start the server with its tool parser: --jinja for llama.cpp, --enable-auto-tool-choice and --tool-call-parser for vLLM.',
  },
  context: {
    title: 'The conversation did not fit into the model’s context.',
    text: 'Serve the model with a larger one: 16384 tokens are enough for nearly all scenarios.',
  },
  refused: { title: 'The server refused the request.', text: 'Its own words are below.' },
  server: { title: 'The server failed.', text: 'Look at its own output. Its words are below.' },
  'not-openai': {
    title: 'Something answers there, but not as an OpenAI-compatible server does.',
    text: 'Most such servers keep that interface under /v1.',
  },
};

export const sayFailure = (code: string): FailureWords =>
  Object.hasOwn(WORDS, code)
    ? (WORDS[code] as FailureWords)
    : { title: 'Playing stopped.', text: 'This is a fault of this page, not of your server.' };

/** Failures that the commands of the common servers may cure. */
export const needsHelp = (code: string): boolean => code === 'unreachable' || code === 'not-openai';
