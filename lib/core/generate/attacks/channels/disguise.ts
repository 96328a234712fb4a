import type { Random } from '../../../text/random.ts';

/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і' };

export const DISGUISES = ['comment', 'zero-width', 'base64', 'homoglyph', 'tiny-print'] as const;

/** The text as it is hidden, and what of it shows up in a result. */
export function disguise(
  text: string,
  kind: (typeof DISGUISES)[number],
  random: Random,
): { shown: string; marker: string } {
  switch (kind) {
    case 'comment':
      return { shown: `<!-- ${text} -->`, marker: text };
    case 'zero-width': {
      const joined = [...text].join('\u200b');
      return { shown: joined, marker: joined };
    }
    case 'base64': {
      const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
      return { shown: `<div hidden data-for="assistants" data-base64="${encoded}"></div>`, marker: encoded };
    }
    case 'homoglyph': {
      const spelt = [...text].map((letter) => (random.below(3) ? letter : (LOOKALIKES[letter] ?? letter))).join('');
      return { shown: spelt, marker: spelt };
    }
    default:
      return { shown: `<span style="font-size:0">${text}</span>`, marker: text };
  }
}
