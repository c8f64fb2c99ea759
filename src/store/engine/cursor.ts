import { defined } from '../../core/defined.ts'
/** A page of rows, and an opaque keyset cursor for the next page. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string }

/** Packs the position where a page ends into an opaque, URL-safe text. */
export function toCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * Unpacks a cursor. Returns `undefined`, which means the first page, for one of another length or of another list, which has a text
 * where this list has a row number (from position `numbersFrom` on).
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
 * Makes a page of rows that were read with one more than `limit`: if that extra row exists, another page follows. `placeOf` returns
 * a row's position, as `fromCursor` unpacks it.
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
