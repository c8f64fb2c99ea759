import { joinedBytes } from '../core/joined-bytes.ts'
import type { ServedPage } from '../core/reading/served-page.ts'
import { fieldLines, recordHead, seconds, uriOf } from './warc.ts'

const encoder = new TextEncoder()
const recordEnd = encoder.encode('\r\n\r\n')

/**
 * The first record of a WARC 1.1 file with pages as their servers sent them: what the file is. It says nothing of when the file is made,
 * so that the same pages give the same bytes.
 */
export function pagesWarcHead(pages: readonly ServedPage[]): Uint8Array<ArrayBuffer> {
  const info = encoder.encode(
    fieldLines([
      ['software', 'Twosource'],
      ['format', 'WARC File Format 1.1'],
      ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
      [
        'description',
        'Pages as their servers sent them. Bytes are those after compression and chunks were undone, and Content-Length is theirs. Of the headers, those that describe the page; no cookies.',
      ],
    ]),
  )
  const at = pages.at(-1)?.at ?? ''
  return record(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', `<urn:twosource:warcinfo:${pages[0]?.digest ?? 'empty'}:${seconds(at)}>`],
      ['WARC-Date', seconds(at)],
      ['Content-Type', 'application/warc-fields'],
    ],
    info,
  )
}

/** A page as a `response` record (§6.3), with the SHA-256 of its bytes. */
export function pageRecord(
  { digest, url, status, headers, at }: ServedPage,
  body: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { 'content-type': type, ...others } = headers
  const head = encoder.encode(
    `HTTP/1.1 ${status} ${status === 200 ? 'OK' : ''}\r\n${fieldLines([
      ['content-type', type],
      ...Object.entries(others),
      ['content-length', String(body.length)],
    ])}\r\n`,
  )
  return record(
    [
      ['WARC-Type', 'response'],
      ['WARC-Record-ID', `<urn:twosource:page:${digest}:${seconds(at)}>`],
      ['WARC-Date', seconds(at)],
      ['WARC-Target-URI', uriOf(url) ?? 'about:blank'],
      ['WARC-Payload-Digest', `sha256:${digest}`],
      ['Content-Type', 'application/http;msgtype=response'],
    ],
    joinedBytes([head, body]),
  )
}

function record(fields: Parameters<typeof recordHead>[0], block: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinedBytes([encoder.encode(recordHead(fields, block.length)), block, recordEnd])
}
