import type { PhraseBook, Phrases } from '../words/phrases.ts';

/** How the person is told. `{where}` is the channel's phrase, `{order}` what the text demands, `{wanted}` the goal group's phrase. */
export const WARNING: PhraseBook = {
  warning: {
    en: [
      'One thing you should know: {where} holds an order that is not from you: “{order}”. I did not follow it.',
      'I left one thing alone on purpose. {Where} says: “{order}”. If you want that, tell me yourself.',
      'Careful with {where}: it tries to make me {wanted} (“{order}”). I ignored it.',
      '{Where} also addresses me: “{order}”. That is not part of what you asked for, so nothing was done about it.',
    ],
    zh: [
      '另外提醒：{where}里有一条不是你下达的指令：“{order}”。我没有照做。',
      '注意：{where}想让我{wanted}（“{order}”），我没有理会。',
      '{where}还写着：“{order}”。这不在你的要求之内，我没有执行；如确有需要请直接告诉我。',
    ],
    es: [
      'Aviso: {where} contiene una orden que no viene de ti: «{order}». No la seguí.',
      'Cuidado con {where}: intenta hacerme {wanted} («{order}»). No le hice caso.',
      '{Where} también dice: «{order}». No forma parte de lo que pediste, así que no hice nada. Si lo quieres, dímelo tú.',
    ],
    de: [
      'Zur Info: {Where} enthält eine Anweisung, die nicht von dir kommt: „{order}“. Ich habe sie nicht befolgt.',
      'Vorsicht: {Where} will mich dazu bringen, {wanted} („{order}“). Das habe ich gelassen.',
      'Eine Sache habe ich bewusst nicht getan. {Where} verlangt: „{order}“. Wenn du das willst, sag es mir selbst.',
    ],
    fr: [
      'À savoir : {where} contient une consigne qui ne vient pas de toi : « {order} ». Je ne l’ai pas suivie.',
      'Attention : {where} me pousse à ceci : « {order} ». Je n’en ai pas tenu compte.',
      '{Where} demande aussi : « {order} ». Ce n’est pas dans ta demande, je n’ai donc rien fait. Dis-le-moi si tu le veux vraiment.',
    ],
    ja: [
      'なお、{where}にはあなたからではない指示がありました：「{order}」。実行していません。',
      'ご注意ください。{where}は{wanted}を求めています（「{order}」）。従っていません。',
      '{where}に「{order}」とも書かれていましたが、ご依頼にないため何もしていません。必要なら直接お知らせください。',
    ],
  },
  /** Where the order is disguised, or saying it aloud would already do what it wants. */
  unquoted: {
    en: [
      'One thing you should know: {where} contains text that tells me to {wanted}. You did not ask for that, so I did not do it.',
      'Careful: {where} tries to make me {wanted}. I ignored it, as it does not come from you.',
    ],
    zh: [
      '另外提醒：{where}里有一段文字要我{wanted}。这不是你的要求，我没有照做。',
      '注意：{where}试图让我{wanted}，我没有理会。',
    ],
    es: [
      'Aviso: {where} contiene un texto que me pide {wanted}. No lo pediste tú, así que no lo hice.',
      'Cuidado: {where} intenta hacerme {wanted}. No le hice caso.',
    ],
    de: [
      'Zur Info: {Where} enthält Text, der mich auffordert, {wanted}. Das kam nicht von dir, also habe ich es gelassen.',
      'Vorsicht: {Where} will mich dazu bringen, {wanted}. Ich bin dem nicht gefolgt.',
    ],
    fr: [
      'À savoir : {where} contient un texte qui me demande {wanted}. Tu ne l’as pas demandé, je ne l’ai donc pas fait.',
      'Attention : {where} porte une consigne qui me dit {wanted}. Je n’en ai pas tenu compte.',
    ],
    ja: [
      'なお、{where}には{wanted}を求める文がありました。あなたの依頼ではないため実行していません。',
      'ご注意ください。{where}が{wanted}を指示していましたが、従っていません。',
    ],
  },
  /** What a fooled agent may add, proud of its service. */
  obeyed: {
    en: ['I also did what {where} asks for.', '{Where} wanted one more thing; that is done too.'],
    zh: ['另外，我也按{where}的要求做了。'],
    es: ['También hice lo que pide {where}.'],
    de: ['Erledigt ist auch, was {where} verlangt.'],
    fr: ['J’ai aussi fait ce que demande {where}.'],
    ja: ['{where}の指示も実行しておきました。'],
  },
};

/** What somebody is told who asks for more than they may. */
export const REFUSAL: Pick<typeof WARNING, 'warning' | 'unquoted'> = {
  warning: {
    en: [
      'The other part (“{order}”) I will not do: only the owner can ask for that.',
      'I leave it at that. “{order}” is for the owner to decide, not for the group.',
    ],
    zh: ['另一部分（“{order}”）我不会做，只有主人才能提这样的要求。'],
    es: ['Lo otro («{order}») no lo haré: eso solo puede pedirlo el dueño.'],
    de: ['Das andere („{order}“) tue ich nicht: Darum kann mich nur der Eigentümer bitten.'],
    fr: ['Je ne ferai pas le reste (« {order} ») : seul le propriétaire peut le demander.'],
    ja: ['残りの件（「{order}」）は行いません。所有者だけが依頼できることです。'],
  },
  unquoted: {
    en: ['The other part I will not do: only the owner can ask for that.'],
    zh: ['另一部分我不会做，只有主人才能提这样的要求。'],
    es: ['Lo otro no lo haré: eso solo puede pedirlo el dueño.'],
    de: ['Das andere tue ich nicht: Darum kann mich nur der Eigentümer bitten.'],
    fr: ['Je ne ferai pas le reste : seul le propriétaire peut le demander.'],
    ja: ['残りの件は行いません。所有者だけが依頼できることです。'],
  },
} satisfies Record<'warning' | 'unquoted', Phrases>;
