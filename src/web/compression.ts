import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

const brotli = promisify(brotliCompress)
const texts = /^(?:text\/(?:html|css|javascript)|image\/svg\+xml)/
/** Smaller answers are sent uncompressed. */
export const leastBytes = 1024
/** Up to this size is compressed synchronously: passing it to another thread and back costs more. */
export const mostAtOnce = 256 * 1024
/**
 * Quality 5 is as small as 6 to within 1%. Up to the size of a list, 4 takes half the time for 2% more bytes; on the largest pages it loses
 * too much. For lists and what they link to, which are made most, 2 takes a third of the time of 4 for 6% more bytes, and hardly more time
 * than 1, which makes 6% more again.
 */
const [qualityOfPages, qualityOfTexts, qualityOfLists] = [5, 4, 2]
const mostOfLists = 96 * 1024

/**
 * Brotli (RFC 7932) for pages and assets if the browser accepts it, which it does over https and from this machine: 10% smaller than gzip
 * and faster. Everything else is left to the gzip middleware outside.
 */
export function brotliPages(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { headers } = context.res
    if (context.res.status !== 200 || headers.has('Content-Encoding')) return
    if (!texts.test(headers.get('Content-Type') ?? '')) return
    if (context.req.method === 'HEAD') return describePacked(context)
    if (!takesBrotli(context)) return
    const body = Buffer.from(await context.res.arrayBuffer())
    // An asset is cached for good and sent to every reader, so it is worth the time; it is compressed once.
    const isAsset = context.req.path.startsWith('/assets/')
    const smaller = body.length < leastBytes ? body : isAsset ? await once(context.req.path, body) : await packed(body)
    context.res = new Response(smaller, { status: 200, headers })
    context.res.headers.delete('Content-Length')
    context.res.headers.append('Vary', 'Accept-Encoding')
    const etag = headers.get('ETag')
    if (etag && !etag.startsWith('W/')) context.res.headers.set('ETag', `W/${etag}`)
    if (smaller !== body) context.res.headers.set('Content-Encoding', 'br')
  }
}

/** Sets the headers a GET would have, without compressing a body only to discard it. */
function describePacked(context: Context): void {
  const { headers } = context.res
  headers.append('Vary', 'Accept-Encoding')
  const etag = headers.get('ETag')
  if (etag && !etag.startsWith('W/') && takesBrotli(context)) headers.set('ETag', `W/${etag}`)
}

const compressed = new Map<string, Promise<Buffer<ArrayBuffer>>>()

/** Few assets exist under the current hash; requests with older hashes are not cached. */
function once(path: string, body: Buffer): Promise<Buffer<ArrayBuffer>> {
  const found = compressed.get(path) ?? squeezed(body, 11)
  if (compressed.size < 20) compressed.set(path, found)
  return found
}

/** Compresses a page with Brotli. */
export async function packed(page: Buffer): Promise<Buffer<ArrayBuffer>> {
  return page.length > mostAtOnce ? squeezed(page, qualityOfPages) : packedAtOnce(page)
}

/** The same synchronously, for up to `mostAtOnce` bytes; `isList`: a page requested most, where time counts more than the last bytes. */
export function packedAtOnce(page: Buffer, isList = false): Buffer<ArrayBuffer> {
  // Output buffer: the default 16 kB would be held with each cached page.
  const chunkSize = Math.min(16_384, Math.max(4_096, page.length >> 1))
  return brotliCompressSync(page, { chunkSize, params: paramsOf(page, qualityOf(page, isList)) })
}

function qualityOf({ length }: Buffer, isList: boolean): number {
  if (length > mostOfLists) return qualityOfPages
  return isList ? qualityOfLists : qualityOfTexts
}

async function squeezed(body: Buffer, quality: number): Promise<Buffer<ArrayBuffer>> {
  return await brotli(body, { params: paramsOf(body, quality) })
}

function paramsOf(body: Buffer, quality: number) {
  return {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_LGWIN]: windowOf(body),
  }
}

/** A window as large as the input: the default 4 MB would be allocated for each page in vain. */
function windowOf(body: Buffer): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length + 16))))
}

/** As browsers write it, without a weight. */
const namedAlone = /(?:^|,) *br *(?:,|$)/

export function takesBrotli(context: Context): boolean {
  const given = context.req.header('Accept-Encoding') ?? ''
  if (namedAlone.test(given)) return true
  const accepted = given.split(',').map((part) => part.split(';').map((piece) => piece.trim()))
  return accepted.some(([name, weight]) => name === 'br' && !/^q=0(?:\.0*)?$/.test(weight ?? ''))
}
