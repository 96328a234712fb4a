/** The reading side of the engine. */
export { DAMAGE, DROPS } from './damage.ts';
export { openDrop } from './drop.ts';
export { fileFromBlob } from './file.ts';
export { inspectSource, readEpisodes } from './read.ts';
export { DEFAULT_LIMITS } from './source.ts';
