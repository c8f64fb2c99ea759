import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decode } from '../../../src/feeds/decode.ts'
import { parseOpml } from '../../../src/feeds/opml/opml.ts'
import { parseFeed } from '../../../src/feeds/reading/parse-feed.ts'
import type { ParseFeedResult } from '../../../src/feeds/reading/parse-feed-text.ts'
import { findSet, readBytes, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { scoreAttacks } from './attacks.ts'
import { scoreCutFiles } from './cut-files.ts'
import { isMet } from './feedparser-paths.ts'
import { agreesWithFields } from './gofeed-fields.ts'
import { type Expectation, readExpectation } from './python-expectation.ts'
import { readTar } from './read-tar.ts'
import { residueOfFeed, sameByPolicy, sameShown } from './shown-markup.ts'
import { Tally } from './tally.ts'

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

/** A record with the bytes it is about. */
type Document = { readonly record: FeedRecord; readonly bytes: Uint8Array }

/**
 * Scores the feed parser on the expectations of other projects' test suites, and on what it withstands. `feedparser` is
 * the share of the tests of the Python feedparser that are met, of those with a clause our model has a place for, tests
 * of its HTML sanitizer left out. Of these, `sanitizing` holds what our pages show against feedparser's text as it
 * stands, `sanitizingByPolicy` against that text under our policy (see `sameByPolicy`); `feedparserAll` and
 * `feedparserAllByPolicy` are all tests with the one and the other. `shownSafe` is the share of feeds of which our pages
 * show nothing that could run, load or style. `gofeed` is the share of gofeed's JSON that is met.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet('feeds/conformance.jsonl.zst') ?? OWN
  const documents = readDocuments(path)
  const conformance = scoreConformance(documents, path === OWN)
  // Our own small set is cut short by the tests.
  if (path === OWN || options.data !== undefined) return [conformance]
  const cut = scoreCutFiles(documents.map(({ record, bytes }) => ({ name: record.id, bytes })))
  const attacks = findSet('security/xml-dev.tar.zst')
  return attacks === undefined ? [conformance, cut] : [conformance, cut, scoreAttacks(readTar(readBytes(attacks)))]
}

function readDocuments(path: string): readonly Document[] {
  const archive = archiveBeside(path)
  return readRecords<FeedRecord>(path).flatMap((record) => {
    const bytes = record.text === undefined ? archive.get(record.file ?? '') : new TextEncoder().encode(record.text)
    return bytes === undefined ? [] : [{ record, bytes }]
  })
}

function scoreConformance(documents: readonly Document[], isOwnSet: boolean): EvalResult {
  const tally = new Tally()
  let crashes = 0
  for (const { record, bytes } of documents) {
    try {
      scoreRecord(record, bytes, tally)
    } catch (error) {
      crashes++
      tally.misses.push(`${record.id}: crashed with ${error instanceof Error ? error.message : error}`)
    }
  }
  const { sanitizing, ...shares } = tally.shares()
  return {
    name: 'feeds',
    set: isOwnSet ? 'own' : 'conformance',
    records: documents.length,
    figures: {
      ...shares,
      feedparserAllByPolicy: tally.together('feedparser', 'sanitizingByPolicy'),
      ...(sanitizing === undefined ? {} : { sanitizing, feedparserAll: tally.together('feedparser', 'sanitizing') }),
      notCrashed: 1 - crashes / Math.max(1, documents.length),
    },
    notes: [
      'Tests of sanitizing are counted apart, and in feedparserAll.',
      ...tally.leftOut(),
      'ByPolicy: pictures are links here, and there is no style, class, id, form, svg or math; the expected text goes through the same policy before it is compared, and none of its words may be missing.',
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
  if (result.kind === 'feed') tally.add('shownSafe', residueOfFeed(result.feed).length === 0, record.id)
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
  const feed = result.kind === 'feed' ? result.feed : empty
  const met = isMet(expectation, feed)
  if (met === undefined) {
    if (expectation.kind === 'unknown') tally.leaveOut('whose expression is not understood (calls, joined strings)')
    else tally.leaveOut('of fields our model does not have, or of the encoding alone')
    return
  }
  const folder = /tests\/(?:wellformed|illformed)\/(\w[\w-]*)\//.exec(record.file ?? '')?.[1] ?? 'other'
  const miss = `${record.id}: ${source}`
  if (folder !== 'sanitize') {
    tally.add('feedparser', met, miss, folder)
    return
  }
  tally.add('sanitizing', isMet(expectation, feed, sameShown) === true, miss)
  tally.add('sanitizingByPolicy', isMet(expectation, feed, sameByPolicy) === true, miss)
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
