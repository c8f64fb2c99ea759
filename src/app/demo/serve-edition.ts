import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { defined } from '../../core/defined.ts'
import { articlePage, feedTypeOf, frontPage } from './article-page.ts'
import { type Edition, loadEdition, revisionAt } from './edition.ts'
import { escaped } from './markup.ts'
import { feedPathOf, outletFeed } from './outlet-feed.ts'
import { outletIcon } from './outlet-icon.ts'
import { outlets } from './outlets.ts'
import { pictureAt } from './pictures.ts'
import { recordingAt } from './recordings.ts'

type Step = 0 | 1 | 2

/** Limits for reading the edition, which is all on one host: whole, also on a machine that is slow or busy with other work. */
export const editionLimits = { perHost: 8, timeoutMs: 300_000, analysisMs: 300_000 } as const

export type ServedFeed = {
  readonly url: string
  readonly title: string
  readonly siteUrl: string
  readonly folder: string
  /** The owner, when outlets share one. */
  readonly family?: string
}

export type ServedEdition = {
  /** The server's URL, without a trailing slash. */
  readonly url: string
  /** The feeds as an OPML document, ready to import; also served at `/feeds.opml`. */
  readonly opml: string
  readonly feeds: readonly ServedFeed[]
  /** Publishes the first, then the second round of edits: pages and feeds change, with new update times. */
  revise(step: 1 | 2): void
  close(): Promise<void>
}

/**
 * Serves the demo edition on loopback: nine outlets' feeds (ETag, Last-Modified, 304, gzip), their article pages and pictures. `port` 0 or
 * absent takes a free one. Close it when done.
 */
export async function serveEdition(options: {
  readonly now: Date
  readonly port?: number
  readonly host?: '127.0.0.1'
}): Promise<ServedEdition> {
  const edition = loadEdition(options.now)
  const state: { step: Step; base: string } = { step: 0, base: '' }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://demo.invalid').pathname
    send(request, response, answerTo(path, edition, state.base, state.step))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { address, port } = server.address() as AddressInfo
  state.base = `http://${address}:${port}`
  return {
    url: state.base,
    opml: opmlOf(feedsOf(state.base)),
    feeds: feedsOf(state.base),
    revise: (step) => {
      state.step = step
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

type Answer = {
  readonly status: 200 | 404
  readonly type: string
  readonly body: Buffer
  readonly changedAt?: string
}

function answerTo(path: string, edition: Edition, base: string, step: Step): Answer {
  if (path === '/') return text(200, 'text/html', homePage())
  if (path === '/robots.txt') return text(200, 'text/plain', 'User-agent: *\nAllow: /\n')
  if (path === '/feeds.opml') return text(200, 'text/x-opml', opmlOf(feedsOf(base)))
  const recording = recordingAt(path, edition.articles)
  if (recording) return { status: 200, ...recording }
  const picture = pictureAt(path)
  if (picture) return { status: 200, type: 'image/webp', body: picture }
  const outlet = outlets.find((candidate) => path.startsWith(`/${candidate.id}/`))
  if (outlet && path === `/${outlet.id}/`) return text(200, 'text/html', frontPage(outlet, edition, step))
  const icon = outlet && path === `/${outlet.id}/icon.png` ? outletIcon(outlet.id) : undefined
  if (icon) return { status: 200, type: 'image/png', body: icon }
  if (outlet && path === feedPathOf(outlet)) {
    const own = edition.articles.filter((article) => article.outlet.id === outlet.id)
    const changedAt =
      own
        .map((article) => revisionAt(article, step).at)
        .toSorted()
        .at(-1) ?? ''
    return { ...text(200, feedTypeOf(outlet), outletFeed(outlet, edition, base, step)), changedAt }
  }
  const article = edition.articles.find((candidate) => candidate.path === path)
  if (!article) return text(404, 'text/html', '<!DOCTYPE html><title>Not found</title><h1>Not found</h1>')
  const page = text(200, 'text/html', articlePage(article, edition, base, step))
  return { ...page, changedAt: revisionAt(article, step).at }
}

function text(status: 200 | 404, type: string, body: string): Answer {
  return { status, type: `${type}; charset=utf-8`, body: Buffer.from(body, 'utf8') }
}

/** Conditional requests by RFC 9110 §13: If-None-Match wins over If-Modified-Since. */
function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`
  const lastModified = answer.changedAt ? new Date(answer.changedAt).toUTCString() : undefined
  const headers: Record<string, string> = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding' }
  if (lastModified) headers['last-modified'] = lastModified
  if (answer.status === 200 && isFresh(request, etag, lastModified)) {
    response.writeHead(304, headers).end()
    return
  }
  if (answer.type.startsWith('audio/')) {
    sendPart(request, response, answer, headers)
    return
  }
  const isZipped =
    !answer.type.startsWith('image/') && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = isZipped ? gzipSync(answer.body) : answer.body
  if (isZipped) headers['content-encoding'] = 'gzip'
  response.writeHead(answer.status, { ...headers, 'content-type': answer.type, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** A recording, or the part of it that a player seeks to (RFC 9110 §14). */
function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  { body, type }: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const start = Math.min(Number(from ?? 0), body.length - 1)
  const end = to ? Math.min(Number(to), body.length - 1) : body.length - 1
  const part = body.subarray(start, end + 1)
  response.writeHead(from === undefined ? 200 : 206, {
    ...headers,
    'content-type': type,
    'content-length': part.length,
    'accept-ranges': 'bytes',
    ...(from !== undefined && { 'content-range': `bytes ${start}-${end}/${body.length}` }),
  })
  response.end(request.method === 'HEAD' ? undefined : part)
}

function isFresh(request: IncomingMessage, etag: string, lastModified: string | undefined): boolean {
  const tags = request.headers['if-none-match']
  if (tags !== undefined)
    return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
  const since = request.headers['if-modified-since']
  return since !== undefined && lastModified !== undefined && Date.parse(lastModified) <= Date.parse(since)
}

function feedsOf(base: string): readonly ServedFeed[] {
  return outlets.map((outlet) => ({
    url: `${base}${feedPathOf(outlet)}`,
    title: outlet.name,
    siteUrl: `${base}/${outlet.id}/`,
    folder: outlet.folder,
    ...defined({ family: outlet.family || undefined }),
  }))
}

function opmlOf(feeds: readonly ServedFeed[]): string {
  const folders = [...Map.groupBy(feeds, (feed) => feed.folder)].map(([folder, members]) => {
    const lines = members.map(
      (feed) =>
        `<outline type="rss" text="${escaped(feed.title)}" title="${escaped(feed.title)}" xmlUrl="${feed.url}" htmlUrl="${feed.siteUrl}"/>`,
    )
    return `<outline text="${escaped(folder)}" title="${escaped(folder)}">\n${lines.join('\n')}\n</outline>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>The demo edition</title></head>
<body>
${folders.join('\n')}
</body>
</opml>
`
}

function homePage(): string {
  const items = outlets.map((outlet) => `<li><a href="/${outlet.id}/">${escaped(outlet.name)}</a></li>`)
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The demo edition</title></head>
<body><h1>The demo edition</h1>
<p>Corran and Ostvala, their towns, people and newspapers are invented. <a href="/feeds.opml">All feeds as OPML</a></p>
<ul>${items.join('')}</ul></body></html>
`
}
