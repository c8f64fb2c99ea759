import type { Context, Hono } from 'hono'
import { feedFormats } from '../../core/feed/published-feed.ts'
import { guest, type ReaderIdentity } from '../../core/reader-identity.ts'
import { getPreferences } from '../../operations/accounts/preferences.ts'
import { recordBrief } from '../../operations/day/brief-recordings.ts'
import { getBrief } from '../../operations/day/get-brief.ts'
import { endBriefMail, findBriefReader, findMailEnd } from '../../operations/day/my-brief.ts'
import type { Run } from '../../operations/run.ts'
import type { SendFeed } from '../feeds/send-feed.ts'
import { noStore } from '../no-store.ts'
import { readerByPreferences } from '../reader-by-preferences.ts'
import { actAs, readerOf, runOf, type WebOptions } from '../request-reader.ts'
import { briefFeed } from './brief-feed.ts'
import { sendRecording } from './brief-files.ts'
import { baseOf, podcast } from './brief-routes.ts'
import { endMailPage } from './pages/brief-settings.ts'
import { briefText } from './parts/brief-text.ts'

/**
 * Pages that a secret URL opens without signing in: the feeds of one reader's brief, and unsubscribing from its mails. Registered before
 * authentication. An invalid URL answers like one that never existed.
 */
export function briefTokenRoutes(
  web: Hono,
  runFor: (reader: ReaderIdentity) => Run,
  options: WebOptions,
  send: SendFeed,
): void {
  const runAsGuest = runFor(guest)

  web.get('/unsubscribe/:token', async (context) => {
    const isKnown = await runAsGuest(findMailEnd, { token: context.req.param('token') })
    return context.html(
      endMailPage(isKnown ? 'asked' : 'unknown', readerOf(context, options)),
      isKnown ? 200 : 404,
      noStore,
    )
  })
  // Mail programs send this with one click (RFC 8058): no page, no cookie, no confirmation.
  web.post('/unsubscribe/:token', async (context) => {
    const isDone = await runAsGuest(endBriefMail, { token: context.req.param('token') })
    return context.html(
      endMailPage(isDone ? 'done' : 'unknown', readerOf(context, options)),
      isDone ? 200 : 404,
      noStore,
    )
  })

  for (const format of feedFormats)
    web.get(`/my-brief/:token/brief.${format}`, async (context) => {
      const found = await readerOfToken(context)
      if (!found) return context.notFound()
      const base = baseOf(context, options)
      const { run, reader } = found
      const self = `${base}${new URL(context.req.url).pathname}`
      const made = await briefFeed(run, reader, { base, self })
      return send(context, format, made, { key: `brief ${context.req.param('token')}`, isSecret: true })
    })
  web.get('/my-brief/:token/podcast.rss', async (context) => {
    const found = await readerOfToken(context)
    if (!found) return context.notFound()
    return podcast(context, runOf(found.run), options, `/my-brief/${context.req.param('token')}`)
  })
  web.get('/my-brief/:token/:file{\\d{4}-\\d{2}-\\d{2}\\.(?:wav|opus|mp3)}', async (context) => {
    const found = await readerOfToken(context)
    const name = context.req.param('file')
    if (!found || name.slice(11) !== options.voice) return context.notFound()
    const view = await found.run(getBrief, { day: name.slice(0, 10), timeZone: found.reader.timeZone })
    const recording = view && (await found.run(recordBrief, briefText(view, found.reader, baseOf(context, options))))
    return recording ? sendRecording(context, recording) : context.notFound()
  })

  /** The reader of a secret URL, with operations that can only read. */
  async function readerOfToken(context: Context) {
    const identity = await runAsGuest(findBriefReader, { token: context.req.param('token') ?? '' })
    if (!identity) return undefined
    const run = runFor(identity)
    const now = options.now?.() ?? new Date().toISOString()
    const reader = readerByPreferences(await run(getPreferences, {}), { identity, now, version: options.version })
    actAs(context, identity, reader.preferences)
    return { run, reader }
  }
}
