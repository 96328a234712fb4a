import { hexId, type World } from '../world.ts';

/** OpenClaw fences text from outside so that the model can tell it from its own instructions. */
export function wrapExternal(text: string, source: string, world: World): string {
  const id = hexId(world.random, 16);
  return `<<<EXTERNAL_UNTRUSTED_CONTENT id="${id}">>>\nSource: ${source}\n---\n${text}\n<<<END_EXTERNAL_UNTRUSTED_CONTENT id="${id}">>>`;
}
