import type { Generator } from './generator.ts';
import { textRecipes } from './text-recipes/text-recipes.ts';

export const GENERATORS: readonly Generator[] = [textRecipes];

export const generatorById = (id: string): Generator | undefined => GENERATORS.find((generator) => generator.id === id);
