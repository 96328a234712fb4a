import { requireNode } from './node-version.mjs';

requireNode();
import('./start-app.mjs').then((app) => app.start());
