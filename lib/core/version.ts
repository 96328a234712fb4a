/** Named in manifests; a test holds it equal to package.json. */
export const TOOL = { name: 'openclaw-dataset-builder', version: '0.1.0' } as const;
