import { createHash } from 'node:crypto'

/** Bytes. Compressing less costs more than it saves. */
const leastPressed = 1_400

/** JSON with an ETag computed from its text (RFC 9110 §8.8.3); 304 if the client already has it. */
export function jsonResponse(request: Request, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const standing = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding', ...headers }
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && hasTag(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers: standing })
  const given = {
    'Content-Type': 'application/json',
    ...(isRead ? standing : { 'Cache-Control': 'no-store', ...headers }),
  }
  if (text.length < leastPressed || !takesGzip(request.headers.get('accept-encoding') ?? ''))
    return new Response(text, { headers: given })
  const pressed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(pressed, { headers: { ...given, 'Content-Encoding': 'gzip' } })
}

/** A weight of 0 refuses gzip (RFC 9110 §12.5.3). */
function takesGzip(accepted: string): boolean {
  return /(?:^|[\s,])gzip\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))/i.test(accepted)
}

function hasTag(header: string | null, etag: string): boolean {
  return (
    header?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*' || `W/${tag.trim()}` === etag) ?? false
  )
}
