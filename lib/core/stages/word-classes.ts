type Range = readonly [first: number, last: number];

/** By range and not by Unicode property: engines know different Unicode versions, and sketches must not differ. */
const SEPARATORS: readonly Range[] = [
  [0x0000, 0x002f],
  [0x003a, 0x0040],
  [0x005b, 0x005e],
  [0x0060, 0x0060],
  [0x007b, 0x00a9],
  [0x00ab, 0x00b4],
  [0x00b6, 0x00b9],
  [0x00bb, 0x00bf],
  [0x00d7, 0x00d7],
  [0x00f7, 0x00f7],
  [0x2000, 0x206f],
  [0x20a0, 0x20cf],
  [0x2190, 0x27bf],
  [0x2900, 0x2bff],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x3030],
  [0xfe00, 0xfe6f],
  [0xfeff, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xfff0, 0xffff],
];

/** Thai to Khmer, CJK with kana, and the surrogates of rarer characters and emoji. */
const SINGLES: readonly Range[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x2e80, 0x9fff],
  [0xd800, 0xdfff],
  [0xf900, 0xfaff],
];

export const SINGLE = 0x10000;

/** Code unit → 0 for a separator, the folded unit of a word, or the unit + 65,536 for a word of its own. */
export const UNIT_CLASS: Uint32Array = unitClasses();

function unitClasses(): Uint32Array {
  const classes = Uint32Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0x41; unit <= 0x5a; unit++) classes[unit] = unit + 0x20;
  for (const [first, last] of SINGLES) for (let unit = first; unit <= last; unit++) classes[unit] = unit + SINGLE;
  for (const [first, last] of SEPARATORS) classes.fill(0, first, last + 1);
  return classes;
}
