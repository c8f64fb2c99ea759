import { defined } from '../../core/defined.ts'
import { type OpmlTop, outlineBatchSize } from '../../core/feed/subscription-list.ts'
import type { OpmlRefusal } from '../../feeds/opml/opml-limits.ts'
import { placeOutlines } from '../../feeds/opml/place-outlines.ts'
import { readOpml } from '../../feeds/opml/read-opml.ts'

/** A list of subscriptions ready to be taken in: its outlines in batches, each a JSON list of `PlacedOutline`. */
export type ReadList = {
  readonly kind: 'list'
  readonly top: OpmlTop
  readonly feedCount: number
  /** What was left out, each with why; of many the first, and how many more. */
  readonly skipped: readonly string[]
  readonly batches: readonly string[]
}

export type ReadListResult = ReadList | OpmlRefusal | { readonly kind: 'failed'; readonly error: string }

const mostSkippedTold = 500

/** Reads a list and takes it apart. With `folders`, only feeds of these. */
export function readList(text: string, folders?: readonly string[]): ReadList | OpmlRefusal {
  const read = readOpml(text)
  if (read.kind === 'refused') return read
  const { attributes, head } = read.tree
  const { places, feedCount, skipped } = placeOutlines(read.tree, { broken: read.broken, ...defined({ folders }) })
  const batches: string[] = []
  for (let from = 0; from < places.length; from += outlineBatchSize)
    batches.push(JSON.stringify(places.slice(from, from + outlineBatchSize)))
  const more = skipped.length - mostSkippedTold
  const told = more > 0 ? [...skipped.slice(0, mostSkippedTold), `And ${more} more.`] : skipped
  return { kind: 'list', top: { attributes, head }, feedCount, skipped: told, batches }
}
