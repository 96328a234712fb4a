import { between, place, two } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const explainCron = scenario({
  id: 'ask/explain-cron',
  family: 'ask-and-answer',
  skills: ['cron'],
  tools: ['exec', 'read', 'cron'],
  words: {
    ask: {
      en: [
        'When does "{expr}" run? It is in the crontab of {service}.',
        'Explain the cron line "{expr}" to me.',
        'What does {expr} mean in cron? ({service} uses it)',
      ],
      zh: ['cron 里的“{expr}”是什么时候运行？（{service} 在用）', '解释一下 cron 表达式 {expr}。'],
      es: [
        '¿Cuándo corre "{expr}"? Está en el crontab de {service}.',
        'Explícame la línea de cron "{expr}" ({service}).',
      ],
      de: [
        'Wann läuft "{expr}"? Das steht in der crontab von {service}.',
        'Erklär mir die cron-Zeile "{expr}" ({service}).',
      ],
      fr: [
        'Quand tourne "{expr}" ? C’est dans la crontab de {service}.',
        'Explique-moi la ligne cron "{expr}" ({service}).',
      ],
      ja: [
        'cron の「{expr}」はいつ動きますか（{service} のものです）。',
        '{service} の cron 行「{expr}」の意味を教えてください。',
      ],
    },
    daily: {
      en: [
        'Every day at hour {hour}, minute {minute}. The fields are minute, hour, day of month, month, day of week; a star means "any".',
      ],
      zh: ['每天 {hour} 点 {minute} 分。五个字段依次是分、时、日、月、星期，星号表示任意。'],
      es: [
        'Todos los días, hora {hour}, minuto {minute}. Los campos son minuto, hora, día del mes, mes y día de la semana; el asterisco significa «cualquiera».',
      ],
      de: [
        'Jeden Tag, Stunde {hour}, Minute {minute}. Die Felder sind Minute, Stunde, Tag, Monat, Wochentag; der Stern heißt „beliebig“.',
      ],
      fr: [
        'Tous les jours, heure {hour}, minute {minute}. Les champs sont minute, heure, jour du mois, mois, jour de la semaine ; l’étoile veut dire « n’importe lequel ».',
      ],
      ja: ['毎日、{hour} 時 {minute} 分です。順に分、時、日、月、曜日で、* は「任意」です。'],
    },
    weekdays: {
      en: [
        'Monday to Friday, at hour {hour}, minute {minute}. The last field (1-5) is the day of the week, with Monday first.',
      ],
      zh: ['周一到周五，{hour} 点 {minute} 分。最后一个字段 1-5 是星期。'],
      es: ['De lunes a viernes, hora {hour}, minuto {minute}. El último campo (1-5) es el día de la semana.'],
      de: ['Montag bis Freitag, Stunde {hour}, Minute {minute}. Das letzte Feld (1-5) ist der Wochentag.'],
      fr: ['Du lundi au vendredi, heure {hour}, minute {minute}. Le dernier champ (1-5) est le jour de la semaine.'],
      ja: ['月曜から金曜の {hour} 時 {minute} 分です。最後の 1-5 は曜日です。'],
    },
    every: {
      en: ['Every {step} minutes, around the clock. The */{step} in the first field means "each {step}th minute".'],
      zh: ['每 {step} 分钟一次，全天运行。第一个字段 */{step} 表示每隔 {step} 分钟。'],
      es: ['Cada {step} minutos, a todas horas. El */{step} del primer campo significa «cada {step} minutos».'],
      de: ['Alle {step} Minuten, rund um die Uhr. */{step} im ersten Feld heißt „jede {step}. Minute“.'],
      fr: [
        'Toutes les {step} minutes, jour et nuit. Le */{step} du premier champ veut dire « toutes les {step} minutes ».',
      ],
      ja: ['{step} 分ごとに一日中動きます。最初の */{step} は「{step} 分おき」の意味です。'],
    },
    monthly: {
      en: ['Once a month: on day {date}, at hour {hour}, minute {minute}.'],
      zh: ['每月一次：{date} 日 {hour} 点 {minute} 分。'],
      es: ['Una vez al mes: el día {date}, hora {hour}, minuto {minute}.'],
      de: ['Einmal im Monat: am Tag {date}, Stunde {hour}, Minute {minute}.'],
      fr: ['Une fois par mois : le jour {date}, heure {hour}, minute {minute}.'],
      ja: ['月に一度、{date} 日の {hour} 時 {minute} 分です。'],
    },
  },
  set(random) {
    const [minute, hour, date, step] = [
      between(random, 1, 59),
      between(random, 1, 23),
      between(random, 1, 28),
      random.pick([2, 5, 10, 15, 20, 30]),
    ];
    const expr = random.pick([
      `${minute} ${hour} * * *`,
      `${minute} ${hour} * * 1-5`,
      `*/${step} * * * *`,
      `${minute} ${hour} ${date} * *`,
    ]);
    return {
      world: place(random),
      asked: { expr, service: `${random.pick(SERVICES)}-${two(between(random, 1, 60))}` },
      truth: 0,
    };
  },
  turns: [
    {
      ask: 'ask',
      reply({ expr }, hand) {
        const [minute = '', hour = '', date = '', , weekday = ''] = expr.split(' ');
        if (minute.startsWith('*/')) return hand.say('every', { step: minute.slice(2) });
        if (weekday === '1-5') return hand.say('weekdays', { minute, hour });
        return date === '*' ? hand.say('daily', { minute, hour }) : hand.say('monthly', { minute, hour, date });
      },
    },
  ],
  check: (_, { calls }) => ({ 'no tool is needed and none is called': calls.length === 0 }),
});
