import type { Language } from '../generate/words/phrases.ts';

/** Words so common that a sentence of the language can hardly do without them all; none is shared. */
const COMMON: Readonly<Record<'en' | 'es' | 'de' | 'fr', ReadonlySet<string>>> = {
  en: new Set(
    'the and of to is it for with that this you what which how please from are be can could would'.split(' '),
  ),
  es: new Set('el los las y del por con para qué cuál cómo está hay una al lo puedes favor dime son mi'.split(' ')),
  de: new Set(
    'der die das und den dem ist mit für von ein eine wie bitte nicht auf zu ich mir welche kannst sind'.split(' '),
  ),
  fr: new Set('le les et du des pour avec dans quel quelle est une au peux moi plaît il sur sont ce cette'.split(' ')),
};

const LATIN = Object.keys(COMMON) as (keyof typeof COMMON)[];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;

/** Code, quoted text, paths, and lists, which mostly repeat what was found. */
const NO_PROSE =
  /```[\s\S]*?```|`[^`]*`|"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|「[^」\n]*」|^\s*(?:[-*]|\d+[.)])\s.*$|\S*[/_.]\S+/gm;
/** Words of a language before it counts as spoken. */
const ENOUGH = 4;

/** Whether an answer is plainly in another language than the request. */
export function speaksOther(answer: string, language: Language): boolean {
  const prose = answer.replace(NO_PROSE, ' ');
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  const score = (of: keyof typeof COMMON) => words.filter((word) => COMMON[of].has(word)).length;
  const most = Math.max(...LATIN.filter((other) => other !== language).map(score));
  if (language === 'ja') return !KANA.test(prose) && (most >= ENOUGH || HAN.test(prose));
  if (language === 'zh') return (!HAN.test(prose) && most >= ENOUGH) || KANA.test(prose);
  return most >= ENOUGH && most > 2 * score(language);
}

/** Whether a rewording is in the language of its original, as far as script and common words tell. */
export function languageFits(text: string, original: string, language: Language): boolean {
  if (language === 'ja') return KANA.test(text);
  if (language === 'zh') return HAN.test(text) && (!KANA.test(text) || KANA.test(original));
  if (HAN.test(text) !== HAN.test(original) || KANA.test(text) !== KANA.test(original)) return false;
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !original.includes(`/${word}`));
  const score = (of: keyof typeof COMMON) => words.filter((word) => COMMON[of].has(word)).length;
  const own = score(language);
  // A text of a few words may hold none of them; then nothing speaks against it.
  return LATIN.every((other) => other === language || score(other) <= own);
}
