/** Characters of all strings in what is to be posted, keys included, and a few for everything else. Bytes, roughly. */
export function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 4;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + weigh(item), 2);
  let sum = 2;
  for (const [key, item] of Object.entries(value)) sum += key.length + weigh(item);
  return sum;
}
