export const FAMILIES = [
  'ask-and-answer',
  'inspect',
  'change',
  'recover',
  'clarify',
  'multi-turn',
  'parallel',
  'memory',
  'schedule-and-message',
  'web',
  'delegate',
  'background',
  'compaction',
  'dynamic-trim',
] as const;

/** `control`: the harmless twin of an attack. */
export type Family = (typeof FAMILIES)[number] | 'control';
