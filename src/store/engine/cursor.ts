import { defined } from '../../core/defined.ts'
/** A page of rows and where the next one begins (keyset cursor, opaque). */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string }

/** Packs the place where a page ends, as an opaque text that goes into a URL as it is. */
export function toCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * Unpacks a cursor; `undefined` for one that was not made here, which then means the first page: of another length, or of another
 * list, that has a text where this one has a row's number, as it has from its part `numbersFrom` on.
 */
export function fromCursor(
  cursor: string | undefined,
  length: number,
  numbersFrom = length,
): readonly (string | number)[] | undefined {
  if (!cursor) return undefined
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(place) || place.length !== length) return undefined
    const isPart = (part: unknown, at: number) =>
      at < numbersFrom ? typeof part === 'string' || Number.isFinite(part) : Number.isSafeInteger(part)
    return place.every(isPart) ? place : undefined
  } catch {
    return undefined
  }
}

/**
 * A page of rows that were read with one more than `limit`: whether that one is there tells that another page follows. `placeOf`
 * is where a row stands in the order, in the words of `fromCursor`.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const page = rows.slice(0, Math.max(0, limit))
  const last = page.at(-1)
  return {
    rows: page.map(itemOf),
    ...defined({ next: rows.length > limit && last ? toCursor(placeOf(last)) : undefined }),
  }
}
