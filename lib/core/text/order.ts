/** Plain code-unit order: the same in every engine and language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
