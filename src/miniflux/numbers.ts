import { createHash } from 'node:crypto'

/** A number for an account or token, whose ids are text: 31 bits of a hash, never 0. */
export function numberOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() >>> 1 || 1
}

/** Enclosures of one entry that get a number. */
export const mostFiles = 1000

/** An enclosure's number, computed from the entry's number and the enclosure's position. */
export function fileNumber(entryId: string, place: number): number {
  return Number(entryId) * mostFiles + place
}
