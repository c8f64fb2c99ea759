import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

export type WarcPage = {
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array
  /** The fields of its metadata record: our own files contain title, outlet, author (one or several) and published. */
  readonly about?: ReadonlyMap<string, readonly string[]>
}

const LATIN1 = new TextDecoder('latin1')
const MAX_BODY = 64 * 2 ** 20
/** For all pages together; wasted unpacking counts. */
const MAX_UNPACKED = 1024 * 2 ** 20

/**
 * Reads the HTML responses and resources of an unpacked WARC file (ISO 28500), and texts made from pages (`conversion`), with the fields of
 * their `metadata` records. Records that cannot be used are named with the reason.
 */
export function readWarc(
  bytes: Uint8Array,
  mostUnpacked = MAX_UNPACKED,
): {
  readonly pages: readonly WarcPage[]
  readonly skipped: readonly string[]
} {
  const pages: (WarcPage & { readonly id: string })[] = []
  const about = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const skipped: string[] = []
  let left = mostUnpacked
  const unpackOne = (packed: Uint8Array, encoding: string) => {
    const most = Math.min(MAX_BODY, left)
    const body = most > 0 ? unpack(packed, encoding, most) : undefined
    left -= body?.length ?? most
    return body
  }
  let at = 0
  while (at < bytes.length) {
    const record = recordAt(bytes, at)
    if (!record) {
      skipped.push(`The file is broken at byte ${at}; what comes after was not read.`)
      break
    }
    at = record.end
    const type = record.fields.get('warc-type')
    const url = (record.fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
    if (type === 'metadata') about.set(record.fields.get('warc-refers-to') ?? '', warcFields(record))
    if (type !== 'response' && type !== 'resource' && type !== 'conversion') continue
    const page = type === 'response' ? responsePage(url, record.block, unpackOne) : resourcePage(url, record, type)
    if (typeof page === 'string') skipped.push(`${url}: ${page}`)
    else pages.push({ ...page, id: record.fields.get('warc-record-id') ?? '' })
  }
  return {
    pages: pages.map(({ id, ...page }) => {
      const known = id === '' ? undefined : about.get(id)
      return known ? { ...page, about: known } : page
    }),
    skipped,
  }
}

/** The fields of a metadata record (`application/warc-fields`), each with its values in order. */
function warcFields({ fields, block }: Record): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  if (!/warc-fields/i.test(fields.get('content-type') ?? '')) return found
  for (const line of new TextDecoder().decode(block).split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const values = found.get(name) ?? []
    values.push(line.slice(colon + 1).trim())
    found.set(name, values)
  }
  return found
}

type Record = { readonly fields: ReadonlyMap<string, string>; readonly block: Uint8Array; readonly end: number }

function recordAt(bytes: Uint8Array, at: number): Record | undefined {
  const head = headEnd(bytes, at)
  if (head === undefined) return undefined
  const fields = fieldsOf(LATIN1.decode(bytes.subarray(at, head.start)))
  const length = Number(fields.get('content-length'))
  if (!Number.isInteger(length) || length < 0 || head.end + length > bytes.length) return undefined
  let end = head.end + length
  while (bytes[end] === 13 || bytes[end] === 10) end += 1
  return { fields, block: bytes.subarray(head.end, head.end + length), end }
}

type Unpack = (packed: Uint8Array, encoding: string) => Uint8Array | undefined

function responsePage(url: string, block: Uint8Array, unpackOne: Unpack): WarcPage | string {
  const head = headEnd(block, 0)
  if (head === undefined) return 'no HTTP header'
  const text = LATIN1.decode(block.subarray(0, head.start))
  if (!/^HTTP\/\S+ 2\d\d/.test(text)) return `answered ${text.split('\r\n')[0]}`
  const fields = fieldsOf(text)
  const contentType = fields.get('content-type') ?? ''
  if (!/html/i.test(contentType)) return `is ${contentType || 'of no type'}, not HTML`
  const chunked = /chunked/i.test(fields.get('transfer-encoding') ?? '')
  const raw = chunked ? dechunk(block.subarray(head.end)) : block.subarray(head.end)
  const encoding = fields.get('content-encoding') ?? ''
  const body = isPacked(encoding) ? unpackOne(raw, encoding) : raw
  return body ? { url, contentType, body } : 'could not be unpacked'
}

function resourcePage(url: string, record: Record, type: 'resource' | 'conversion'): WarcPage | string {
  const contentType = record.fields.get('content-type') ?? ''
  return /html/i.test(contentType) || (type === 'conversion' && /^text\/plain/i.test(contentType))
    ? { url, contentType, body: record.block }
    : `is ${contentType || 'of no type'}, not HTML`
}

function headEnd(bytes: Uint8Array, from: number): { readonly start: number; readonly end: number } | undefined {
  for (let at = from; at < Math.min(bytes.length, from + 65_536); at += 1)
    if (bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10)
      return { start: at, end: at + 4 }
  return undefined
}

function fieldsOf(head: string): ReadonlyMap<string, string> {
  const pairs = head.split('\r\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : []
  })
  return new Map(pairs)
}

/** RFC 9112 §7.1. */
function dechunk(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf(10, at)
    if (lineEnd < 0) break
    const size = Number.parseInt(LATIN1.decode(bytes.subarray(at, lineEnd)), 16)
    if (!(size > 0)) break
    parts.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + size))
    at = lineEnd + 1 + size + 2
  }
  return new Uint8Array(Buffer.concat(parts))
}

function isPacked(encoding: string): boolean {
  return /gzip|br|deflate/i.test(encoding)
}

function unpack(bytes: Uint8Array, encoding: string, maxOutputLength: number): Uint8Array | undefined {
  const limit = { maxOutputLength }
  try {
    if (/gzip/i.test(encoding)) return new Uint8Array(gunzipSync(bytes, limit))
    if (/br/i.test(encoding)) return new Uint8Array(brotliDecompressSync(bytes, limit))
    return new Uint8Array(inflateSync(bytes, limit))
  } catch {
    return undefined // broken or too large
  }
}
