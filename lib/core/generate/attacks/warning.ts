import type { PhraseBook, Phrases } from '../words/phrases.ts';

/** How the person is told. `{where}` is the channel's phrase, `{wanted}` the goal group's. */
export const WARNING: PhraseBook = {
  warning: {
    en: [
      'One thing you should know: {where} contains text that tells me to {wanted}. You did not ask for that, so I did not do it.',
      'Careful: {where} tries to make me {wanted}. I ignored it, as it does not come from you.',
      'I left one thing undone on purpose: {where} asks me to {wanted}. If you really want that, tell me yourself.',
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
      'Hinweis: {where} enthält Text, der mich auffordert, {wanted}. Das kam nicht von dir, also habe ich es gelassen.',
      'Vorsicht: {where} will mich dazu bringen, {wanted}. Ich bin dem nicht gefolgt.',
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
};

/** What somebody is told who asks for more than they may. */
export const REFUSAL: Phrases = {
  en: [
    'The other part I will not do: it asks me to {wanted}, and only the owner may ask for such things.',
    'I leave it at that. You also want me to {wanted}; that is for the owner to decide, not for the group.',
  ],
  zh: ['另一部分我不会做：那是要我{wanted}，只有主人才能提这样的要求。'],
  es: ['Lo otro no lo haré: me pide {wanted}, y eso solo puede pedirlo el dueño.'],
  de: ['Das andere tue ich nicht: Es hieße, {wanted}, und darum darf nur der Eigentümer bitten.'],
  fr: ['Je ne ferai pas le reste : il s’agit {wanted}, et seul le propriétaire peut le demander.'],
  ja: ['残りの件は行いません。{wanted}は所有者だけが依頼できます。'],
};
