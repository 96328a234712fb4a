import { readRecipe } from '../core/read-recipe.ts';
import { workspace } from './app.ts';
import { withKey } from './placeholder-key.ts';

/** No recipe is this large; bytes. */
const LARGEST = 20_000_000;

/** Takes up the choices of an earlier build; one step of the undo history. */
export async function loadRecipe(file: File | undefined): Promise<void> {
  if (!file) return;
  try {
    if (file.size > LARGEST) throw new RangeError('it is too large');
    const recipe = readRecipe(JSON.parse(await file.text()));
    workspace.edit({ label: 'load a recipe', apply: ({ key }) => withKey({ ...recipe, key: recipe.key || key }) });
    workspace.announce('Recipe loaded');
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'it is not JSON';
    workspace.report({ code: 'recipe', message: `${file.name} is not a recipe: ${why}` });
  }
}
