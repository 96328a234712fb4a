/** The engine's doors: what its hosts may open. */
export { fileFromBlob } from './formats/file.ts';
export type { Host } from './host.ts';
export type { Lanes } from './lanes/crew.ts';
export { connectLane, type FromLane, type Lane, READY } from './lanes/wire.ts';
export { prepare } from './prepare.ts';
export { createWorkspace } from './workspace.ts';
