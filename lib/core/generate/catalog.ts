import { adversarial } from './adversarial.ts';
import type { Generator } from './generator.ts';
import { synthetic } from './synthetic.ts';
import { textRecipes } from './text-recipes/text-recipes.ts';

export const GENERATORS: readonly Generator[] = [synthetic, adversarial, textRecipes];

export const generatorById = (id: string): Generator | undefined => GENERATORS.find((generator) => generator.id === id);
