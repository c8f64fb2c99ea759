import { createHash } from 'node:crypto'

/** Identifies a body: the same bytes are not parsed again. */
export function hashOfBody(body: Uint8Array): string {
  return createHash('sha1').update(body).digest('base64url')
}
