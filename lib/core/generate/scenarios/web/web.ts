import type { Scenario } from '../scenario.ts';
import { allPages } from './all-pages.ts';
import { pageFact } from './page-fact.ts';
import { searchThenFetch } from './search-then-fetch.ts';
import { sourcesDisagree } from './sources-disagree.ts';

export const WEB: readonly Scenario[] = [allPages, pageFact, searchThenFetch, sourcesDisagree];
