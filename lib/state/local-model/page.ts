'use client';

import { useStore } from 'zustand';
import { createModelClient } from '../../../workers/model-client.ts';
import { createPlayedShelf } from '../../storage/played-shelf.ts';
import { saveFile } from '../save-file.ts';
import { createModelPlayer } from './player.ts';
import type { PlayerState } from './player-state.ts';
import { browserOfPage } from './wire.ts';

/** One page, one player. The worker starts with the first call, so that prerendering starts none. */
export const modelPlayer = createModelPlayer({
  api: createModelClient(),
  browser: browserOfPage,
  shelf: createPlayedShelf(),
  save: saveFile,
  // Not randomUUID, which a page of plain http on another machine of the network does not have.
  id: Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
});

export const useModelPlayer = <T>(select: (state: PlayerState) => T): T => useStore(modelPlayer.store, select);
