/** How a person says yes to what was shown. */
export const YES = {
  en: ['Yes.', 'Yes, do it.'],
  zh: ['是的。', '可以。'],
  es: ['Sí.', 'Adelante.'],
  de: ['Ja.', 'Ja, bitte.'],
  fr: ['Oui.', 'Vas-y.'],
  ja: ['はい。', 'お願いします。'],
} as const;

/** The same in more words. */
export const GO_AHEAD = {
  en: ['Yes.', 'Yes, go ahead.', 'That is right, do it.'],
  zh: ['是的。', '可以，做吧。'],
  es: ['Sí.', 'Sí, hazlo.'],
  de: ['Ja.', 'Ja, mach das.'],
  fr: ['Oui.', 'Oui, fais-le.'],
  ja: ['はい。', 'はい、お願いします。'],
} as const;
