import type { DroppedFile } from '../../workers/protocol.ts';

/** The page may fetch nothing, so the sample comes as a module of its own, loaded ahead while nothing else happens. */
const load = () => import('./sample-bytes.ts');

/** Lets the sample work with the network cable pulled. */
export const loadSampleAhead = (): void => void load().catch(() => undefined);

export const SAMPLE_NAME = 'openclaw-sample.zip';

export async function* readSample(): AsyncGenerator<readonly DroppedFile[]> {
  const { SAMPLE_ZIP } = await load();
  const bytes = Uint8Array.from(atob(SAMPLE_ZIP), (letter) => letter.charCodeAt(0));
  yield [{ path: SAMPLE_NAME, file: new File([bytes], SAMPLE_NAME, { type: 'application/zip' }) }];
}
