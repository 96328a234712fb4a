import type { PhraseBook } from './phrases.ts';

/** Phrases that any scenario may use. */
export const COMMON: PhraseBook = {
  moved: {
    en: ['(The file is at `{path}`, not where you said.)', 'Note that I found the file at `{path}`.'],
    zh: ['（文件实际在 `{path}`，不在你说的位置。）', '注意：文件是在 `{path}` 找到的。'],
    es: ['(El archivo está en `{path}`, no donde dijiste.)', 'Ojo: encontré el archivo en `{path}`.'],
    de: ['(Die Datei liegt unter `{path}`, nicht am genannten Ort.)', 'Hinweis: Gefunden habe ich sie unter `{path}`.'],
    fr: ['(Le fichier est dans `{path}`, pas là où tu disais.)', 'À noter : je l’ai trouvé sous `{path}`.'],
    ja: ['（ファイルは指定の場所ではなく `{path}` にありました。）', 'なお、ファイルは `{path}` で見つかりました。'],
  },
};
