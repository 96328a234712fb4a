import type { Message } from '../types.ts';

/** A message of text alone; what an assistant says is trained on. */
export const textMessage = (role: 'system' | 'user' | 'assistant', text: string): Message => ({
  role,
  content: [{ type: 'text', text }],
  weight: role === 'assistant' ? 1 : 0,
});
