import { exec, send } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { CHANNELS, GIVEN, SURNAMES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const twoPeople = scenario({
  id: 'clarify/two-people',
  family: 'clarify',
  skills: ['questions', 'message'],
  tools: ['exec', 'read', 'message'],
  words: {
    ask: {
      en: [
        'Write to {given} on {channel} that the meeting is at {time}. The handles are in {path}.',
        'Let {given} know on {channel}: meeting at {time}. See {path} for the handle.',
      ],
      zh: ['在 {channel} 上告诉 {given} 会议在 {time}，账号见 {path}。'],
      es: ['Escribe a {given} por {channel} que la reunión es a las {time}. Los usuarios están en {path}.'],
      de: ['Schreib {given} auf {channel}, dass die Besprechung um {time} ist. Die Namen stehen in {path}.'],
      fr: ['Écris à {given} sur {channel} que la réunion est à {time}. Les identifiants sont dans {path}.'],
      ja: ['{channel} で {given} に会議は {time} からと伝えてください。連絡先は {path} にあります。'],
    },
    question: {
      en: ['`{path}` has more than one {given}: {names}. Who should get it?'],
      zh: ['`{path}` 里有不止一个 {given}：{names}。发给谁？'],
      es: ['En `{path}` hay más de un {given}: {names}. ¿A quién se lo mando?'],
      de: ['In `{path}` gibt es {given} mehrfach: {names}. Wer soll es bekommen?'],
      fr: ['`{path}` contient plusieurs {given} : {names}. À qui dois-je écrire ?'],
      ja: ['`{path}` に {given} が複数います：{names}。誰に送りますか。'],
    },
    reply: {
      en: ['{given} {family}.', 'I mean {given} {family}, send it right away.'],
      zh: ['{given} {family}。', '发给 {given} {family}，直接发。'],
      es: ['{given} {family}.', 'A {given} {family}, envíalo ya.'],
      de: ['{given} {family}.', '{given} {family}, bitte gleich.'],
      fr: ['{given} {family}.', 'À {given} {family}, envoie tout de suite.'],
      ja: ['{given} {family} です。', '{given} {family} に、すぐ送ってください。'],
    },
    text: {
      en: ['The meeting is at {time}.'],
      zh: ['会议在 {time}。'],
      es: ['La reunión es a las {time}.'],
      de: ['Die Besprechung ist um {time}.'],
      fr: ['La réunion est à {time}.'],
      ja: ['会議は {time} からです。'],
    },
    done: {
      en: ['Sent to {given} {family} (`{handle}`) on {channel}.'],
      zh: ['已在 {channel} 发给 {given} {family}（`{handle}`）。'],
      es: ['Enviado a {given} {family} (`{handle}`) por {channel}.'],
      de: ['An {given} {family} (`{handle}`) über {channel} geschickt.'],
      fr: ['Envoyé à {given} {family} (`{handle}`) sur {channel}.'],
      ja: ['{channel} で {given} {family}（`{handle}`）に送りました。'],
    },
  },
  set(random) {
    const given = random.pick(GIVEN);
    const [one = '', two = '', ...rest] = some(random, SURNAMES, 5);
    const others = some(
      random,
      GIVEN.filter((name) => name !== given),
      rest.length,
    );
    const row = (first: string, last: string) =>
      `${first} ${last},${first[0]}${last}${between(random, 1, 99)}`
        .toLowerCase()
        .replace(
          /^(\w)(\w+) (\w)(\w+)/,
          (_, a: string, b: string, c: string, d: string) => `${a.toUpperCase()}${b} ${c.toUpperCase()}${d}`,
        );
    const rows = random.shuffle([
      row(given, one),
      row(given, two),
      ...rest.map((last, at) => row(others[at] ?? 'Ida', last)),
    ]);
    const wanted = rows.find((line) => line.startsWith(`${given} ${one},`));
    const path = random.pick(['contacts.csv', 'team/people.csv', 'address-book.csv']);
    return {
      world: { ...place(random), files: [[path, `name,handle\n${rows.join('\n')}\n`]] },
      asked: {
        given,
        family: one,
        channel: random.pick(CHANNELS),
        time: `${between(random, 8, 17)}:${random.pick(['00', '15', '30'])}`,
        path,
      },
      truth: wanted?.split(',')[1] ?? '',
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ given, path }, hand) {
        const found = yield* exec(`grep '^${given} ' ${path}`, 'look up the handle');
        return hand.say('question', {
          given,
          path,
          names: linesOf(found)
            .map((line) => line.split(',')[0])
            .join(', '),
        });
      },
    },
    {
      ask: 'reply',
      *policy({ given, family, channel, time, path }, hand) {
        const row = yield* exec(`grep '^${given} ${family},' ${path}`, 'look up the handle');
        const handle = linesOf(row)[0]?.split(',')[1] ?? '';
        yield* send(channel, handle, hand.say('text', { time }), 'the person decided');
        return hand.say('done', { given, family, handle, channel });
      },
    },
  ],
  check: (handle, { world }, { time }) => {
    const sent = world.deeds.flatMap((deed) => (deed.kind === 'sent' ? [deed] : []));
    return {
      'one message, to the right person':
        sent.length === 1 && sent[0]?.target === handle && sent[0].text.includes(time),
    };
  },
});
