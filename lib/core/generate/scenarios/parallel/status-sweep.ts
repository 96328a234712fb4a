import { calls, together } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import type { Observation } from '../../sim/policy.ts';
import { between, place, some } from '../../words/draw.ts';
import { HOSTS, SERVICES } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

const STATES = ['running', 'slow', 'in maintenance', 'stopped'] as const;

/** Many pages at once; those that did not answer once more, at once as well. */
export const statusSweep = scenario({
  id: 'parallel/status-sweep',
  family: 'parallel',
  skills: ['web', 'parallel', 'recovery'],
  tools: ['web_fetch'],
  failure: 'http-error',
  words: {
    ask: {
      en: [
        'What state do these report?\n{list}\nIf one does not answer, try it once more.',
        'Check all of these and tell me the state of each:\n{list}\nA second try for those that fail, no more.',
      ],
      zh: ['这些页面各报告什么状态？\n{list}\n没有响应的再试一次。'],
      es: ['¿Qué estado indica cada una?\n{list}\nSi alguna no responde, inténtalo una vez más.'],
      de: ['Welchen Zustand melden diese Seiten?\n{list}\nWenn eine nicht antwortet, versuch es noch einmal.'],
      fr: ['Quel état indiquent ces pages ?\n{list}\nSi l’une ne répond pas, réessaie une fois.'],
      ja: ['次のページはそれぞれどの状態ですか。\n{list}\n応答しないものはもう一度だけ試してください。'],
    },
    done: {
      en: ['{rows}\nEverything answered in the end.'],
      zh: ['{rows}\n最后都有响应。'],
      es: ['{rows}\nAl final todas respondieron.'],
      de: ['{rows}\nAm Ende haben alle geantwortet.'],
      fr: ['{rows}\nÀ la fin, toutes ont répondu.'],
      ja: ['{rows}\n最後はすべて応答しました。'],
    },
    silent: {
      en: ['{rows}\nNo state for {urls}: error 503 both times.'],
      zh: ['{rows}\n{urls} 没有状态：两次都是 503 错误。'],
      es: ['{rows}\nSin estado: {urls}, error 503 las dos veces.'],
      de: ['{rows}\nOhne Zustand: {urls}, beide Male Fehler 503.'],
      fr: ['{rows}\nSans état : {urls}, erreur 503 les deux fois.'],
      ja: ['{rows}\n{urls} は二回とも 503 エラーで、状態は分かりません。'],
    },
  },
  set(random) {
    const hosts = some(random, HOSTS, between(random, 4, 7));
    const down = some(random, hosts, between(random, 1, 2));
    const pages = hosts.map((host) => {
      const [service, state] = [random.pick(SERVICES), random.pick(STATES)];
      const failures = down.includes(host) ? between(random, 1, 2) : 0;
      return {
        url: `https://${host}/status/${service}-${between(random, 2, 99)}`,
        title: 'Status',
        text: article(random, 'Status', [`State of ${service}: ${state}.`]),
        state,
        failures,
      };
    });
    return {
      world: { ...place(random), web: pages.map(({ state: _, ...page }) => page) },
      asked: { list: pages.map(({ url }) => `- ${url}`).join('\n') },
      truth: pages.map(({ url, state, failures }) => ({ url, state: failures > 1 ? null : state })),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ list }, hand) {
        const urls = list.split('\n').map((line) => line.slice(2));
        const pages: readonly Observation[] = yield* together(urls.map(calls.fetch), 'all at once');
        const silent = urls.filter((_, at) => pages[at]?.isError);
        const again: readonly Observation[] = yield* together(
          silent.map(calls.fetch),
          'once more for those that did not answer',
        );
        const pageOf = (url: string, at: number) => (silent.includes(url) ? again[silent.indexOf(url)] : pages[at]);
        const known = urls.flatMap((url, at) => {
          const page = pageOf(url, at);
          return page && !page.isError ? [`- ${url}: ${match(page.text, /State of \w+: ([\w ]+)\./)[0]}`] : [];
        });
        const rows = known.join('\n');
        const still = urls.filter((url, at) => pageOf(url, at)?.isError);
        return still.length === 0 ? hand.say('done', { rows }) : hand.say('silent', { rows, urls: still.join(', ') });
      },
    },
  ],
  check: (pages, { answers, calls: made }) => ({
    'states each state, or that there is none': pages.every(({ url, state }) =>
      state ? answers[0]?.includes(`${url}: ${state}`) : answers[0]?.includes('503') && answers[0].includes(url),
    ),
    'no page is asked for more than twice': pages.every(
      ({ url }) => made.filter(({ args }) => args.url === url).length <= 2,
    ),
  }),
});
