import { defined } from '../../core/defined.ts'
import { type OpmlTop, outlinesAtOnce } from '../../core/feed/subscription-list.ts'
import type { OpmlRefusal } from '../../feeds/opml/opml-limits.ts'
import { placeOutlines } from '../../feeds/opml/place-outlines.ts'
import { readOpml } from '../../feeds/opml/read-opml.ts'

/** A subscription list ready to import: its outlines in batches, each a JSON list of `PlacedOutline`. */
export type ReadList = {
  readonly kind: 'list'
  readonly top: OpmlTop
  readonly feedCount: number
  /** What was left out, with the reasons: the first ones, and how many more. */
  readonly skipped: readonly string[]
  readonly batches: readonly string[]
}

export type ReadListResult = ReadList | OpmlRefusal | { readonly kind: 'failed'; readonly error: string }

const maxSkippedListed = 500

/** Reads and flattens a list. With `folders`, only feeds of these. */
export function readList(text: string, folders?: readonly string[]): ReadList | OpmlRefusal {
  const read = readOpml(text)
  if (read.kind === 'refused') return read
  const { attributes, head } = read.tree
  const { places, feedCount, skipped } = placeOutlines(read.tree, { broken: read.broken, ...defined({ folders }) })
  const batches: string[] = []
  for (let from = 0; from < places.length; from += outlinesAtOnce)
    batches.push(JSON.stringify(places.slice(from, from + outlinesAtOnce)))
  const more = skipped.length - maxSkippedListed
  const told = more > 0 ? [...skipped.slice(0, maxSkippedListed), `And ${more} more.`] : skipped
  return { kind: 'list', top: { attributes, head }, feedCount, skipped: told, batches }
}
