import { createHash } from 'node:crypto'

/** By which a body is known again: equal bytes are not parsed again. */
export function hashOfBody(body: Uint8Array): string {
  return createHash('sha1').update(body).digest('base64url')
}
