import type { PRODUCTS } from './lexicon.ts';
import type { Language } from './phrases.ts';

export type Product = (typeof PRODUCTS)[number];

/** How people call a thing: `the lantern`, `lanterns`. Scripts without articles and plurals have one form. */
export interface Called {
  readonly the: string;
  readonly things: string;
}

type Forms = readonly [the: string, things: string];

/** Files of the pretend worlds name goods in English; people name them in their own language. */
const GOODS: Readonly<Record<Product, Readonly<Record<Exclude<Language, 'en'>, Forms | string>>>> = {
  lantern: {
    de: ['die Laterne', 'Laternen'],
    es: ['la linterna', 'linternas'],
    fr: ['la lanterne', 'lanternes'],
    zh: '提灯',
    ja: 'ランタン',
  },
  kettle: {
    de: ['der Kessel', 'Kessel'],
    es: ['el hervidor', 'hervidores'],
    fr: ['la bouilloire', 'bouilloires'],
    zh: '水壶',
    ja: 'やかん',
  },
  anvil: {
    de: ['der Amboss', 'Ambosse'],
    es: ['el yunque', 'yunques'],
    fr: ['l’enclume', 'enclumes'],
    zh: '铁砧',
    ja: '金床',
  },
  hammock: {
    de: ['die Hängematte', 'Hängematten'],
    es: ['la hamaca', 'hamacas'],
    fr: ['le hamac', 'hamacs'],
    zh: '吊床',
    ja: 'ハンモック',
  },
  compass: {
    de: ['der Kompass', 'Kompasse'],
    es: ['la brújula', 'brújulas'],
    fr: ['la boussole', 'boussoles'],
    zh: '指南针',
    ja: '方位磁石',
  },
  thermos: {
    de: ['die Thermoskanne', 'Thermoskannen'],
    es: ['el termo', 'termos'],
    fr: ['le thermos', 'thermos'],
    zh: '保温瓶',
    ja: '魔法瓶',
  },
  ladder: {
    de: ['die Leiter', 'Leitern'],
    es: ['la escalera', 'escaleras'],
    fr: ['l’échelle', 'échelles'],
    zh: '梯子',
    ja: 'はしご',
  },
  blanket: {
    de: ['die Decke', 'Decken'],
    es: ['la manta', 'mantas'],
    fr: ['la couverture', 'couvertures'],
    zh: '毯子',
    ja: '毛布',
  },
  rope: {
    de: ['das Seil', 'Seile'],
    es: ['la cuerda', 'cuerdas'],
    fr: ['la corde', 'cordes'],
    zh: '绳子',
    ja: 'ロープ',
  },
  toolbox: {
    de: ['der Werkzeugkasten', 'Werkzeugkästen'],
    es: ['la caja de herramientas', 'cajas de herramientas'],
    fr: ['la boîte à outils', 'boîtes à outils'],
    zh: '工具箱',
    ja: '工具箱',
  },
  whistle: {
    de: ['die Pfeife', 'Pfeifen'],
    es: ['el silbato', 'silbatos'],
    fr: ['le sifflet', 'sifflets'],
    zh: '哨子',
    ja: '笛',
  },
  canteen: {
    de: ['die Feldflasche', 'Feldflaschen'],
    es: ['la cantimplora', 'cantimploras'],
    fr: ['la gourde', 'gourdes'],
    zh: '军用水壶',
    ja: '水筒',
  },
  stove: {
    de: ['der Kocher', 'Kocher'],
    es: ['el hornillo', 'hornillos'],
    fr: ['le réchaud', 'réchauds'],
    zh: '炉子',
    ja: 'コンロ',
  },
  tarpaulin: {
    de: ['die Plane', 'Planen'],
    es: ['la lona', 'lonas'],
    fr: ['la bâche', 'bâches'],
    zh: '防水布',
    ja: '防水シート',
  },
  pulley: {
    de: ['die Seilrolle', 'Seilrollen'],
    es: ['la polea', 'poleas'],
    fr: ['la poulie', 'poulies'],
    zh: '滑轮',
    ja: '滑車',
  },
  helmet: {
    de: ['der Helm', 'Helme'],
    es: ['el casco', 'cascos'],
    fr: ['le casque', 'casques'],
    zh: '头盔',
    ja: 'ヘルメット',
  },
  bucket: { de: ['der Eimer', 'Eimer'], es: ['el cubo', 'cubos'], fr: ['le seau', 'seaux'], zh: '水桶', ja: 'バケツ' },
  wrench: {
    de: ['der Schraubenschlüssel', 'Schraubenschlüssel'],
    es: ['la llave inglesa', 'llaves inglesas'],
    fr: ['la clé plate', 'clés plates'],
    zh: '扳手',
    ja: 'スパナ',
  },
  sieve: {
    de: ['das Sieb', 'Siebe'],
    es: ['el tamiz', 'tamices'],
    fr: ['le tamis', 'tamis'],
    zh: '筛子',
    ja: 'ふるい',
  },
  trowel: {
    de: ['die Kelle', 'Kellen'],
    es: ['la paleta', 'paletas'],
    fr: ['la truelle', 'truelles'],
    zh: '抹泥刀',
    ja: 'こて',
  },
  mallet: {
    de: ['der Holzhammer', 'Holzhämmer'],
    es: ['el mazo', 'mazos'],
    fr: ['le maillet', 'maillets'],
    zh: '木槌',
    ja: '木づち',
  },
  chisel: {
    de: ['der Meißel', 'Meißel'],
    es: ['el cincel', 'cinceles'],
    fr: ['le burin', 'burins'],
    zh: '凿子',
    ja: 'のみ',
  },
  spade: {
    de: ['der Spaten', 'Spaten'],
    es: ['la pala', 'palas'],
    fr: ['la bêche', 'bêches'],
    zh: '铁锹',
    ja: 'スコップ',
  },
  barrel: {
    de: ['das Fass', 'Fässer'],
    es: ['el barril', 'barriles'],
    fr: ['le tonneau', 'tonneaux'],
    zh: '木桶',
    ja: '樽',
  },
};

const plural = (product: string): string => `${product}${/(s|x|ch|sh)$/.test(product) ? 'es' : 's'}`;

export function called(product: Product, language: Language): Called {
  if (language === 'en') return { the: `the ${product}`, things: plural(product) };
  const forms = GOODS[product][language];
  return typeof forms === 'string' ? { the: forms, things: forms } : { the: forms[0], things: forms[1] };
}
