import { supportedLayers } from '../../analyze/supported-layers.ts'
import type { Document } from '../../core/document.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { parseFeed } from '../../feeds/reading/parse-feed.ts'

/** Parses a feed from bytes: only the first station, to see its result. */
export function parseFile(bytes: Uint8Array, name: string) {
  return parseFeed(bytes, { url: addressOf(name) })
}

/** Extracts and analyzes one page from bytes: the stations that need no other article. */
export async function readPage(bytes: Uint8Array, name: string, at: string) {
  // Loaded here, because a server runs it in threads and only this file needs it here.
  const { digest } = await import('../../pipeline/digest.ts')
  const url = addressOf(name)
  const isHtml = /<[a-z!]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2000)))
  const text = isHtml ? '' : new TextDecoder().decode(bytes)
  const [title = '', ...lines] = text.split('\n')
  const read = digest({
    entry: {
      key: name,
      title: isHtml ? '' : title,
      authors: [],
      categories: [],
      enclosures: [],
      contentHtml: paragraphs(lines),
    },
    source: isHtml
      ? { kind: 'page', body: bytes, contentType: 'text/html', url }
      : { kind: 'feed', reason: 'Read from a text file.' },
    fallbackKey: name,
    fetchedAt: at,
  })
  return { ...read, notRead: supportedLayers(read.document.language).notRead }
}

/** The words behind each span, for printing. */
export function wordsOf(
  doc: Document,
  span: { readonly start: number; readonly end: number } | undefined,
): string | undefined {
  return span && doc.text.slice(span.start, span.end)
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
}

function addressOf(name: string): string {
  return `https://example.invalid/${encodeURIComponent(name.replace(/^.*[\\/]/, ''))}`
}
