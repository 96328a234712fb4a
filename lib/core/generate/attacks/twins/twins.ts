import type { Twin } from '../twin.ts';
import { rotateKey } from './rotate-key.ts';

export const TWINS: readonly Twin[] = [rotateKey];
