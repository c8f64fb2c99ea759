import { createHash } from 'node:crypto'
import type { ReaderIdentity } from '../core/reader-identity.ts'

/** A word that distinguishes readers where an id must not appear: on a page, or on a device that others use too. */
export function readerMark(identity: ReaderIdentity | undefined): string {
  return createHash('sha256')
    .update(identity?.id ?? '')
    .digest('base64url')
    .slice(0, 22)
}
