import type { Context, Hono } from 'hono'
import { feedFormats } from '../core/own-feed.ts'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import { fresh } from './answer-fresh.ts'
import { briefFeed } from './brief-feed.ts'
import { sendRecording } from './brief-files.ts'
import { baseOf, podcast } from './brief-routes.ts'
import { endMailPage } from './pages/end-mail.ts'
import { tellBrief } from './parts/tell-brief.ts'
import { readerByPreferences } from './reader-by-preferences.ts'
import { actAs, readerOf, type WebOptions } from './request-reader.ts'
import type { SendFeed } from './send-feed.ts'
import type { WebOperations } from './web-operations.ts'

/**
 * What opens without signing in, to whoever has a secret address: the feeds of one reader's brief, and the end of its mails. Set
 * up before anybody is asked who they are. An address that is none answers as one that never was.
 */
export function briefTokenRoutes(
  web: Hono,
  of: (reader: ReaderIdentity) => WebOperations,
  options: WebOptions,
  send: SendFeed,
): void {
  const any = of(guest)

  web.get('/unsubscribe/:token', async (context) => {
    const isKnown = await any.mailEnd({ token: context.req.param('token') })
    return context.html(
      endMailPage(isKnown ? 'asked' : 'unknown', readerOf(context, options)),
      isKnown ? 200 : 404,
      fresh,
    )
  })
  // Mail programs send this by themselves at one click (RFC 8058): no page, no cookie, nothing to confirm.
  web.post('/unsubscribe/:token', async (context) => {
    const isDone = await any.endBriefMail({ token: context.req.param('token') })
    return context.html(endMailPage(isDone ? 'done' : 'unknown', readerOf(context, options)), isDone ? 200 : 404, fresh)
  })

  for (const format of feedFormats)
    web.get(`/my-brief/:token/brief.${format}`, async (context) => {
      const found = await readerOfToken(context)
      if (!found) return context.notFound()
      const base = baseOf(context, options)
      const { app, reader } = found
      const self = `${base}${new URL(context.req.url).pathname}`
      const made = await briefFeed(app, reader, { base, self })
      return send(context, app, format, made, { key: `brief ${context.req.param('token')}`, isSecret: true })
    })
  web.get('/my-brief/:token/podcast.rss', async (context) => {
    const found = await readerOfToken(context)
    if (!found) return context.notFound()
    return podcast(context, () => found.app, options, `/my-brief/${context.req.param('token')}`)
  })
  web.get('/my-brief/:token/:file{\\d{4}-\\d{2}-\\d{2}\\.(?:wav|opus|mp3)}', async (context) => {
    const found = await readerOfToken(context)
    const name = context.req.param('file')
    if (!found || name.slice(11) !== found.app.voice) return context.notFound()
    const view = await found.app.brief({ day: name.slice(0, 10) })
    const recording = view && (await found.app.recordBrief(tellBrief(view, found.reader, baseOf(context, options))))
    return recording ? sendRecording(context, recording) : context.notFound()
  })

  /** Whose address this is, with the pages' operations for them alone, as who may read and no more. */
  async function readerOfToken(context: Context) {
    const identity = await any.briefReader({ token: context.req.param('token') ?? '' })
    if (!identity) return undefined
    const app = of(identity)
    const now = options.now?.() ?? new Date().toISOString()
    const reader = readerByPreferences(await app.preferences(), { identity, now, version: options.version })
    actAs(context, identity, reader.preferences)
    return { app, reader }
  }
}
