import { createHash } from 'node:crypto'

/** Name of a picture in our own addresses: it follows from where the picture is, and cannot be turned back into it. */
export function pictureKey(url: string): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 24)
}
