import { fuzz } from './fuzz.ts';
import { archiveSpecimens, bundleSpecimens, databaseSpecimens } from './fuzz-corpus.ts';

fuzz({ name: 'bundles', total: 2_400, readable: 0.5, specimens: bundleSpecimens });
fuzz({ name: 'archives', total: 700, readable: 0.1, specimens: archiveSpecimens });
fuzz({ name: 'databases with their logs', total: 300, readable: 0.1, specimens: databaseSpecimens });
