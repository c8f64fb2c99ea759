import { isDeepStrictEqual } from 'node:util'
import { sanitizeHtml } from '../../../src/extract/markup/sanitize.ts'
import { discoverFeeds } from '../../../src/feeds/discover.ts'
import { readLinkExport } from '../../../src/feeds/links/read-link-export.ts'
import { parseOpml } from '../../../src/feeds/opml/opml.ts'
import { parseFeed } from '../../../src/feeds/reading/parse-feed.ts'
import { entriesOf } from '../../../src/pipeline/polls/poll-feed.ts'
import { residueOf } from '../../eval/sanitize/residue.ts'

const url = 'https://e.example/feed'

/** How many milliseconds of CPU one input may take. */
const SLOW_MS = 1000

/** How much of one feed's markup is sanitized: that is the slow part. */
const MOST_MARKUP = 3

/** What is wrong with how one input is read; nothing: undefined. `isFeed` tells whether it was read as a feed. */
export function tryFeed(bytes: Uint8Array): { readonly isFeed: boolean; readonly wrong?: string } {
  const started = process.cpuUsage()
  let isFeed = false
  try {
    const parsed = parseFeed(bytes, { url })
    isFeed = parsed.kind === 'feed'
    const wrong = parsed.kind === 'feed' ? wrongWith(parsed, bytes) : undefined
    const text = new TextDecoder().decode(bytes)
    if (/<(?:opml|outline)/i.test(text)) parseOpml(text)
    if (/<(?:link|a)\s/i.test(text)) discoverFeeds(text, url)
    if (!isFeed && bytes.length < 40_000) readLinkExport(text)
    if (wrong) return { isFeed, wrong }
  } catch (error) {
    return { isFeed, wrong: `throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}` }
  }
  const { user, system } = process.cpuUsage(started)
  const ms = Math.round((user + system) / 1000)
  return ms > SLOW_MS ? { isFeed, wrong: `takes ${ms} ms` } : { isFeed }
}

function wrongWith(
  parsed: Extract<ReturnType<typeof parseFeed>, { kind: 'feed' }>,
  bytes: Uint8Array,
): string | undefined {
  if (!isDeepStrictEqual(parsed, parseFeed(bytes, { url }))) return 'is read otherwise the second time'
  const { entries } = parsed.feed
  const kept = entriesOf(parsed.feed)
  if (kept.length !== entries.length) return 'has two entries of one key'
  for (const { entry, contentHash } of kept) {
    if (entry.key === '') return 'has an entry without a key'
    if (!/^[0-9a-z]+(?:\.[0-9a-z]+)?$/.test(contentHash)) return 'has an entry without a hash'
    for (const time of [entry.publishedAt, entry.updatedAt])
      if (time !== undefined && Number.isNaN(Date.parse(time))) return `has the time ${time}`
    if (entry.url !== undefined && /^\s*(?:javascript|vbscript|data|blob|file):/i.test(entry.url))
      return `leads to ${entry.url.slice(0, 80)}`
  }
  for (const { entry, text } of kept.slice(0, MOST_MARKUP)) {
    text()
    const html = sanitizeHtml((entry.contentHtml ?? entry.summaryHtml ?? '').slice(0, 20_000), entry.url ?? url)
    const residue = residueOf(html)
    if (residue.length > 0) return `keeps markup that runs: ${residue.join(', ')}`
    if (sanitizeHtml(html, entry.url ?? url) !== html) return 'is sanitized otherwise the second time'
  }
  return undefined
}
