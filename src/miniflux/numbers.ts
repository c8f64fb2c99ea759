import { createHash } from 'node:crypto'

/** The number of an account or a key, which are known by letters here: 31 bits of a hash of those, never 0. */
export function numberOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() >>> 1 || 1
}

/** So many files of one entry have a number. */
export const mostFiles = 1000

/** The number of a file that came with an entry: that of the entry and its place there. */
export function fileNumber(entryId: string, place: number): number {
  return Number(entryId) * mostFiles + place
}
