/** Personal data of low risk can give way to a realistic stand-in from a reserved range; credentials never do. */
export function surrogateOf(type: string, number: number, value: string): string | null {
  switch (type) {
    case 'EMAIL':
      return `user${number}@example.com`;
    case 'IP_ADDRESS':
      return value.includes(':') ? `2001:db8::${number.toString(16)}` : number < 255 ? `192.0.2.${number}` : null;
    case 'PHONE':
      return number < 100 ? `+1-555-555-01${String(number).padStart(2, '0')}` : null;
    case 'MAC_ADDRESS':
      return number < 65_536 ? `02:00:00:00:${hexByte(number >> 8)}:${hexByte(number & 255)}` : null;
    case 'USER':
      return number === 1 ? 'user' : `user${number}`;
    default:
      return null;
  }
}

const hexByte = (value: number): string => value.toString(16).padStart(2, '0');

const MADE: readonly (readonly [string, RegExp])[] = [
  ['EMAIL', /^user\d+@example\.com$/],
  ['IP_ADDRESS', /^(?:2001:db8::[0-9a-f]{1,4}|192\.0\.2\.\d{1,3})$/],
  ['PHONE', /^\+1-555-555-01\d\d$/],
  ['MAC_ADDRESS', /^02:00:00:00:[0-9a-f]{2}:[0-9a-f]{2}$/],
  ['USER', /^user\d*$/],
];

/** Made by `surrogateOf`: a second pass leaves it alone. */
export const isSurrogate = (type: string, value: string): boolean =>
  MADE.some(([of, pattern]) => of === type && pattern.test(value));
