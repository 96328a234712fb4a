import { exec, read, write } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, day, place, times, two } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const CAUSES = [
  'lock wait exceeded',
  'read timed out',
  'no space left',
  'checksum mismatch',
  'too many connections',
] as const;

/** Services behind the gateway, which keeps a log of its own. */
const BEHIND = SERVICES.filter((name) => name !== 'gateway');

/** One request through three logs: each names where to look next. */
export const traceRequest = scenario({
  id: 'inspect/trace-request',
  family: 'inspect',
  skills: ['logs', 'grep', 'root-cause'],
  tools: ['exec', 'read', 'write'],
  words: {
    ask: {
      en: [
        'Request {id} failed. Follow it through the logs in {folder}, find the cause and put it into incidents/{id}.md (service, cause, how many other requests it hit).',
        'Why did request {id} fail? The logs are in {folder}. Note the cause in incidents/{id}.md, with the number of requests that had the same one.',
      ],
      zh: ['请求 {id} 失败了。在 {folder} 的日志里追查原因，写到 incidents/{id}.md（服务、原因、同样原因的请求数）。'],
      es: [
        'La petición {id} falló. Síguela por los registros de {folder}, busca la causa y anótala en incidents/{id}.md (servicio, causa y cuántas peticiones la tuvieron).',
      ],
      de: [
        'Die Anfrage {id} ist gescheitert. Verfolge sie durch die Logs in {folder} und schreib die Ursache nach incidents/{id}.md (Dienst, Ursache, wie viele Anfragen es traf).',
      ],
      fr: [
        'La requête {id} a échoué. Suis-la dans les journaux de {folder} et note la cause dans incidents/{id}.md (service, cause, nombre de requêtes touchées).',
      ],
      ja: [
        'リクエスト {id} が失敗しました。{folder} のログで追跡し、原因を incidents/{id}.md に書いてください（サービス、原因、同じ原因の件数）。',
      ],
    },
    done: {
      en: [
        '{id} went to `{service}`, which waited for {shard}; there it was "{cause}" at {time}. {count} requests ended with the same cause on that shard. It is in `incidents/{id}.md`.',
      ],
      zh: [
        '{id} 到了 `{service}`，它在等 {shard}；{time} 那里出现“{cause}”。该分片上共有 {count} 个请求因此失败。已写入 `incidents/{id}.md`。',
      ],
      es: [
        '{id} llegó a `{service}`, que esperaba a {shard}; allí hubo «{cause}» a las {time}. {count} peticiones acabaron igual en ese shard. Está en `incidents/{id}.md`.',
      ],
      de: [
        '{id} ging an `{service}`, das auf {shard} wartete; dort kam um {time} „{cause}“. {count} Anfragen scheiterten dort aus demselben Grund. Steht in `incidents/{id}.md`.',
      ],
      fr: [
        '{id} est passée par `{service}`, qui attendait {shard} ; là, « {cause} » à {time}. {count} requêtes ont fini de même sur ce shard. C’est dans `incidents/{id}.md`.',
      ],
      ja: [
        '{id} は `{service}` に届き、{shard} を待っていました。{time} にそこで「{cause}」が起きています。同じ原因は {count} 件です。`incidents/{id}.md` に書きました。',
      ],
    },
  },
  set(random) {
    const [folder, service, cause] = [
      random.pick(['logs', 'var/log', 'logs/today']),
      random.pick(BEHIND),
      random.pick(CAUSES),
    ];
    const date = day(random, 2026);
    const shard = `shard-${between(random, 1, 24)}`;
    const ids = times(between(random, 14, 40), () => `r${between(random, 10_000, 99_999)}`);
    const hit = new Set([0, ...times(between(random, 2, 9), () => random.below(ids.length))]);
    const clock = (at: number) =>
      `${date}T${two(6 + Math.floor(at / 6))}:${two((at * 7) % 60)}:${two((at * 13) % 60)}Z`;
    const order = random.shuffle(ids.map((id, at) => ({ id, failed: hit.has(at), target: hit.has(at) })));
    const target = ids[0] ?? '';
    const gateway = order.map(
      ({ id, failed }, at) => `${clock(at)} ${id} -> ${failed ? service : random.pick(SERVICES)} ${failed ? 502 : 200}`,
    );
    const own = order
      .filter(({ failed }) => failed)
      .map(({ id }, at) => `${clock(at)} ${id} ERROR upstream ${shard} gave up`);
    const store = order.flatMap(({ id, failed }, at) =>
      failed
        ? [`${clock(at)} ${shard} ${id} ${cause}`]
        : at % 4 === 0
          ? [`${clock(at)} shard-${30 + at} ${id} ok`]
          : [],
    );
    return {
      world: {
        ...place(random),
        files: [
          [`${folder}/gateway.log`, `${gateway.join('\n')}\n`],
          [`${folder}/${service}.log`, `${own.join('\n')}\n`],
          [`${folder}/store.log`, `${store.join('\n')}\n`],
        ],
      },
      asked: { id: target, folder },
      truth: { service, shard, cause, count: String(hit.size) },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ id, folder }, hand) {
        yield* exec(`ls ${folder}`, 'which logs are there');
        const [service = ''] = match(
          lineOf(yield* exec(`grep -w ${id} ${folder}/gateway.log`, 'the request at the gateway')),
          /-> (\S+) \d/,
        );
        const own = yield* exec(
          `grep -w ${id} ${folder}/${service}.log`,
          'the same request in the service',
          `The gateway passed it to ${service}.`,
        );
        const [shard = ''] = match(own.text, /upstream (\S+) gave up/);
        const below = yield* exec(
          `grep -w ${id} ${folder}/store.log`,
          'what the store says',
          `${service} waited for ${shard}; the store keeps a log of its own.`,
        );
        const [time = '', cause = ''] = match(below.text, new RegExp(`^\\S+T([\\d:]+)Z ${shard} ${id} (.+)$`, 'm'));
        const count = lineOf(
          yield* exec(`grep -c '${shard} .* ${cause}$' ${folder}/store.log`, 'how many had the same cause'),
        );
        const path = `incidents/${id}.md`;
        yield* write(
          path,
          `# ${id}\n\n- service: ${service}\n- where: ${shard}\n- cause: ${cause} (${time})\n- requests with the same cause: ${count}\n`,
          'the report',
        );
        yield* read(path, 'read it back');
        return hand.say('done', { id, service, shard, cause, time, count });
      },
    },
  ],
  check: async (truth, { file, answers }, { id }) => {
    const report = (await file(`incidents/${id}.md`)) ?? '';
    return {
      'the report names service, cause and number': Object.values(truth).every((fact) => report.includes(fact)),
      'so does the answer': Object.values(truth).every((fact) => answers[0]?.includes(fact)),
    };
  },
});
