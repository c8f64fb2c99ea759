import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import type { ArticleId } from '../../src/core/ids.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { serve } from '../loopback-server.ts'
import { type Dialect, makeDatabase } from './databases.ts'

export const hourMs = 3_600_000
export const start = Date.parse('2026-03-10T12:00:00Z')
/** Sentences about something, enough for an article. */
export const filler = (about: string) =>
  Array.from(
    { length: 6 },
    (_, at) =>
      `<p>The ${about} was looked at by the council on its ${at + 1}th day of talks, and nobody who was there said that it would be cheap to mend.</p>`,
  ).join('')
export const opening = 'At least 12 people were hurt when the harbor crane of Sandvik fell on Monday, the mayor said.'
type Page = {
  readonly lines: string
  readonly title?: string
  readonly etag?: string
  readonly maxAge?: number
  readonly status?: number
}

/** An instance that reads one outlet on loopback, with a clock moved by hand. */
export async function openInstance(dialect: Dialect, settings: Readonly<Record<string, string>> = {}) {
  let clock = start
  const pages = new Map<string, Page>()
  const feeds = new Map<string, string>()
  const asked: string[] = []
  let robots = ''
  const origin = await serve((request, response) => {
    const path = request.url ?? ''
    if (path === '/robots.txt') return response.writeHead(200).end(robots)
    const feed = feeds.get(path)
    if (feed) return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
    const page = pages.get(path)
    asked.push(`${path} ${request.headers['if-none-match'] ?? ''}`.trim())
    if (page?.status === 301) return response.writeHead(301, { location: '/' }).end()
    if (!page || page.status) return response.writeHead(page?.status ?? 404).end()
    const headers = {
      'content-type': 'text/html',
      ...(page.etag && { etag: page.etag }),
      ...(page.maxAge && { 'cache-control': `max-age=${page.maxAge}` }),
    }
    if (page.etag && request.headers['if-none-match'] === page.etag) return response.writeHead(304, headers).end()
    const title = page.title ?? 'Crane falls in Sandvik harbor'
    response
      .writeHead(200, headers)
      .end(
        `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${page.lines}</article></body></html>`,
      )
  })
  const database = await makeDatabase(dialect)
  const folder = mkdtempSync(join(tmpdir(), 'twosource-look-'))
  const open = () =>
    createContext(
      readConfig({
        TWOSOURCE_DATA: folder,
        TWOSOURCE_DATABASE: database.url,
        TWOSOURCE_ALLOW_PRIVATE: 'true',
        TWOSOURCE_ANALYSIS_THREADS: '1',
        ...settings,
      }),
      () => {},
      () => new Date(clock),
      // A page is read, too, on a machine that has much else to do.
      { limits: { analysisMs: 120_000 } },
    )
  const context = await open()
  const { store } = context.operations
  return {
    context,
    store,
    asked,
    pages,
    origin,
    open,
    setRobots: (text: string) => {
      robots = text
    },
    feed(path: string, items: readonly string[]) {
      const item = (link: string) =>
        `<item><title>Crane falls</title><link>${origin}${link}</link><guid>${link}</guid><pubDate>${new Date(start - hourMs).toUTCString()}</pubDate><description>A crane fell.</description></item>`
      feeds.set(
        path,
        `<rss version="2.0"><channel><title>${path}</title><link>${origin}/</link>${items.map(item).join('')}</channel></rss>`,
      )
    },
    subscribe: (path: string) => addFeed.run(context.operations, addFeed.input.parse({ url: `${origin}${path}` })),
    async run(hours = 0) {
      clock = Math.max(clock, start + hours * hourMs)
      await context.pipeline.runOnce()
    },
    /** Looks at what is due, and does nothing else. */
    async lookOnly(hours: number) {
      clock = start + hours * hourMs
      await context.pipeline.recheckOnce()
    },
    async article(path: string) {
      const found = await store.articles.findByUrl(`${origin}${path}`)
      assert.ok(found, path)
      return found
    },
    view: (id: ArticleId) => getArticle.run(context.operations, getArticle.input.parse({ id })),
    async close() {
      await context[Symbol.asyncDispose]()
      await database.remove()
      rmSync(folder, { recursive: true })
    },
  }
}
