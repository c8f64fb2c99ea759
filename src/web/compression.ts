import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

const brotli = promisify(brotliCompress)
const texts = /^(?:text\/(?:html|css|javascript)|image\/svg\+xml)/
/** What is smaller is sent as it is. */
export const leastBytes = 1024
/** Up to so many bytes are packed at once: handing them to another thread and back costs more. */
export const mostAtOnce = 256 * 1024
/**
 * 5 is as small as 6 to a hundredth. Of what is no larger than a list, 4 is a fiftieth larger in half of the time; of the largest pages
 * too much. For lists and what they lead to, which pack well and are made most, 1 is an eighth larger than 4 in a quarter of the time.
 */
const [qualityOfPages, qualityOfTexts, qualityOfLists] = [5, 4, 1]
const mostOfLists = 96 * 1024
/** Level 1 packs each window by itself, so that it has to be larger than the page. */
const windowOfLists = 18

/**
 * Brotli (RFC 7932) for pages and assets where the browser takes it, which it does over https and from this machine: a
 * tenth smaller than gzip and quicker. All else is left to the gzip that stands outside.
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
    // Cached for good and sent to every reader, an asset is worth the time; it is compressed once.
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

/** What a GET would say of its packing. Nothing is packed to be thrown away. */
function describePacked(context: Context): void {
  const { headers } = context.res
  headers.append('Vary', 'Accept-Encoding')
  const etag = headers.get('ETag')
  if (etag && !etag.startsWith('W/') && takesBrotli(context)) headers.set('ETag', `W/${etag}`)
}

const compressed = new Map<string, Promise<Buffer<ArrayBuffer>>>()

/** An asset is one of few under the hash of today; what is asked for under older hashes is not kept. */
function once(path: string, body: Buffer): Promise<Buffer<ArrayBuffer>> {
  const found = compressed.get(path) ?? squeezed(body, 11)
  if (compressed.size < 20) compressed.set(path, found)
  return found
}

/** A page packed with Brotli. */
export async function packed(page: Buffer): Promise<Buffer<ArrayBuffer>> {
  return page.length > mostAtOnce ? squeezed(page, qualityOfPages) : packedAtOnce(page)
}

/** The same without waiting, of what is no larger than `mostAtOnce`; `isList`: a page that is asked for most, where time counts more than the last bytes. */
export function packedAtOnce(page: Buffer, isList = false): Buffer<ArrayBuffer> {
  // Room for what comes out: the usual 16 kB would be held with each page that is kept.
  const chunkSize = Math.min(16_384, Math.max(4_096, page.length >> 1))
  return brotliCompressSync(page, { chunkSize, params: paramsOf(page, qualityOf(page, isList)) }) as Buffer<ArrayBuffer>
}

function qualityOf({ length }: Buffer, isList: boolean): number {
  if (length > mostOfLists) return qualityOfPages
  return isList ? qualityOfLists : qualityOfTexts
}

async function squeezed(body: Buffer, quality: number): Promise<Buffer<ArrayBuffer>> {
  return (await brotli(body, { params: paramsOf(body, quality) })) as Buffer<ArrayBuffer>
}

function paramsOf(body: Buffer, quality: number) {
  return {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_LGWIN]: quality === qualityOfLists ? windowOfLists : windowOf(body),
  }
}

/** A window as large as what is packed: one of the usual 4 MB is memory that each page would fill for nothing. */
function windowOf(body: Buffer): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length + 16))))
}

/** As browsers name it, without a weight. */
const namedAlone = /(?:^|,) *br *(?:,|$)/

/** Whether the browser takes Brotli. */
export function takesBrotli(context: Context): boolean {
  const given = context.req.header('Accept-Encoding') ?? ''
  if (namedAlone.test(given)) return true
  const accepted = given.split(',').map((part) => part.split(';').map((piece) => piece.trim()))
  return accepted.some(([name, weight]) => name === 'br' && !/^q=0(?:\.0*)?$/.test(weight ?? ''))
}
