import { requireNode } from './node-version.mjs';

requireNode();
import('./test-all.mjs').then((all) => all.testAll());
