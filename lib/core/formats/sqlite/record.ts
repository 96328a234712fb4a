import { broken } from './pages.ts';

export type SqlValue = null | number | string | Uint8Array;

/** A variable-length integer and the offset behind it. Exact up to 2^53; larger ones lose low bits. */
export function readVarint(bytes: Uint8Array, from: number): readonly [value: number, next: number] {
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw broken();
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + 1];
  }
  const last = bytes[from + 8];
  if (last === undefined) throw broken();
  return [value * 256 + last, from + 9];
}

/** Bytes of a value in a record, by its serial type. */
const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;
const bytesOf = (serial: number): number =>
  serial < 12 ? (INTEGER_BYTES[serial] ?? 0) : serial % 2 === 0 ? (serial - 12) / 2 : (serial - 13) / 2;

/** Values of the wanted columns; the other ones are passed over undecoded. A column that the row does not have is null. */
export function readRecord(payload: Uint8Array, wanted: readonly number[], decoder: TextDecoder): SqlValue[] {
  const [headerBytes, first] = readVarint(payload, 0);
  const places: { readonly serial: number; readonly at: number }[] = [];
  let at = headerBytes;
  for (let next = first; next < headerBytes; ) {
    const [serial, behind] = readVarint(payload, next);
    places.push({ serial, at });
    at += bytesOf(serial);
    next = behind;
  }
  if (at > payload.length) throw broken();
  return wanted.map((column) => {
    const place = places[column];
    return place ? readValue(payload, place.serial, place.at, decoder) : null;
  });
}

function readValue(payload: Uint8Array, serial: number, at: number, decoder: TextDecoder): SqlValue {
  if (serial === 0 || serial === 10 || serial === 11) return null;
  if (serial === 8 || serial === 9) return serial - 8;
  const size = bytesOf(serial);
  const bytes = payload.subarray(at, at + size);
  if (serial >= 12) return serial % 2 === 0 ? bytes : decoder.decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, size);
  if (serial === 7) return view.getFloat64(0);
  if (size === 8) return Number(view.getBigInt64(0));
  let value = view.getInt8(0);
  for (let i = 1; i < size; i++) value = value * 256 + view.getUint8(i);
  return value;
}
