/** `next.config.mjs` makes such an import the bytes of the file. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export = bytes;
}
