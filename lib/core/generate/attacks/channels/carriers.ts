import type { Carrier } from '../carrier.ts';
import { checkOutput } from './tool-output.ts';
import { priceOnPage } from './web-page.ts';
import { openItems } from './workspace-file.ts';

export const CARRIERS: readonly Carrier[] = [openItems, priceOnPage, checkOutput];
