import { decode } from '../../../src/feeds/decode.ts'
import { parseFeed } from '../../../src/feeds/reading/parse-feed.ts'
import type { ParseFeedResult } from '../../../src/feeds/reading/parse-feed-text.ts'
import type { EvalResult } from '../result.ts'

const STEP_BYTES = 997

/** A parse that takes more CPU than this hangs. */
const HANG_SECONDS = 1

const END_TAG = /<\/(?:[\w-]+:)?(?:item|entry)\s*>/gi

/** What is in these may hold end tags that end nothing. */
const QUOTED = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g

/** A document of a test suite; `name` is said when it fails. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array }

/**
 * Every file of the suites, whole and cut short at every 997th byte and before its last one: `notCrashed` and
 * `notHung` (a second of CPU) over all parses, and `entriesKept`, the share of entries which had ended where a file was
 * cut that are still there. Files that keep fewer whole are left out of the last: they are odd without being cut.
 */
export function scoreCutFiles(files: readonly NamedBytes[]): EvalResult {
  const misses: string[] = []
  let [parses, crashes, hangs, ended, kept] = [0, 0, 0, 0, 0]
  const parse = (name: string, bytes: Uint8Array): ParseFeedResult | undefined => {
    parses++
    const started = process.cpuUsage()
    try {
      return parseFeed(bytes, { url: 'https://feed.example/' })
    } catch (error) {
      crashes++
      misses.push(`${name}: crashed with ${error instanceof Error ? error.message : error}`)
      return undefined
    } finally {
      const { user, system } = process.cpuUsage(started)
      if (user + system > HANG_SECONDS * 1e6) {
        hangs++
        misses.push(`${name}: took ${((user + system) / 1e6).toFixed(1)} s of CPU`)
      }
    }
  }
  for (const { name, bytes } of files) {
    const whole = entriesIn(parse(name, bytes))
    const isPlain = whole === endedIn(bytes)
    for (const length of cutsOf(bytes.length)) {
      const cut = bytes.subarray(0, length)
      const found = entriesIn(parse(`${name} cut at ${length}`, cut))
      if (!isPlain) continue
      const expected = endedIn(cut)
      ended += expected
      kept += Math.min(found, expected)
      if (found < expected) misses.push(`${name} cut at ${length}: ${found} of ${expected} entries`)
    }
  }
  const figures = {
    notCrashed: 1 - crashes / Math.max(1, parses),
    notHung: 1 - hangs / Math.max(1, parses),
    entriesKept: ended === 0 ? 1 : kept / ended,
  }
  const notes = [`${parses} parses, ${kept} of ${ended} entries kept where a file was cut`, ...misses.slice(0, 40)]
  return { name: 'feeds', set: 'cut-files', records: files.length, figures, notes, isOwnSet: false }
}

function cutsOf(length: number): number[] {
  const cuts = Array.from({ length: Math.floor(length / STEP_BYTES) }, (_, index) => (index + 1) * STEP_BYTES)
  return [...new Set([...cuts, length - 1])].filter((cut) => cut > 0 && cut < length)
}

function entriesIn(result: ParseFeedResult | undefined): number {
  return result?.kind === 'feed' ? result.feed.entries.length : 0
}

function endedIn(bytes: Uint8Array): number {
  return decode(bytes).text.replace(QUOTED, '').match(END_TAG)?.length ?? 0
}
