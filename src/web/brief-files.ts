import type { Context } from 'hono'
import type { Recording } from '../core/recording.ts'
import type { ToldBrief } from '../core/told-brief.ts'

/** Hands out a file as a download. */
export function sendFile(
  context: Context,
  {
    body,
    contentType,
    fileName,
  }: { readonly body: string | Uint8Array<ArrayBuffer>; readonly contentType: string; readonly fileName: string },
): Response {
  return context.body(body, 200, {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'private, no-cache',
  })
}

/**
 * Hands out a recording, whole or a part of it: players ask for parts to move about in it (RFC 9110, 14.2). A part goes on from another of
 * the same file alone: whoever names one that was made before gets the whole.
 */
export async function sendRecording(context: Context, recording: Recording): Promise<Response> {
  const { bytes: size, contentType } = recording
  const etag = `"${recording.tag}"`
  const headers = {
    'Content-Type': contentType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    ETag: etag,
  }
  const { method } = context.req
  if (method === 'HEAD') return context.body(null, 200, { ...headers, 'Content-Length': String(size) })
  const condition = context.req.header('if-range')
  const isSame = condition === undefined || condition === etag
  const asked = isSame ? rangeIn(context.req.header('range'), size) : undefined
  if (!asked) return context.body(new Uint8Array(await recording.read()), 200, headers)
  const { from, last } = asked
  if (from > last) return context.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` })
  const part = new Uint8Array(await recording.read(from, last))
  return context.body(part, 206, { ...headers, 'Content-Range': `bytes ${from}-${last}/${size}` })
}

/** One range of bytes; undefined for what is none, or several. One that begins behind the end comes out empty. */
function rangeIn(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly last: number } | undefined {
  const [, first = '', end = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? []
  if (first === '' && end === '') return undefined
  if (first === '') return { from: Math.max(0, size - Number(end)), last: size - 1 }
  if (end !== '' && Number(end) < Number(first)) return undefined
  return { from: Number(first), last: end === '' ? size - 1 : Math.min(size - 1, Number(end)) }
}

/** A recording of a day past does not change, so that its address may name the day alone. */
export function recordingName({ day }: Pick<ToldBrief, 'day'>, extension: string): string {
  return `${day}.${extension}`
}
