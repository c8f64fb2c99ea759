import type { Context } from 'hono'
import type { BriefDocument } from '../../core/brief-document.ts'
import type { Recording } from '../../core/feed/recording.ts'
import { requestedRange } from '../../core/text/requested-range.ts'

/** Sends a recording, or a range of it: players request ranges to seek. */
export async function sendRecording(context: Context, recording: Recording): Promise<Response> {
  const { bytes: size, contentType } = recording
  const etag = `"${recording.tag}"`
  const headers = {
    'Content-Type': contentType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    ETag: etag,
  }
  const request = context.req.raw
  if (request.method === 'HEAD') return context.body(null, 200, { ...headers, 'Content-Length': String(size) })
  const asked = requestedRange(request, { etag, size })
  switch (asked.kind) {
    case 'whole':
      return context.body(new Uint8Array(await recording.read()), 200, headers)
    case 'part': {
      const part = new Uint8Array(await recording.read(asked.from, asked.last))
      return context.body(part, 206, { ...headers, 'Content-Range': `bytes ${asked.from}-${asked.last}/${size}` })
    }
    case 'none':
      return context.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` })
  }
}

/** A recording of a past day does not change, so the day is enough of a name. */
export function recordingName({ day }: Pick<BriefDocument, 'day'>, extension: string): string {
  return `${day}.${extension}`
}
