import { preview, previewables } from '../generate/preview.ts';
import { LANGUAGES } from '../generate/words/phrases.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { redactEpisode } from '../stages/redact.ts';
import { messageViews } from './message-sides.ts';
import type { ScenarioPreview, ScenarioQuery, ScenarioRow } from './scenario-views.ts';

const CONTROL_OF = 'control of ';

export const scenarioRows = (): readonly ScenarioRow[] =>
  previewables().map(({ id, generator, family }) => {
    const control = family.startsWith(CONTROL_OF);
    return { id, generator, family: control ? family.slice(CONTROL_OF.length) : family, control };
  });

/** Plays one scenario and shows it as an episode of a list is shown: redacted, with what was replaced marked. */
export async function previewScenario(
  { id, seed, language, stance }: ScenarioQuery,
  redactor: Redactor,
): Promise<ScenarioPreview> {
  const spoken = LANGUAGES.find((known) => known === language);
  const { episode, checks, verified } = await preview(id, seed, { ...(spoken ? { language: spoken } : {}), stance });
  const redacted = redactEpisode(episode, redactor).episode;
  return {
    messages: messageViews(episode.messages, redacted.messages, { redactor, propagator: null, episodeId: '' }),
    tools: redacted.tools.map(({ name }) => name),
    tags: redacted.tags,
    checks: checks.map(({ name, ok, detail = '' }) => ({
      name,
      ok,
      detail: redactor.find(detail, []).length > 0 ? '' : detail,
    })),
    verified,
  };
}
