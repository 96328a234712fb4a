import { edit, exec, send, use, write } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, day, place, some } from '../../words/draw.ts';
import { CHANNELS, GIVEN, SURNAMES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

/** A stretch of a working day: figures, a correction, a letter, a message, a reminder, each leaning on what went before. */
export const workingSession = scenario({
  id: 'turns/working-session',
  family: 'multi-turn',
  skills: ['csv', 'context', 'confirmation', 'cron'],
  tools: ['exec', 'edit', 'write', 'message', 'cron'],
  words: {
    ask: {
      en: ['What is still unpaid in {path}, all together?', 'Add up the open invoices in {path}.'],
      zh: ['{path} 里还没付的一共是多少？'],
      es: ['¿Cuánto queda sin pagar en {path}, en total?'],
      de: ['Wie viel ist in {path} insgesamt noch unbezahlt?'],
      fr: ['Combien reste-t-il d’impayé dans {path}, au total ?'],
      ja: ['{path} の未払いは合計いくらですか。'],
    },
    total: {
      en: ['{sum} EUR are open, in {count} invoices.'],
      zh: ['共 {count} 张未付，合计 {sum} EUR。'],
      es: ['Quedan {sum} EUR, en {count} facturas.'],
      de: ['{sum} EUR sind offen, in {count} Rechnungen.'],
      fr: ['{sum} EUR restent ouverts, sur {count} factures.'],
      ja: ['未払いは {count} 件、合計 {sum} EUR です。'],
    },
    correct: {
      en: ['{firm} has paid {number} this morning. Mark that and tell me the new total.'],
      zh: ['{firm} 今天早上付了 {number}。标记一下，再告诉我新的合计。'],
      es: ['{firm} ha pagado la {number} esta mañana. Márcala y dime el nuevo total.'],
      de: ['{firm} hat {number} heute früh bezahlt. Trag das ein und nenn mir die neue Summe.'],
      fr: ['{firm} a payé la {number} ce matin. Note-le et donne-moi le nouveau total.'],
      ja: ['{firm} が今朝 {number} を支払いました。記録して、新しい合計を教えてください。'],
    },
    corrected: {
      en: ['{number} is marked as paid. Now {sum} EUR are open.'],
      zh: ['{number} 已标记为已付。现在未付合计 {sum} EUR。'],
      es: ['La {number} figura como pagada. Ahora quedan {sum} EUR.'],
      de: ['{number} ist als bezahlt eingetragen. Offen sind jetzt {sum} EUR.'],
      fr: ['La {number} est notée payée. Il reste {sum} EUR.'],
      ja: ['{number} を支払い済みにしました。未払いは {sum} EUR です。'],
    },
    letter: {
      en: ['Who owes the most of what is left? Write them a short reminder into letters/reminder.txt.'],
      zh: ['剩下的里面谁欠得最多？给他写一封简短的催款信，放到 letters/reminder.txt。'],
      es: ['De lo que queda, ¿quién debe más? Escríbele un recordatorio breve en letters/reminder.txt.'],
      de: ['Wer schuldet vom Rest am meisten? Schreib ihm eine kurze Erinnerung nach letters/reminder.txt.'],
      fr: ['Qui doit le plus dans ce qui reste ? Écris-lui un court rappel dans letters/reminder.txt.'],
      ja: ['残りで一番多いのはどこですか。短い督促状を letters/reminder.txt に書いてください。'],
    },
    text: {
      en: ['Dear {firm},\n\ninvoice {number} of {amount} EUR is still open. We would be glad to receive it soon.\n'],
      zh: ['{firm}：\n\n发票 {number}（{amount} EUR）尚未付款，请尽快处理，谢谢。\n'],
      es: [
        'Estimado equipo de {firm}:\n\nla factura {number}, de {amount} EUR, sigue pendiente. Agradeceríamos su pago.\n',
      ],
      de: [
        'Guten Tag {firm},\n\ndie Rechnung {number} über {amount} EUR ist noch offen. Wir freuen uns über eine baldige Zahlung.\n',
      ],
      fr: ['Bonjour {firm},\n\nla facture {number} de {amount} EUR est encore ouverte. Merci de la régler bientôt.\n'],
      ja: ['{firm} 御中\n\n請求書 {number}（{amount} EUR）のお支払いがまだのようです。ご確認をお願いいたします。\n'],
    },
    written: {
      en: ['{firm}, with {amount} EUR ({number}). The reminder is in `letters/reminder.txt`; nothing has been sent.'],
      zh: ['是 {firm}，{amount} EUR（{number}）。催款信在 `letters/reminder.txt`，还没有发出。'],
      es: [
        '{firm}, con {amount} EUR ({number}). El recordatorio está en `letters/reminder.txt`; no se ha enviado nada.',
      ],
      de: [
        '{firm} mit {amount} EUR ({number}). Die Erinnerung liegt in `letters/reminder.txt`; verschickt ist nichts.',
      ],
      fr: ['{firm}, avec {amount} EUR ({number}). Le rappel est dans `letters/reminder.txt` ; rien n’est parti.'],
      ja: ['{firm} の {amount} EUR（{number}）です。督促状は `letters/reminder.txt` にあり、送信はしていません。'],
    },
    tell: {
      en: ['Good. Tell {who} on {channel} what is still open now, that is enough.'],
      zh: ['好。在 {channel} 上告诉 {who} 现在还有多少未付就行。'],
      es: ['Bien. Dile a {who} por {channel} cuánto queda ahora, con eso basta.'],
      de: ['Gut. Sag {who} auf {channel}, was jetzt noch offen ist, das reicht.'],
      fr: ['Bien. Dis à {who} sur {channel} ce qui reste ouvert, ça suffit.'],
      ja: ['では {channel} で {who} に今の未払い額だけ伝えてください。'],
    },
    note: {
      en: ['Open invoices: {sum} EUR.'],
      zh: ['未付发票合计：{sum} EUR。'],
      es: ['Facturas pendientes: {sum} EUR.'],
      de: ['Offene Rechnungen: {sum} EUR.'],
      fr: ['Factures ouvertes : {sum} EUR.'],
      ja: ['未払いの請求書：{sum} EUR。'],
    },
    confirm: {
      en: ['To {who} on {channel}: “{note}” Shall I send it?'],
      zh: ['准备在 {channel} 发给 {who}：“{note}” 可以发吗？'],
      es: ['Para {who}, por {channel}: «{note}» ¿Lo envío?'],
      de: ['An {who} auf {channel}: „{note}“ Soll ich es abschicken?'],
      fr: ['Pour {who}, sur {channel} : « {note} » Je l’envoie ?'],
      ja: ['{channel} の {who} に「{note}」と送ります。よろしいですか。'],
    },
    yes: {
      en: ['Yes. And remind me on {date} at 9:00 UTC to look at the invoices again.'],
      zh: ['发吧。另外 {date} 9:00 UTC 提醒我再看一次发票。'],
      es: ['Sí. Y recuérdame el {date} a las 9:00 UTC que mire las facturas otra vez.'],
      de: ['Ja. Und erinnere mich am {date} um 9:00 UTC, noch einmal nach den Rechnungen zu sehen.'],
      fr: ['Oui. Et rappelle-moi le {date} à 9:00 UTC de revoir les factures.'],
      ja: ['はい。それから {date} の 9:00 UTC に請求書を見直すよう知らせてください。'],
    },
    done: {
      en: ['Sent to {who}, and the reminder is set for {at} (job `{id}`).'],
      zh: ['已发给 {who}，提醒设在 {at}（任务 `{id}`）。'],
      es: ['Enviado a {who}; el recordatorio queda para {at} (trabajo `{id}`).'],
      de: ['An {who} geschickt; die Erinnerung steht für {at} (Auftrag `{id}`).'],
      fr: ['Envoyé à {who} ; le rappel est prévu pour {at} (tâche `{id}`).'],
      ja: ['{who} に送りました。リマインダーは {at} に設定しました（ジョブ `{id}`）。'],
    },
  },
  set(random) {
    const path = `billing/invoices-${between(random, 2, 99)}.csv`;
    const firms = some(random, SURNAMES, between(random, 6, 11));
    const rows = firms.map((firm, at) => ({
      number: `R${between(random, 10, 99)}${String(at).padStart(2, '0')}`,
      firm,
      amount: between(random, 40, 4000),
      state: at < 3 || random.below(2) ? 'open' : 'paid',
    }));
    const [paid] = rows;
    const open = rows.filter(({ state, number }) => state === 'open' && number !== paid?.number);
    const top = [...open].sort((a, b) => b.amount - a.amount)[0];
    const lines = random.shuffle(rows).map(({ number, firm, amount, state }) => `${number},${firm},${amount},${state}`);
    return {
      world: { ...place(random), files: [[path, `number,firm,amount,state\n${lines.join('\n')}\n`]] },
      asked: {
        path,
        firm: paid?.firm ?? '',
        number: paid?.number ?? '',
        who: random.pick(GIVEN),
        channel: random.pick(CHANNELS),
        date: day(random, 2027),
      },
      truth: {
        before: String(open.reduce((sum, { amount }) => sum + amount, paid?.amount ?? 0)),
        after: String(open.reduce((sum, { amount }) => sum + amount, 0)),
        top: top?.firm ?? '',
      },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand) {
        yield* exec(`head -n 3 ${path}`, 'see the columns');
        const [sum = '', count = ''] = lineOf(yield* totalOf(path)).split(' ');
        return hand.say('total', { sum, count });
      },
    },
    {
      ask: 'correct',
      *policy({ path, firm, number }, hand, notes) {
        const row = lineOf(yield* exec(`grep '^${number},${firm},' ${path}`, 'find the invoice'));
        yield* edit(path, row, row.replace(/open$/, 'paid'), 'it has been paid');
        const [sum = ''] = lineOf(yield* totalOf(path)).split(' ');
        notes.set('sum', sum);
        return hand.say('corrected', { number, sum });
      },
    },
    {
      ask: 'letter',
      *policy({ path }, hand) {
        const row = lineOf(yield* exec(`grep ',open$' ${path} | sort -t, -k3 -rn | head -n 1`, 'largest open one'));
        const [number = '', firm = '', amount = ''] = match(row, /^(\w+),(\w+),(\d+),open$/);
        yield* write('letters/reminder.txt', hand.say('text', { firm, number, amount }), 'a draft, not a letter yet');
        yield* exec('cat letters/reminder.txt', 'read it back');
        return hand.say('written', { firm, number, amount });
      },
    },
    {
      ask: 'tell',
      *policy({ path, who, channel }, hand, notes) {
        const [sum = ''] = lineOf(yield* totalOf(path)).split(' ');
        notes.set('note', hand.say('note', { sum }));
        return hand.say('confirm', { who, channel, note: notes.get('note') ?? '' });
      },
    },
    {
      ask: 'yes',
      *policy({ who, channel, date }, hand, notes) {
        yield* send(channel, who.toLowerCase(), notes.get('note') ?? '', 'the person agreed');
        const at = `${date}T09:00:00Z`;
        const job = {
          name: 'look at the invoices',
          schedule: { kind: 'at', at },
          payload: { kind: 'systemEvent', text: 'look at the invoices' },
          sessionTarget: 'main',
        };
        const added = yield* use('cron', { action: 'add', job }, 'a single time');
        return hand.say('done', { who, at, id: match(added.text, /"id": "(\w+)"/)[0] ?? '' });
      },
    },
  ],
  check: async ({ before, after, top }, { world, file, answers, calls }, { path, number, date }) => {
    const sent = world.deeds.filter((deed) => deed.kind === 'sent');
    return {
      'both totals are right': !!answers[0]?.includes(before) && !!answers[1]?.includes(after),
      'only the paid invoice changed':
        !!(await file(path))?.includes(`${number},`) && /,paid$/m.test((await file(path)) ?? ''),
      'the letter goes to who owes most': !!(await file('letters/reminder.txt'))?.includes(top),
      'sends once, the true sum, after the agreement':
        sent.length === 1 &&
        sent[0]?.kind === 'sent' &&
        sent[0].text.includes(after) &&
        calls.every(({ tool, turn }) => tool !== 'message' || turn === 4),
      'the reminder is set': world.jobs.some(({ schedule }) => schedule.startsWith(date)),
    };
  },
});

function totalOf(path: string) {
  return exec(`awk -F, '$4=="open" {s+=$3; n++} END {print s+0, n+0}' ${path}`, 'add up the open ones');
}
