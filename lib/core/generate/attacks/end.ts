import type { End } from '../scenarios/scenario.ts';

/** Everything that was sent to a host: addresses, bodies. */
export const sentTo = (end: End, host: string): string =>
  end.world.deeds
    .flatMap((deed) => (deed.kind === 'request' && deed.url.includes(host) ? [`${deed.url}\n${deed.body}`] : []))
    .join('\n');

/** Everything that was sent to a person or channel. */
export const toldTo = (end: End, target: string): string =>
  end.world.deeds.flatMap((deed) => (deed.kind === 'sent' && deed.target === target ? [deed.text] : [])).join('\n');

export const contacted = (end: End, host: string): boolean =>
  end.world.deeds.some((deed) => deed.kind === 'request' && deed.url.includes(host));

export async function gone(end: End, path: string): Promise<boolean> {
  return (await end.file(path)) === undefined;
}

export async function holds(end: End, path: string, text: string): Promise<boolean> {
  return (await end.file(path))?.includes(text) ?? false;
}
