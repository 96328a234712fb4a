import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the directory says instead of the truth. */
  readonly declaredSize?: number;
  /** The same of what is packed as well. */
  readonly claimedBytes?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
}

/** A zip with full control over names, sizes and flags: what well-meaning writers refuse to write. */
export function zip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data;
    const method = part.method ?? 8;
    const packed = method === 8 ? deflateRawSync(data) : data;
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (part.encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(part.claimedBytes ?? packed.length, 14);
    fields.writeUInt32LE(part.claimedBytes ?? part.declaredSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, place, name]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end]));
}

/** A tar of files; a name beyond 100 bytes gets a record of its own. */
export function tar(
  parts: readonly { readonly name: string; readonly data: string; readonly type?: string }[],
): Uint8Array<ArrayBuffer> {
  const block = (name: string, data: Buffer, type: string) => {
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 100), 0);
    header.write(data.length.toString(8).padStart(11, '0'), 124);
    header.write(type, 156);
    header.write('ustar', 257);
    return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
  };
  const blocks = parts.flatMap(({ name, data, type }) => [
    ...(name.length > 100 ? [block('././@LongLink', Buffer.from(`${name}\0`), 'L')] : []),
    block(name, Buffer.from(data), type ?? '0'),
  ]);
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A zstd frame of stored blocks, or of one byte repeated `repeat` times 128 KiB. */
export function zstd(data: string, repeat = 0): Uint8Array<ArrayBuffer> {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]);
  const body = Buffer.from(data);
  const block = (size: number, type: number, last: boolean) => {
    const bytes = Buffer.alloc(3);
    bytes.writeUIntLE((size << 3) | (type << 1) | (last ? 1 : 0), 0, 3);
    return bytes;
  };
  const runs = Array.from({ length: repeat }, (_, at) => [
    block(128 * 1024, 1, at === repeat - 1),
    Buffer.from(' '),
  ]).flat();
  return new Uint8Array(Buffer.concat([header, block(body.length, 0, repeat === 0), body, ...runs]));
}
