import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Compresses a text with Zstandard, quickly. */
export function packText(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  // Told the size, the compressor takes tables that fit it: twice as fast on a page's worth of text.
  return zstdCompressSync(bytes, {
    pledgedSrcSize: bytes.length,
    params: { [constants.ZSTD_c_compressionLevel]: 1 },
  })
}

/** The text again. Throws for bytes that `packText` did not make. */
export function unpackText(packed: Uint8Array): string {
  return zstdDecompressSync(packed).toString()
}

/** A text that is kept either as it is or packed. */
export function textOf(text: string, packed: Uint8Array | null): string {
  return packed === null ? text : unpackText(packed)
}
