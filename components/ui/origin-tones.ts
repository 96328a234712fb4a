/** Where an episode came from has one colour everywhere: of words, and of bars. */
export const ORIGIN_TEXT = { real: 'text-real', synthetic: 'text-synthetic', adversarial: 'text-adversarial' } as const;
export const ORIGIN_FILL = { real: 'bg-real', synthetic: 'bg-synthetic', adversarial: 'bg-adversarial' } as const;
