import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import {
  brotliDecompress,
  brotliDecompressSync,
  gunzip,
  gunzipSync,
  inflate,
  inflateRaw,
  inflateRawSync,
  inflateSync,
  zstdDecompress,
  zstdDecompressSync,
} from 'node:zlib'
import { longBodyPace } from './body-pace.ts'
import { longBodies } from './long-bodies.ts'

/** Up to this many compressed bytes are decoded synchronously: handing them to another thread costs more than the work. */
const SYNC_BYTES = 128 * 1024

/** Also the limit for decoded bytes: a body that grows beyond it, however small it was, continues on another thread. */
const SYNC_DECODED_BYTES = 1024 * 1024

/** The start of XML, HTML and JSON. */
const DOCUMENT = /^(?:\xef\xbb\xbf)?\s*(?:<[!?a-z]|\{\s*")/i

/** Size of decompressed chunks: each one from another thread calls this one, and most feeds fit in one. */
const PIECE_BYTES = 128 * 1024

type DecodedBody =
  | { readonly kind: 'body'; readonly body: Uint8Array }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'bad-encoding'; readonly reason: string }

const CODINGS = {
  gzip: { now: gunzipSync, later: promisify(gunzip) },
  deflate: { now: inflateSync, later: promisify(inflate) },
  'raw deflate': { now: inflateRawSync, later: promisify(inflateRaw) },
  br: { now: brotliDecompressSync, later: promisify(brotliDecompress) },
  zstd: { now: zstdDecompressSync, later: promisify(zstdDecompress) },
} as const

/**
 * Decodes a body's content coding (RFC 9110 section 8.4). Only one layer, since nobody honest sends two, and at most
 * `limitBytes` of output, however well it was compressed. A body that can't be decoded and begins like a document wasn't
 * compressed: some servers name a coding they didn't use, or a charset in its place.
 */
export async function decodeBody(packed: Buffer, contentEncoding: string, limitBytes: number): Promise<DecodedBody> {
  const decoded = await unpack(packed, contentEncoding, limitBytes)
  return decoded.kind === 'bad-encoding' && DOCUMENT.test(packed.toString('latin1', 0, 200))
    ? { kind: 'body', body: packed }
    : decoded
}

async function unpack(packed: Buffer, contentEncoding: string, limitBytes: number): Promise<DecodedBody> {
  const name = contentEncoding.trim().toLowerCase()
  if (name === '' || name === 'identity' || packed.length === 0) return { kind: 'body', body: packed }
  const coding = codingOf(name, packed)
  if (coding === undefined)
    return { kind: 'bad-encoding', reason: `Content-Encoding “${name.slice(0, 60)}” is not supported` }
  try {
    const { now, later } = CODINGS[coding]
    const atOnce = packed.length <= SYNC_BYTES ? decodeShort(now, packed, limitBytes) : undefined
    return { kind: 'body', body: atOnce ?? (await inTurn(limitBytes, (options) => later(packed, options))) }
  } catch (error) {
    if (hasCode(error, 'ERR_BUFFER_TOO_LARGE')) return { kind: 'too-large', limitBytes }
    return { kind: 'bad-encoding', reason: `The ${coding} data is broken` }
  }
}

/** Decompresses when there is room for all the output, and no faster on average than long bodies are read. */
async function inTurn(
  maxOutputLength: number,
  unpack: (options: { readonly maxOutputLength: number; readonly chunkSize: number }) => Promise<Buffer>,
): Promise<Buffer> {
  const leave = await longBodies.enter(maxOutputLength)
  try {
    const body = await unpack({ maxOutputLength, chunkSize: PIECE_BYTES })
    await sleep(longBodyPace.take(body.length))
    return body
  } finally {
    leave()
  }
}

/** Decodes synchronously what stays short; undefined if it doesn't. */
function decodeShort(
  decode: (packed: Buffer, options: { readonly maxOutputLength: number; readonly chunkSize: number }) => Buffer,
  packed: Buffer,
  limitBytes: number,
): Buffer | undefined {
  try {
    return decode(packed, { maxOutputLength: Math.min(SYNC_DECODED_BYTES, limitBytes), chunkSize: PIECE_BYTES })
  } catch (error) {
    if (limitBytes > SYNC_DECODED_BYTES && hasCode(error, 'ERR_BUFFER_TOO_LARGE')) return undefined
    throw error
  }
}

function codingOf(name: string, packed: Buffer): keyof typeof CODINGS | undefined {
  if (name === 'gzip' || name === 'x-gzip') return 'gzip'
  if (name === 'br' || name === 'zstd') return name
  // Some servers send deflate without the zlib header that RFC 9110 section 8.4.1.2 requires.
  if (name === 'deflate') return hasZlibHeader(packed) ? 'deflate' : 'raw deflate'
  return undefined
}

/** RFC 1950 section 2.2; a body of one byte has none. */
function hasZlibHeader(packed: Buffer): boolean {
  return packed.length >= 2 && (packed.readUInt8(0) & 0x0f) === 8 && packed.readUInt16BE(0) % 31 === 0
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
