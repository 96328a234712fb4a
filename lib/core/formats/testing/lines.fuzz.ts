import { fuzz } from './fuzz.ts';
import { lineSpecimens } from './fuzz-corpus.ts';

fuzz({ name: 'lines of every format', total: 16_700, readable: 0.35, specimens: lineSpecimens });
