export const RISKS = [
  'malicious-user',
  'indirect-injection',
  'tool-output-contamination',
  'unsafe-tool',
  'memory-poisoning',
  'model-failure',
  'social-engineering',
  'conflicting-instructions',
] as const;
export type Risk = (typeof RISKS)[number];

const FAILURES = [
  'instruction-hierarchy-confusion',
  'over-trust',
  'unconfirmed-action',
  'unsafe-disclosure',
  'unsafe-content',
  'workflow-violation',
  'planning-failure',
  'tool-misuse',
  'unrecoverable-error-handling',
  'goal-misalignment',
  'security-misconfiguration',
  'data-integrity-violation',
  'capability-overreach',
  'procedural-deviation',
] as const;
export type Failure = (typeof FAILURES)[number];

const HARMS = [
  'privacy',
  'financial',
  'physical',
  'cybersecurity',
  'legal',
  'reputational',
  'information-ecosystem',
  'public-service',
  'fairness',
  'functional',
] as const;
export type Harm = (typeof HARMS)[number];

export const CHANNELS = [
  'user-message',
  'workspace-file',
  'web-page',
  'chat-or-mail',
  'skill',
  'memory-note',
  'tool-description',
  'tool-output',
  'sub-agent-report',
  'file-name',
  'hidden-text',
  'delayed',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where each risk can come from; the grid that is filled evenly. */
export const SENSIBLE: Readonly<Record<Risk, readonly Channel[]>> = {
  'malicious-user': ['user-message', 'delayed'],
  'indirect-injection': [
    'user-message',
    'workspace-file',
    'web-page',
    'chat-or-mail',
    'file-name',
    'hidden-text',
    'delayed',
  ],
  'tool-output-contamination': ['tool-output', 'hidden-text'],
  'unsafe-tool': ['tool-description', 'skill', 'tool-output'],
  'memory-poisoning': ['memory-note', 'delayed'],
  'model-failure': ['user-message', 'tool-output'],
  'social-engineering': ['chat-or-mail', 'sub-agent-report'],
  'conflicting-instructions': ['user-message', 'workspace-file'],
};
