import { exec, read, send } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { called } from '../../words/goods.ts';
import { CHANNELS, GIVEN, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const confirmThenSend = scenario({
  id: 'schedule/confirm-then-send',
  family: 'schedule-and-message',
  skills: ['message', 'confirmation'],
  tools: ['read', 'exec', 'message'],
  words: {
    ask: {
      en: [
        'Tell {who} on {channel} how many {things} are left. The count is in {path}.',
        'Look up the stock of {things} in {path} and let {who} know on {channel}.',
      ],
      zh: [
        '在 {channel} 上告诉 {who} {things}还剩多少，数量在 {path} 里。',
        '查一下 {path} 里{things}的库存，然后用 {channel} 通知 {who}。',
      ],
      es: [
        'Dile a {who} por {channel} cuántas unidades de {things} quedan. El dato está en {path}.',
        'Mira las existencias de {things} en {path} y avisa a {who} por {channel}.',
      ],
      de: [
        'Sag {who} über {channel}, wie viele {things} noch da sind. Die Zahl steht in {path}.',
        'Sieh in {path} den Bestand an {things} nach und gib ihn {who} über {channel} durch.',
      ],
      fr: [
        'Dis à {who} sur {channel} combien il reste de {things}. Le chiffre est dans {path}.',
        'Regarde le stock de {things} dans {path} et préviens {who} sur {channel}.',
      ],
      ja: [
        '{channel} で {who} に{things}の残りを伝えてください。数は {path} にあります。',
        '{path} で{things}の在庫を確認して、{channel} で {who} に知らせてください。',
      ],
    },
    text: {
      en: ['{count} {things} left in stock.'],
      zh: ['{things}库存：还剩 {count}。'],
      es: ['Existencias de {things}: quedan {count}.'],
      de: ['Noch {count} {things} auf Lager.'],
      fr: ['Il reste {count} {things} en stock.'],
      ja: ['{things}の在庫は残り {count} です。'],
    },
    confirm: {
      en: [
        '`{path}` says {count}. I would send this to {who} on {channel}:\n\n> {text}\n\nShall I?',
        'Ready to send to {who} ({channel}): "{text}" The figure is from `{path}`. OK to send?',
      ],
      zh: ['`{path}` 里是 {count}。准备在 {channel} 发给 {who}：\n\n> {text}\n\n可以发吗？'],
      es: ['En `{path}` pone {count}. Enviaría esto a {who} por {channel}:\n\n> {text}\n\n¿Lo envío?'],
      de: ['In `{path}` steht {count}. Ich würde {who} über {channel} schreiben:\n\n> {text}\n\nSoll ich?'],
      fr: ['`{path}` indique {count}. J’enverrais ceci à {who} sur {channel} :\n\n> {text}\n\nJe l’envoie ?'],
      ja: ['`{path}` では {count} です。{channel} で {who} に次の文を送ります。\n\n> {text}\n\nよろしいですか。'],
    },
    yes: {
      en: ['Yes, send it.', 'go ahead', 'OK, do it.'],
      zh: ['可以，发吧。', '发'],
      es: ['Sí, envíalo.', 'Adelante.'],
      de: ['Ja, schick es ab.', 'Passt, los.'],
      fr: ['Oui, envoie.', 'Vas-y.'],
      ja: ['はい、送ってください。', 'お願いします。'],
    },
    done: {
      en: ['Sent to {who} on {channel}.', 'Done, {who} has it on {channel}.'],
      zh: ['已在 {channel} 发给 {who}。'],
      es: ['Enviado a {who} por {channel}.'],
      de: ['An {who} über {channel} geschickt.'],
      fr: ['Envoyé à {who} sur {channel}.'],
      ja: ['{channel} で {who} に送りました。'],
    },
  },
  set(random, language) {
    const items = some(random, PRODUCTS, between(random, 5, 9));
    const counts = items.map(() => between(random, 3, 900));
    const item = random.pick(items);
    const path = random.pick(['stock.txt', 'store/stock.txt', 'warehouse/levels.txt', 'inventory/today.txt']);
    const text = items.map((name, at) => `${name}: ${counts[at]}`).join('\n');
    return {
      world: { ...place(random), files: [[path, `${text}\n`]] },
      asked: {
        who: random.pick(GIVEN),
        channel: random.pick(CHANNELS),
        item,
        things: called(item, language).things,
        path,
      },
      truth: String(counts[items.indexOf(item)]),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ who, channel, item, things, path }, hand, notes) {
        const line = yield* hand.random.below(2)
          ? exec(`grep '^${item}:' ${path}`, 'look up the figure')
          : read(path, 'look up the figure');
        const [count = ''] = match(line.text, new RegExp(`${item}: (\\d+)`));
        lineOf(line);
        notes.set('text', hand.say('text', { things, count }));
        return hand.say('confirm', { who, channel, path, count, text: notes.get('text') ?? '' });
      },
    },
    {
      ask: 'yes',
      *policy({ who, channel }, hand, notes) {
        yield* send(channel, who.toLowerCase(), notes.get('text') ?? '', 'the person agreed');
        return hand.say('done', { who, channel });
      },
    },
  ],
  check: (count, { world, calls }, { channel }) => {
    const sent = world.deeds.filter((deed) => deed.kind === 'sent');
    return {
      'sends once, after the agreement':
        sent.length === 1 && calls.every((call) => call.tool !== 'message' || call.turn === 1),
      'sends the true figure': sent[0]?.kind === 'sent' && sent[0].text.includes(count) && sent[0].channel === channel,
    };
  },
});
