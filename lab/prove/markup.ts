import { parseFragment, serialize } from 'parse5'
import type { Extraction } from '../../src/core/article.ts'
import { extract } from '../../src/extract/extract.ts'
import { extractFromFeed } from '../../src/extract/from-feed.ts'
import { sanitizeHtml } from '../../src/extract/markup/sanitize.ts'
import { headers } from '../../src/web/security.ts'
import { ownPages } from '../bench/material/own-pages.ts'
import { findSet, readRecords } from '../eval/read-set.ts'
import { residueOf } from '../eval/sanitize/residue.ts'
import { countResidue } from './markup/count-residue.ts'
import { foreignMarkup, markupOf } from './markup/foreign-markup.ts'
import { hostilePages } from './markup/hostile-pages.ts'
import { articleMarkup, feedMarkup } from './markup/render.ts'
import { runInBrowser } from './markup/run-in-browser.ts'
import type { Proof } from './proof.ts'

type Page = { readonly html: string; readonly url?: string }

/** Of the large set so many pages, unless a longer run is asked for. */
const SAMPLE = 150
/** What the traps must catch, or they would prove nothing. */
const live = [
  '<script>ran()</script>',
  '<b onmouseover="ran()">x</b>',
  '<a href="javascript:void ran()">x</a>',
  '<i onclick="alert(1)">x</i>',
]
const base = 'https://feed.example/post/1'
const ownAddresses = /^(?:about:|data:text\/html)|\/images\//
/** What every page of the product is served under. */
const policy = headers['Content-Security-Policy']!

/**
 * All that leaves the sanitizer and the extractor, as readers see it, in a browser without a policy: nothing runs, nothing is fetched,
 * and nothing of others' markup is left.
 */
export const prove: Proof = async ({ minutes = 0 } = {}) => {
  const payloads = readPayloads()
  const sanitized = payloads.map((payload) => sanitizeHtml(payload, base))
  const residues = sanitized.flatMap(residueOf)
  const extractions = [
    ...payloads.flatMap((payload) => hostilePages(payload).map((html) => extract({ html, url: base }))),
    ...payloads.map((payload) => fromFeed(payload)),
  ]
  const real = readPages(minutes >= 5 ? Number.POSITIVE_INFINITY : SAMPLE)
  const bodies = real.map(({ html, url }) => extract({ html, url: url ?? base }))
  const articles = [...extractions, ...bodies].map(articleMarkup)
  const known = markupOf(harmless().map(articleMarkup))
  const foreign = articles.flatMap((html) => foreignMarkup(html, known))
  const felt = await runInBrowser([...sanitized, ...sanitized.map(feedMarkup), ...articles], ownAddresses)
  const held = await runInBrowser([...sanitized, ...sanitized.map(feedMarkup), ...articles], ownAddresses, policy)
  const stopped = await runInBrowser(live, /x$/, policy)
  const caught = await runInBrowser(live, /^(?:about:|data:text\/html)|x$/)
  const [given, left] = [payloads, sanitized].map(countResidue)
  const unstable = sanitized.filter((html) => !isFixed(html))
  const unseen = felt.executed + felt.dialogs + felt.messages + felt.navigations
  return {
    name: 'markup',
    checks: [
      { what: 'payloads', measured: payloads.length, wanted: 'all of the set', isMet: payloads.length > 0 },
      {
        what: 'articles made of them',
        measured: extractions.length,
        wanted: 'five of each',
        isMet: extractions.length === payloads.length * 5,
      },
      { what: 'articles made of pages of the sets', measured: bodies.length, wanted: 'some', isMet: bodies.length > 0 },
      {
        what: 'of scripts that do run, caught by the same browser',
        measured: caught.executed,
        wanted: String(live.length),
        isMet: caught.executed === live.length,
      },
      {
        what: 'scripts run, dialogs, messages and pages left in Chromium without a policy, every element touched',
        measured: `${felt.executed}, ${felt.dialogs}, ${felt.messages}, ${felt.navigations}`,
        wanted: '0, 0, 0, 0',
        isMet: unseen === 0,
      },
      {
        what: 'the same under the policy that every page has',
        measured: `${held.executed}, ${held.dialogs}, ${held.messages}, ${held.navigations}`,
        wanted: '0, 0, 0, 0',
        isMet: held.executed + held.dialogs + held.messages + held.navigations === 0,
      },
      {
        what: 'of scripts that do run, run under the policy',
        measured: stopped.executed,
        wanted: '0',
        isMet: stopped.executed === 0,
      },
      {
        what: 'outputs that are others after they were parsed, serialized and sanitized again',
        measured: unstable.length === 0 ? 0 : `${unstable.length}: ${unstable[0]?.slice(0, 120)}`,
        wanted: '0',
        isMet: unstable.length === 0,
      },
      { what: 'requests to others', measured: felt.requests, wanted: '0', isMet: felt.requests === 0 },
      { what: 'elements that run, load or style', measured: felt.dangerous, wanted: '0', isMet: felt.dangerous === 0 },
      {
        what: 'left by the sanitizer that it should not (style, id, name, form, on…, javascript:)',
        measured: residues.length === 0 ? 0 : `${residues.length}: ${residues[0]}`,
        wanted: '0',
        isMet: residues.length === 0,
      },
      {
        what: 'tags and attributes in articles that a harmless one has not',
        measured: foreign.length === 0 ? 0 : `${foreign.length}: ${[...new Set(foreign)].slice(0, 5).join(', ')}`,
        wanted: '0',
        isMet: foreign.length === 0,
      },
      ...Object.entries(left!).map(([name, count]) => ({
        what: `payloads that keep ${name}, of ${given![name]} that have some`,
        measured: count,
        wanted: '0',
        isMet: count === 0,
      })),
    ],
  }
}

/** What a browser makes of the output, written by it and sanitized again, is safe and stays as it is (mutation XSS). */
function isFixed(html: string): boolean {
  if (sanitizeHtml(html, base) !== html) return false
  const again = sanitizeHtml(serialize(parseFragment(html)), base)
  return residueOf(again).length === 0 && sanitizeHtml(serialize(parseFragment(again)), base) === again
}

function readPayloads(): readonly string[] {
  const path =
    findSet('security/markup-dev.jsonl.zst') ?? new URL('../eval/sanitize/own.jsonl', import.meta.url).pathname
  return [...new Set(readRecords<{ readonly input: string }>(path).map(({ input }) => input))]
}

function readPages(most: number): readonly Page[] {
  const sets = ['extraction/scrapinghub.jsonl.zst', 'extraction/wcxb-dev.jsonl.zst'].flatMap(
    (set) => findSet(set) ?? [],
  )
  const pages = sets.flatMap((path) => {
    const records = readRecords<Page>(path)
    const step = Math.max(1, Math.ceil(records.length / most))
    return records.filter((_, index) => index % step === 0)
  })
  return pages.length > 0 ? pages : ownPages()
}

function fromFeed(payload: string): Extraction {
  const entry = {
    key: 'a',
    title: payload,
    authors: [{ name: payload }],
    categories: [payload],
    enclosures: [],
    contentHtml: payload,
    url: base,
  }
  return extractFromFeed(entry, 'For the proof.')
}

/** Articles without harm that have everything an article can have: what our own markup is. */
function harmless(): readonly Extraction[] {
  const words = 'The ferry runs again on Monday, the harbor master said, after two weeks in the yard.'
  const all = [
    ...ownPages().map(({ html }) => extract({ html, url: base })),
    ...hostilePages(words).map((html) => extract({ html, url: base })),
    fromFeed(`<p>${words}</p>`.repeat(12)),
    fromFeed(words),
  ]
  const kinds = ['paragraph', 'heading', 'list-item', 'quote', 'code', 'table-row'] as const
  const one = all[0]!
  const plain = kinds.map((kind, index) => ({ start: index * 2, end: index * 2 + 1, kind }))
  // Items of numbered lists and of lists in lists, and a table with a row of headings.
  const shapes = [
    { number: 3 },
    { depth: 0 },
    { number: 4, depth: 1 },
    { depth: 2 },
    { isHead: true, opens: true },
    {},
  ] as const
  const shaped = shapes.map(
    (shape, index) =>
      ({
        ...plain[index]!,
        kind: 'depth' in shape || 'number' in shape ? 'list-item' : 'table-row',
        ...shape,
      }) as const,
  )
  return [
    ...all,
    ...[plain, shaped].map((blocks) => ({
      ...one,
      text: 'a\nb\nc\nd\ne\nf',
      blocks,
      completeness: { kind: 'blurb', reason: 'x' } as const,
    })),
  ]
}
