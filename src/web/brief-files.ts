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

/** Hands out a recording, whole or a part of it: players ask for parts to move about in it (RFC 9110, 14.2). */
export async function sendRecording(context: Context, recording: Recording): Promise<Response> {
  const size = recording.bytes
  const headers = {
    'Content-Type': recording.contentType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
  }
  const asked = /^bytes=(\d*)-(\d*)$/.exec(context.req.header('range') ?? '')
  if (!asked || (asked[1] === '' && asked[2] === ''))
    return context.body(new Uint8Array(await recording.read()), 200, headers)
  const from = asked[1] === '' ? Math.max(0, size - Number(asked[2])) : Number(asked[1])
  const last = asked[1] === '' || asked[2] === '' ? size - 1 : Math.min(size - 1, Number(asked[2]))
  if (from > last) return context.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` })
  const part = new Uint8Array(await recording.read(from, last))
  return context.body(part, 206, { ...headers, 'Content-Range': `bytes ${from}-${last}/${size}` })
}

/** A recording of a day past does not change, so that its address may name the day alone. */
export function recordingName({ day }: Pick<ToldBrief, 'day'>, extension: string): string {
  return `${day}.${extension}`
}
