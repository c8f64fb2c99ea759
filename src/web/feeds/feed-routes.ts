import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { type FeedSubject, feedSubject } from '../../core/feed/feed-subject.ts'
import { type FeedFormat, feedFormats } from '../../core/feed/published-feed.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { baseOf } from '../day/brief-routes.ts'
import { timesDependOn } from '../layout/time.ts'
import { bound, identityOf, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { ownFeed } from './own-feeds/own-feed.ts'
import { feedPath } from './parts/feed-links.ts'
import type { SendFeed } from './send-feed.ts'

/** Feeds of readers only: for a guest they don't exist. */
const ofReaders: readonly FeedSubject['kind'][] = ['folder', 'starred', 'saved', 'search']
const endings = feedFormats.join('|')

/** A feed of every list and subject that has a page, for those who may read that page. */
export function feedRoutes(web: Hono, run: RunIn, options: WebOptions, send: SendFeed): void {
  web.get(`/feed/:file{[a-z]+\\.(?:${endings})}`, (context) => {
    const [kind = '', format] = context.req.param('file').split('.') as [string, FeedFormat]
    return feed(context, feedSubject(kind), format)
  })
  web.get(`/feed/:kind{[a-z]+}/:file{.+\\.(?:${endings})}`, (context) => {
    const [, target = '', format] = /^(.*)\.([a-z]+)$/s.exec(context.req.param('file')) ?? []
    return feed(context, feedSubject(context.req.param('kind'), target), format as FeedFormat)
  })
  // Former addresses.
  web.get('/searches/:file{[\\w-]{1,60}\\.atom}', (context) =>
    feed(context, { kind: 'search', target: context.req.param('file').slice(0, -5) }, 'atom'),
  )
  web.get('/discussion.atom', (context) => feed(context, { kind: 'discussion', target: '' }, 'atom'))
  for (const [folder, kind] of [
    ['stories', 'story'],
    ['articles', 'article'],
  ] as const)
    web.get(`/${folder}/:id/discussion.atom`, (context) =>
      feed(context, { kind: 'discussion', target: `${kind}:${context.req.param('id')}` }, 'atom'),
    )

  async function feed(context: Context, subject: FeedSubject | undefined, format: FeedFormat): Promise<Response> {
    const identity = identityOf(context)
    if (!subject || !identity) return context.notFound() as Response
    if (ofReaders.includes(subject.kind) && !mayActAs(identity.role, 'reader')) return context.notFound() as Response
    const reader = readerOf(context, options)
    const base = baseOf(context, options)
    const most = entryLimit(context)
    const path = `${feedPath(subject, format)}${most === undefined ? '' : `?n=${most}`}`
    const made = await ownFeed(subject, {
      run: bound(context, run),
      reader,
      base,
      self: `${base}${path}`,
      ...defined({ most: most || undefined }),
    })
    const key = `${identity.id} ${identity.role} ${timesDependOn(reader)} ${base} ${path}`
    return send(context, format, made, { key })
  }
}

/** How many entries the URL requests with `n`, at most 200. */
export function entryLimit(context: Context): number | undefined {
  const given = /^\d{1,9}$/.test(context.req.query('n') ?? '') ? Number(context.req.query('n')) : 0
  return given === 0 ? undefined : Math.min(given, 200)
}
