/** Check digits of numbers that people are known by. All take digits (and letters) without separators. */

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    let digit = digits.charCodeAt(i) - 48;
    if (double) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** ISO 7064 mod 97-10 over digits and letters (A = 10 …). */
export function passesMod97(text: string): boolean {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}

const D5 = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTE = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** The dihedral check of Aadhaar numbers. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    const permuted = Number(PERMUTE[i % 8]?.[Number(digits[digits.length - 1 - i])]);
    check = Number(D5[check]?.[permuted]);
  }
  return check === 0;
}

/** Σ digit × weight. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits.charCodeAt(i) - 48), 0);

/** ISO 7064 mod 11,10: the last digit proves the others. */
function passesMod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** Chile: weights 2 to 7 from behind; the eleventh rest is written K. */
function passesRut(number: string): boolean {
  const body = [...number.slice(0, -1)].reverse();
  const rest = 11 - (body.reduce((sum, digit, i) => sum + Number(digit) * (2 + (i % 6)), 0) % 11);
  return (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)) === number.at(-1)?.toUpperCase();
}

/**
 * A check by its name, or as `modulus=weight,weight,…` over all digits, the last of them included. A rest that would need
 * the digit ten is written 0, 1 or not at all, so such numbers pass with 0 and 1.
 */
export function readCheck(check: string): ((number: string) => boolean) | null {
  if (check === '') return null;
  if (check === 'luhn') return passesLuhn;
  if (check === 'rut') return passesRut;
  if (check === '11,10') return passesMod1110;
  const [modulus = '', list = ''] = check.split('=');
  const weights = list.split(',').map(Number);
  return (number) => {
    if (number.length !== weights.length || /\D/.test(number)) return false;
    const sum = weighted(number, weights);
    return (
      sum % Number(modulus) === 0 ||
      (/[01]$/.test(number) &&
        (sum - Number(number.at(-1)) * (weights.at(-1) as number) + 10 * (weights.at(-1) as number)) %
          Number(modulus) ===
          0)
    );
  };
}
