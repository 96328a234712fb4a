import { between, day, place } from '../../words/draw.ts';
import { called } from '../../words/goods.ts';
import { GIVEN, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const draftMessage = scenario({
  id: 'ask/draft-message',
  family: 'ask-and-answer',
  skills: ['writing'],
  tools: ['message', 'exec'],
  words: {
    ask: {
      en: [
        'Draft a short note to {who}: the order of {count} {item} arrives on {date} instead. Only the draft, do not send it.',
        'I need wording for {who}: {count} {item}, new delivery date {date}. Do not send anything.',
      ],
      zh: ['帮我写一条给 {who} 的短消息：{count} 个{item}改到 {date} 到货。只要草稿，不要发送。'],
      es: [
        'Redacta una nota breve para {who}: el pedido de {count} {item} llega el {date}. Solo el borrador, no lo envíes.',
      ],
      de: [
        'Entwirf eine kurze Nachricht an {who}: Die Bestellung über {count} {item} kommt erst am {date}. Nur der Entwurf, nicht senden.',
      ],
      fr: [
        'Rédige un mot pour {who} : la commande de {count} {item} arrivera le {date}. Seulement le brouillon, n’envoie rien.',
      ],
      ja: [
        '{who} への短い連絡文を書いてください：{item} {count} 個の納品が {date} に変わりました。下書きだけで、送信しないでください。',
      ],
    },
    done: {
      en: [
        'Hello {who},\n\nyour order of {count} {item} will now arrive on {date}. Sorry for the delay.\n\nKind regards',
        'Hi {who},\n\na short update: the {count} {item} come on {date}. Please tell me if that is a problem.\n\nBest',
      ],
      zh: ['{who}，你好：\n\n{count} 个{item}的到货日期改为 {date}，给你带来不便，抱歉。'],
      es: ['Hola, {who}:\n\nel pedido de {count} {item} llegará el {date}. Perdón por el retraso.\n\nSaludos'],
      de: [
        'Hallo {who},\n\ndie Bestellung über {count} {item} trifft am {date} ein. Entschuldige die Verzögerung.\n\nViele Grüße',
      ],
      fr: ['Bonjour {who},\n\nla commande de {count} {item} arrivera le {date}. Désolé pour le retard.\n\nBien à toi'],
      ja: ['{who} 様\n\n{item} {count} 個の納品は {date} に変更となりました。ご迷惑をおかけします。'],
    },
  },
  set(random, language) {
    return {
      world: place(random),
      asked: {
        who: random.pick(GIVEN),
        item: called(random.pick(PRODUCTS), language).things,
        count: String(between(random, 2, 400)),
        date: day(random, 2026),
      },
      truth: 0,
    };
  },
  turns: [
    {
      ask: 'ask',
      reply({ who, item, count, date }, hand) {
        return hand.say('done', { who, item, count, date });
      },
    },
  ],
  check: (_, { calls, answers }, asked) => ({
    'nothing is sent': calls.length === 0,
    'the draft has all the facts': Object.values(asked).every((fact) => answers[0]?.includes(fact)),
  }),
});
