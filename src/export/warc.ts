import type { Exporter } from './exporter.ts'
import { noFacts, type StoredText } from './story-facts.ts'

/** The texts of a story's articles as WARC 1.1 (ISO 28500:2017). */
export const warc: Exporter = {
  name: 'WARC',
  mediaType: 'application/warc',
  extension: 'warc',
  render: (_dossier, _documents, { texts, at } = noFacts) => writeWarc(texts, at ?? '1970-01-01T00:00:00.000Z'),
}

/**
 * Stored texts as a WARC file, which can be concatenated with others. We store the text extracted from a page, not the page:
 * each is a `conversion` record (§6.7) with the exact text, so that citations match in it, and a `metadata` record (§6.6) with
 * what we know about it. There are no `response` records: pages that are kept have a file of their own.
 */
export function writeWarc(texts: readonly StoredText[], at: string): string {
  const info = fieldLines([
    ['software', 'Twosource'],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
    ['description', 'Main texts of articles as they were read; pages, markup and pictures are not kept.'],
  ])
  const head = record(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', `<urn:twosource:warcinfo:${texts[0]?.document.id ?? 'empty'}:${at.replace(/[^\w.:-]/g, '')}>`],
      ['WARC-Date', seconds(at)],
      ['Content-Type', 'application/warc-fields'],
    ],
    info,
  )
  return [head, ...texts.flatMap(textRecords)].join('')
}

function textRecords({ document, url, readAt, ...kept }: StoredText): string[] {
  // The same revision read at the same time always gets the same record id.
  const id = `urn:twosource:record:${document.id}:${seconds(readAt)}`
  const target = uriOf(url) ?? `urn:twosource:document:${document.id}`
  const { completeness } = kept
  const about = fieldLines([
    ['title', document.title],
    ['document', document.id],
    ['outlet', kept.sourceName],
    ...kept.authors.map((name) => ['author', name] as const),
    ['published', document.publishedAt],
    ['updated', kept.updatedAt],
    ['language', document.language],
    ['section', kept.section],
    ['completeness', completeness.kind],
    ['completeness-reason', completeness.kind === 'complete' ? undefined : completeness.reason],
    ['conversion', 'The main text of the page, or of the feed where completeness says so.'],
  ])
  return [
    record(
      [
        ['WARC-Type', 'conversion'],
        ['WARC-Record-ID', `<${id}>`],
        ['WARC-Date', seconds(readAt)],
        ['WARC-Target-URI', target],
        ['Content-Type', 'text/plain; charset=utf-8'],
      ],
      document.text,
    ),
    record(
      [
        ['WARC-Type', 'metadata'],
        ['WARC-Record-ID', `<${id}:metadata>`],
        ['WARC-Refers-To', `<${id}>`],
        ['WARC-Date', seconds(readAt)],
        ['WARC-Target-URI', target],
        ['Content-Type', 'application/warc-fields'],
      ],
      about,
    ),
  ]
}

type Field = readonly [name: string, value: string | undefined]

function record(fields: readonly Field[], block: string): string {
  return `${recordHead(fields, new TextEncoder().encode(block).length)}${block}\r\n\r\n`
}

/** What is before the block of a record, whose length in bytes is given. */
export function recordHead(fields: readonly Field[], length: number): string {
  return `WARC/1.1\r\n${fieldLines([...fields, ['Content-Length', String(length)]])}\r\n`
}

/** `name: value` lines (§4, §10.2); an outside value can't break out of its line. */
export function fieldLines(fields: readonly Field[]): string {
  return fields
    .flatMap(([name, value]) => (value ? [`${name}: ${value.replace(/\s+/g, ' ').trim()}\r\n`] : []))
    .join('')
}

/** An absolute URL, with characters that no URI may contain encoded. */
export function uriOf(url: string): string | undefined {
  return /^https?:/i.test(url) && URL.canParse(url)
    ? new URL(url).href.replace(/[<>"{}|\\^`\s]/g, encodeURIComponent)
    : undefined
}

/** W3C date and time in UTC (§5.4). */
export function seconds(at: string): string {
  const time = Date.parse(at)
  return `${new Date(Number.isNaN(time) ? 0 : time).toISOString().slice(0, 19)}Z`
}
