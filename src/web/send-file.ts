import type { Context } from 'hono'

/** A file as operations make it; `byteCount` where it is known before the body is. */
type SentFile = {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream
  readonly contentType: string
  readonly fileName: string
  readonly byteCount?: number
}

/** Sends a file as a download. What a header can't contain of its name becomes a hyphen. `HEAD` gets its headers. */
export async function sendFile(
  context: Context,
  { body, contentType, fileName, byteCount }: SentFile,
): Promise<Response> {
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`,
    'Cache-Control': 'private, no-cache',
    ...(byteCount !== undefined && { 'Content-Length': String(byteCount) }),
  }
  if (context.req.method !== 'HEAD') return context.body(body, 200, headers)
  // Nobody would read it, so it would never end.
  if (body instanceof ReadableStream) await body.cancel()
  return context.body(null, 200, headers)
}
