import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Recording } from '../core/feed/recording.ts'
import { requestedRange } from '../core/text/requested-range.ts'
import type { PictureResult } from '../operations/articles/get-picture.ts'
import { jsonResponse } from './json-response.ts'
import { problem } from './problem.ts'
import type { Route } from './route.ts'
import type { RouteInput } from './route-input.ts'

/** Text and pictures from outside are served from our own origin: a browser must not run them or treat them as a page. */
const locked = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-cache',
}

function answerFile(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  mediaType: string,
  fileName: string,
): Response {
  const name = fileName.replace(/[^\w.-]+/g, '-')
  return new Response(body, {
    headers: { ...locked, 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}

/** Bytes to show or play. */
function answerBytes(
  bytes: Uint8Array,
  mediaType: string,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(Uint8Array.from(bytes), { status, headers: { ...locked, 'Content-Type': mediaType, ...headers } })
}

type File = { readonly mediaType: string; readonly fileName: string } & (
  | { readonly text: string }
  | { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> }
)

/** No file, and why, for people. */
type Refused = { readonly why: string; readonly detail: string }

/** Turns an operation's result into an HTTP response. */
export async function operationResponse(
  request: Request,
  { answers }: Route,
  query: RouteInput['query'],
  view: unknown,
): Promise<Response> {
  switch (answers) {
    case 'nothing':
    case 'done':
      return new Response(null, { status: 204 })
    case 'view': {
      const next = nextPage(view, query)
      const link = next && { Link: nextLink(new URL(request.url), next) }
      return jsonResponse(request, JSON.stringify(view), { ...link })
    }
    case 'file': {
      const file = view as File | Refused
      if ('why' in file)
        return problem(file.why === 'nothing' ? 'not-there' : 'unusable-input', { detail: file.detail })
      return answerFile('text' in file ? file.text : file.body, file.mediaType, file.fileName)
    }
    case 'opml':
      return answerFile(view as string, 'text/x-opml; charset=utf-8', 'twosource.opml')
    case 'backup': {
      const { path, name } = view as { readonly path: string; readonly name: string }
      return answerFile(Readable.toWeb(createReadStream(path)), 'application/vnd.sqlite3', name)
    }
    case 'picture': {
      const picture = view as PictureResult
      if (picture.kind === 'failed') return problem('outlet-failed', { detail: picture.message })
      return answerBytes(picture.bytes, picture.header.type)
    }
    case 'recording': {
      const { contentType, bytes, seconds, cues } = view as Recording
      return jsonResponse(request, JSON.stringify({ contentType, bytes, seconds, cues }))
    }
    case 'sound':
      return answerSound(request, view as Recording)
  }
}

/** A recording, or the byte range requested. */
async function answerSound(request: Request, recording: Recording): Promise<Response> {
  const { bytes: size, contentType, tag } = recording
  const etag = `"${tag}"`
  const asked = requestedRange(request, { etag, size })
  const headers = { ETag: etag, 'Accept-Ranges': 'bytes' }
  switch (asked.kind) {
    case 'whole':
      return answerBytes(await recording.read(), contentType, { headers })
    case 'part': {
      const range = { 'Content-Range': `bytes ${asked.from}-${asked.last}/${size}` }
      const part = await recording.read(asked.from, asked.last)
      return answerBytes(part, contentType, { status: 206, headers: { ...headers, ...range } })
    }
    case 'none':
      return problem('no-such-range', {}, { 'Content-Range': `bytes */${size}` })
  }
}

/** The query field and value of the next page; undefined at the end. */
export function nextPage(
  view: unknown,
  query: RouteInput['query'],
): { readonly field: string; readonly value: string } | undefined {
  if (typeof view !== 'object' || view === null) return undefined
  const { next, page, pageCount } = view as Readonly<Record<string, unknown>>
  const cursor = ['cursor', 'before'].find((field) => Object.hasOwn(query, field))
  if (typeof next === 'string' && cursor !== undefined) return { field: cursor, value: next }
  if (typeof page === 'number' && typeof pageCount === 'number' && page < pageCount && Object.hasOwn(query, 'page'))
    return { field: 'page', value: String(page + 1) }
  return undefined
}

/** The `Link` header of the next page (RFC 8288); relative, so that it works behind any proxy. */
export function nextLink(url: URL, next: { readonly field: string; readonly value: string }): string {
  const query = new URLSearchParams(url.search)
  query.set(next.field, next.value)
  return `<${url.pathname}?${query}>; rel="next"`
}
