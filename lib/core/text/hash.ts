import { createHMAC, createSHA256, createXXHash64, type IHasher } from 'hash-wasm';

/** Hashes of the product. hash-wasm compiles asynchronously once; after that all of these are synchronous. */
export interface Hashes {
  /** Lower-case hex. */
  sha256(data: string | Uint8Array): string;
  /** First 26 characters of the base32 (RFC 4648, lower case) of SHA-256: 130 bits. */
  shortId(data: string): string;
  /** 16 hex characters; for equality inside one run, never as proof. */
  xxh64(data: string | Uint8Array): string;
  /** A fresh streaming SHA-256; feed it bytes, then `digest()` once. */
  streaming(): Promise<IHasher>;
}

export async function createHashes(): Promise<Hashes> {
  const sha = await createSHA256();
  const xxh = await createXXHash64();
  return {
    sha256: (data) => sha.init().update(data).digest('hex'),
    shortId: (data) => base32(sha.init().update(data).digest('binary')).slice(0, 26),
    xxh64: (data) => xxh.init().update(data).digest('hex'),
    streaming: async () => (await createSHA256()).init(),
  };
}

/** HMAC-SHA-256 with a fixed key; lower-case hex. Used where a bare hash could be guessed (session ids, values). */
export async function createKeyedHash(key: string): Promise<(data: string) => string> {
  const hmac = await createHMAC(createSHA256(), key);
  return (data) => hmac.init().update(data).digest('hex');
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      out += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= 0xff;
  }
  return bits > 0 ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
}
