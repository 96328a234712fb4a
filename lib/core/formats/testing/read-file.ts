import { dropsOf, episodesOf, file, readDrop } from './drops.ts';
import { expectWellFormed } from './well-formed-checks.ts';

export const jsonl = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** What one file gives; its episodes are checked to be well-formed. */
export async function readFile(name: string, content: string) {
  const { parsed, findings, drop } = await readDrop([file(name, content)]);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  return {
    episodes: episodesOf(parsed),
    drops: dropsOf(parsed),
    kinds: drop.sources.map(({ kind }) => kind),
    codes: findings.map(({ code }) => code),
  };
}

/** Roles with their weights: `user0 assistant1`. */
export const shape = (messages: readonly { readonly role: string; readonly weight: number }[] | undefined) =>
  messages?.map(({ role, weight }) => `${role}${weight}`).join(' ');
