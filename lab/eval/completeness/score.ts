import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Completeness } from '../../../src/core/article.ts'
import type { FeedEntry } from '../../../src/core/entry.ts'
import { extract } from '../../../src/extract/extract.ts'
import type { ExtractInput } from '../../../src/extract/extract-input.ts'
import { extractFromFeed } from '../../../src/extract/from-feed.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { isAppeal } from './appeals.ts'

type Label = Completeness['kind']

/** A page of ours, or an entry whose page could not be had, and how much of the article it holds. */
type Case = {
  readonly id: string
  readonly label: Label
  readonly url: string
  readonly html?: string
  readonly feed?: ExtractInput['feed']
  readonly entry?: Partial<FeedEntry>
}

const labels: readonly Label[] = ['complete', 'paywalled', 'blurb', 'lead-missing', 'failed', 'feed-only']
/** Pages of the world that are looked through for bodies that are a donation, consent or cookie text. */
const scannedPages = 100

/**
 * Precision and recall of each label on cases of ours, half of which look like another; all have been looked at by now (what was
 * measured before: docs/notes/extraction.md). On pages of the world there are no labels: counted is what is shown as a text and is none.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  const path = options.data ?? fileURLToPath(new URL('own.jsonl', import.meta.url))
  const cases = scoreCases(options.data ?? 'own', readRecords<Case>(path))
  const walls = readRecords<Case>(fileURLToPath(new URL('own-walls.jsonl', import.meta.url)))
  const more = [
    scoreCases(
      'own-walls',
      walls.filter((each) => !isHeld(each)),
    ),
    scoreCases('own-walls held', walls.filter(isHeld)),
  ]
  const set = findSet('extraction/wcxb-dev.jsonl.zst')
  if (options.data === undefined && set === undefined) return [{ ...cases, isOwnSet: true }, ...more]
  if (options.data !== undefined || set === undefined) return [{ ...cases, isOwnSet: options.data === undefined }]
  return [cases, ...more, scanBodies(set)]
}

/** Half of the later cases, by a hash of their name: no rule was made while looking at them. */
function isHeld({ id }: Case): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 1
}

function scoreCases(set: string, all: readonly Case[]): EvalResult {
  const judged = all.map((each) => ({ ...each, found: judge(each) }))
  const figures: Record<string, number> = {
    right: share(judged, ({ label, found }) => label === found),
    alarmPrecision: share(
      judged.filter(({ found }) => found !== 'complete'),
      ({ label }) => label !== 'complete',
    ),
  }
  for (const each of labels) {
    const called = judged.filter(({ found }) => found === each)
    const real = judged.filter(({ label }) => label === each)
    if (real.length === 0) continue
    figures[`${each} precision`] = share(called, ({ label }) => label === each)
    figures[`${each} recall`] = share(real, ({ found }) => found === each)
  }
  return {
    name: 'completeness',
    set,
    records: all.length,
    figures,
    notes: judged
      .filter(({ label, found }) => label !== found)
      .slice(0, 12)
      .map(({ id, label, found }) => `${id}: ${label}, called ${found}`),
    isOwnSet: false,
  }
}

function judge({ html, url, feed, entry }: Case): Label {
  if (html !== undefined) return extract({ html, url, ...(feed && { feed }) }).completeness.kind
  const asDelivered = { title: '', authors: [], categories: [], enclosures: [], url, ...entry } as unknown as FeedEntry
  return extractFromFeed(asDelivered, 'The page could not be had.').completeness.kind
}

/** Every so-many-th page: is the body an appeal, though it is not called failed? */
function scanBodies(path: string): EvalResult {
  const all = readRecords<{ readonly id: string; readonly url?: string | null; readonly html: string }>(path)
  const pages = all.filter((_, i) => i % Math.ceil(all.length / scannedPages) === 0)
  const appeals = pages.filter(({ html, url }) => {
    const { text, completeness } = extract({ html, url: url ?? '' })
    return completeness.kind !== 'failed' && isAppeal(text)
  })
  return {
    name: 'completeness',
    set: 'wcxb-dev bodies',
    records: pages.length,
    figures: { noAppeals: 1 - appeals.length / pages.length },
    notes: appeals.slice(0, 10).map(({ id }) => `${id}: the body is an appeal or a consent text`),
    isOwnSet: false,
  }
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(test).length / items.length
}
