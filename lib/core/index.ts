/** The engine's doors: what its hosts may open. */
export { fileFromBlob } from './formats/index.ts';
export type { Host } from './host.ts';
export type { Lanes } from './lanes/crew.ts';
export { connectLane, type FromLane, type Lane, READY } from './lanes/wire.ts';
export { prepare } from './prepare.ts';
export { readRecipe } from './read-recipe.ts';
export { DEFAULT_RECIPE, type Recipe } from './recipe.ts';
export { type OpenScratch, openMemoryScratch, type Scratch } from './scratch.ts';
export { createWorkspace, type Workspace } from './workspace.ts';
