import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decode } from '../../src/feeds/decode.ts'
import { parseOpml } from '../../src/feeds/opml.ts'
import { type ParseFeedResult, parseFeed } from '../../src/feeds/parse-feed.ts'
import { findSet, readBytes, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { isMet } from './feedparser-paths.ts'
import { agreesWithFields } from './gofeed-fields.ts'
import { type Expectation, readExpectation } from './python-expectation.ts'
import { readTar } from './read-tar.ts'

type FeedRecord = {
  readonly id: string
  readonly source: string
  readonly kind: string
  readonly expect: unknown
  /** Name of a file in the archive, or `text` instead of it. */
  readonly file?: string
  readonly text?: string
}

const OWN = fileURLToPath(new URL('own.jsonl', import.meta.url))

/** The address feedparser's own test server has. */
const TEST_SERVER = 'http://127.0.0.1:8097/'

/**
 * Scores the feed parser on the expectations of other projects' test suites. `feedparser` is the share of the tests of
 * the Python feedparser that are met, of those with a clause our model has a place for, tests of its HTML sanitizer left
 * out: sanitizing is done where HTML is shown. `gofeed` is the same for gofeed's JSON. `notCrashed` is over all files.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  const attacks = options.data === undefined ? findSet('security/xml-dev.tar.zst') : undefined
  const conformance = scoreConformance(options)
  return attacks === undefined ? [conformance] : [conformance, scoreAttacks(readTar(readBytes(attacks)))]
}

/** XML attacks: none may crash the parser, be blown up by it, or have it read a file of this machine. */
function scoreAttacks(files: ReadonlyMap<string, Uint8Array>): EvalResult {
  const misses: string[] = []
  for (const [name, bytes] of files) {
    try {
      const output = JSON.stringify(parseFeed(bytes, { url: 'https://example.org/' }))
      const isBlownUp = output.length > bytes.length * 8 + 1_100_000
      if (isBlownUp || /root:[x*]:0:0/.test(output)) misses.push(`${name}: ${output.length} characters out`)
    } catch (error) {
      misses.push(`${name}: crashed with ${error instanceof Error ? error.message : error}`)
    }
  }
  const held = files.size === 0 ? 0 : (files.size - misses.length) / files.size
  return { name: 'feeds', set: 'xml-dev', records: files.size, figures: { held }, notes: misses, isOwnSet: false }
}

function scoreConformance(options: EvalOptions): EvalResult {
  const path = options.data ?? findSet('feeds/conformance.jsonl.zst') ?? OWN
  const records = readRecords<FeedRecord>(path)
  const archive = archiveBeside(path)
  const tally = new Tally()
  let crashes = 0
  for (const record of records) {
    const bytes = record.text === undefined ? archive.get(record.file ?? '') : new TextEncoder().encode(record.text)
    if (!bytes) continue
    try {
      scoreRecord(record, bytes, tally)
    } catch (error) {
      crashes++
      tally.misses.push(`${record.id}: crashed with ${error instanceof Error ? error.message : error}`)
    }
  }
  const isOwnSet = path === OWN
  return {
    name: 'feeds',
    set: isOwnSet ? 'own' : 'conformance',
    records: records.length,
    figures: { ...tally.shares(), notCrashed: 1 - crashes / Math.max(1, records.length) },
    notes: [
      `Tests of feedparser's sanitizer (class sanitize) are counted apart; bozo, rights, generator and other fields our model does not have are not counted.`,
      'In-sample: the parser was written with failures of the feedparser suite in view. gofeed differs from feedparser in policy.',
      ...tally.counts(),
      ...(isOwnSet ? ["The public sets are not on this machine: scored on the project's own small set."] : []),
      ...(process.env.EVAL_MISSES ? tally.misses : []),
    ],
    isOwnSet,
  }
}

/** The files a set names, from the archive that lies beside it. */
function archiveBeside(path: string): ReadonlyMap<string, Uint8Array> {
  const archive = findSet('feeds/conformance-files.tar.zst')
  return archive !== undefined && dirname(archive) === dirname(path) ? readTar(readBytes(archive)) : new Map()
}

function scoreRecord(record: FeedRecord, bytes: Uint8Array, tally: Tally): void {
  if (record.kind === 'opml') {
    tally.add('opml', parseOpml(decode(bytes).text).kind === 'outlines', record.id)
    return
  }
  const head = decode(bytes).text
  const header = (name: string) => new RegExp(`^Header:\\s+${name}:(.*)$`, 'im').exec(head)?.[1]?.trim()
  const contentType = header('content-type') ?? ''
  const result = parseFeed(bytes, { contentType, url: urlOf(record, header('content-location')) })
  if (record.source === 'feedparser' && typeof record.expect === 'string') {
    scoreFeedparser(record, record.expect, result, decode(bytes, contentType).encoding, tally)
    return
  }
  if (['rss', 'atom', 'rdf', 'cdf'].includes(record.kind)) tally.add('recognized', result.kind === 'feed', record.id)
  if (result.kind !== 'feed') return
  const isAtom = record.kind === 'atom' && /parser\/atom/.test(record.id)
  const agrees = agreesWithFields(record.expect, result.feed, isAtom)
  if (agrees !== undefined) tally.add(record.source, agrees, record.id)
}

function scoreFeedparser(
  record: FeedRecord,
  source: string,
  result: ParseFeedResult,
  encoding: string,
  tally: Tally,
): void {
  const expectation = readExpectation(source)
  const wanted = encodingIn(expectation)
  if (wanted !== undefined) tally.add('encodingNames', sameEncoding(encoding, wanted), record.id)
  const empty = { format: 'rss', title: '', entries: [], isTruncated: false } as const
  const met = isMet(expectation, result.kind === 'feed' ? result.feed : empty)
  if (met === undefined) return
  const folder = /tests\/(?:wellformed|illformed)\/(\w[\w-]*)\//.exec(record.file ?? '')?.[1]
  tally.add(folder === 'sanitize' ? 'sanitizing' : 'feedparser', met, `${record.id}: ${source}`, folder ?? 'other')
}

/** Tests of relative addresses are asked for over HTTP, the others have no address. */
function urlOf(record: FeedRecord, contentLocation: string | undefined): string {
  const isServed = record.source === 'feedparser' && /http/.test(record.file ?? '')
  const url = isServed ? `${TEST_SERVER}${record.file!.replace('feedparser/', '')}` : ''
  const located = contentLocation && URL.parse(contentLocation, url || undefined)
  return located && /^https?:$/.test(located.protocol) ? located.href : url
}

/** What `encoding` is said to be. */
function encodingIn(expectation: Expectation): string | undefined {
  if (expectation.kind === 'equal')
    return expectation.path.join('.') === 'encoding' && typeof expectation.value === 'string'
      ? expectation.value
      : undefined
  if (expectation.kind !== 'all') return undefined
  return expectation.parts.map(encodingIn).find((name) => name !== undefined)
}

function sameEncoding(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace('usascii', 'ascii')
  return plain(one) === plain(other)
}

/** Counts of what was met, by figure and by class within it. */
class Tally {
  readonly misses: string[] = []
  readonly #figures = new Map<string, { met: number; all: number }>()
  readonly #classes = new Map<string, { met: number; all: number }>()

  add(figure: string, isMet: boolean, miss: string, subset?: string): void {
    for (const [counts, key] of [
      [this.#figures, figure],
      [this.#classes, subset && `${figure}/${subset}`],
    ] as const) {
      if (!key) continue
      const count = counts.get(key) ?? { met: 0, all: 0 }
      counts.set(key, { met: count.met + Number(isMet), all: count.all + 1 })
    }
    if (!isMet) this.misses.push(`${figure} ${miss}`)
  }

  shares(): Record<string, number> {
    return Object.fromEntries([...this.#figures].map(([figure, { met, all }]) => [figure, met / all]))
  }

  counts(): string[] {
    const line = (counts: ReadonlyMap<string, { met: number; all: number }>) =>
      [...counts].map(([key, { met, all }]) => `${key} ${met}/${all}`).join(', ')
    return [line(this.#figures), line(this.#classes)].filter((text) => text !== '')
  }
}
