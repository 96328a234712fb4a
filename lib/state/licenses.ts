/** Identifiers that the Hub knows, the ones most used for datasets. Any other may be typed. */
export const LICENSES: readonly string[] = [
  'apache-2.0',
  'mit',
  'cc0-1.0',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc-by-nc-4.0',
  'odc-by',
  'odbl',
  'cdla-permissive-2.0',
  'other',
];
