import type { PhraseBook } from '../words/phrases.ts';

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
