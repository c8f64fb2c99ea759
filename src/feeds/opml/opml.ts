import type { OpmlFeed } from '../../core/feed/subscription-list.ts'
import { arrangeOutlines } from './arrange-outlines.ts'
import type { OpmlRefusal } from './opml-limits.ts'
import { placeOutlines } from './place-outlines.ts'
import { readOpml } from './read-opml.ts'
import { writeOpmlTree } from './write-opml.ts'

export type { OpmlFeed } from '../../core/feed/subscription-list.ts'

type ParseOpmlResult =
  | { readonly kind: 'outlines'; readonly feeds: OpmlFeed[]; readonly skipped: readonly string[] }
  | OpmlRefusal

/**
 * Parses the feeds of a subscription list (OPML 1.0 and 2.0, opml.org/spec2.opml) as other readers write it: any nesting, missing `type`,
 * lower-case `xmlurl`. A feed that appears twice is returned once. An outline that looks like a feed but isn't one is named in `skipped`,
 * with the reason. Never throws.
 */
export function parseOpml(text: string): ParseOpmlResult {
  const read = readOpml(text)
  if (read.kind === 'refused') return read
  const { places, skipped } = placeOutlines(read.tree, { broken: read.broken })
  const feeds = new Map<string, OpmlFeed>()
  for (const { feed } of places) if (feed && !feeds.has(feed.url)) feeds.set(feed.url, feed)
  return { kind: 'outlines', feeds: [...feeds.values()], skipped }
}

/** Writes a subscription list in OPML 2.0, with folders in order of first appearance. `parseOpml` reads it back unchanged. */
export function writeOpml(feeds: readonly OpmlFeed[], title: string): string {
  return writeOpmlTree({
    attributes: [],
    head: [{ name: 'title', attributes: [], children: [title] }],
    outlines: arrangeOutlines(feeds, []),
  })
}
