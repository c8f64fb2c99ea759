import type { Context, Hono } from 'hono'
import type { BriefDocument, BriefForm } from '../../core/brief-document.ts'
import { defined } from '../../core/defined.ts'
import { type FeedFormat, feedFormats } from '../../core/feed/published-feed.ts'
import { ownValue } from '../../core/own-value.ts'
import { writeBrief } from '../../export/write-brief.ts'
import { writeFeed } from '../../export/write-feed.ts'
import { getBriefListening, recordBrief } from '../../operations/day/brief-recordings.ts'
import { getBrief } from '../../operations/day/get-brief.ts'
import type { SendFeed } from '../feeds/send-feed.ts'
import { mutedIn, sendPage } from '../finish-pages.ts'
import { timesDependOn } from '../layout/time.ts'
import { bound, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { sendFile } from '../send-file.ts'
import { briefFeed } from './brief-feed.ts'
import { recordingName, sendRecording } from './brief-files.ts'
import { briefPage } from './pages/brief.ts'
import { briefText } from './parts/brief-text.ts'

const forms: Readonly<Record<string, BriefForm>> = { txt: 'text', html: 'html', epub: 'epub' }
const day = '\\d{4}-\\d{2}-\\d{2}'

/** The brief of today or a past day: as a page, plain text, e-book, recording, and one feed entry a day. */
export function briefRoutes(web: Hono, run: RunIn, options: WebOptions, send: SendFeed): void {
  const page = async (context: Context, ofDay?: string) => {
    const asked = context.req.query('new')
    const reader = readerOf(context, options)
    const view = await run(context, getBrief, {
      ...defined({ day: ofDay }),
      timeZone: reader.timeZone,
      ...mutedIn(context),
      ...defined({ isOnlyNew: asked === '1' || asked === '0' ? asked === '1' : undefined }),
    })
    if (!view) return context.notFound()
    // Recordings exist only for the brief with default choices.
    const isAsked = asked !== undefined || mutedIn(context).muted !== undefined
    const brief = isAsked ? undefined : briefText(view, reader, baseOf(context, options))
    const listening = brief && (await run(context, getBriefListening, brief))
    return sendPage(context, briefPage(view, reader, { voice: options.voice, listening }))
  }
  const file = async (context: Context, extension: string, ofDay?: string) => {
    const form = ownValue(forms, extension)
    if (form === undefined && extension !== options.voice) return context.notFound()
    const brief = await briefOf(context, run, options, ofDay)
    if (!brief) return context.notFound()
    if (form === undefined) {
      const recording = await run(context, recordBrief, brief)
      return recording ? sendRecording(context, recording) : context.notFound()
    }
    const written = await writeBrief(form, brief)
    if (form === 'epub') return sendFile(context, written)
    return context.body(written.body, 200, {
      'Content-Type': written.contentType,
      'Cache-Control': 'private, no-cache',
    })
  }
  const feed = async (context: Context, format: FeedFormat) => {
    const base = baseOf(context, options)
    const reader = readerOf(context, options)
    const made = await briefFeed(bound(context, run), reader, { base, self: `${base}/brief.${format}` })
    const key = `brief ${reader.identity?.id} ${timesDependOn(reader)} ${base}`
    return send(context, format, made, { key })
  }

  web.get('/brief', (context) => page(context))
  for (const format of feedFormats) web.get(`/brief.${format}`, (context) => feed(context, format))
  web.get('/brief/podcast.rss', (context) => podcast(context, run, options, '/brief'))
  web.get(`/brief/:file{${day}\\.[a-z0-9]+}`, (context) => {
    const name = context.req.param('file')
    return file(context, name.slice(11), name.slice(0, 10))
  })
  web.get(`/brief/:day{${day}}`, (context) => page(context, context.req.param('day')))
  web.get('/:file{brief\\.(?:txt|html|epub|wav|opus|mp3)}', (context) =>
    file(context, context.req.param('file').slice(6)),
  )
}

/** The brief of today, or of a past day, in the reader's language. */
export async function briefOf(
  context: Context,
  run: RunIn,
  options: WebOptions,
  ofDay?: string,
): Promise<BriefDocument | undefined> {
  const reader = readerOf(context, options)
  const view = await run(context, getBrief, { ...defined({ day: ofDay }), timeZone: reader.timeZone })
  context.header('Vary', 'Accept-Language, Cookie')
  return view && briefText(view, reader, baseOf(context, options))
}

/** The briefs of past days as a podcast, with their recordings under `folder`. Only when a voice is configured. */
export async function podcast(context: Context, run: RunIn, options: WebOptions, folder: string): Promise<Response> {
  const { voice } = options
  if (voice === undefined) return context.notFound()
  const base = baseOf(context, options)
  const feed = await briefFeed(bound(context, run), readerOf(context, options), {
    base,
    self: `${base}${folder}/podcast.rss`,
    recordingOf: async (brief) => {
      const made = await run(context, recordBrief, brief)
      return made && { ...made, url: `${base}${folder}/${recordingName(brief, voice)}` }
    },
  })
  const { body, contentType } = writeFeed('rss', feed)
  return context.body(body, 200, { 'Content-Type': contentType, 'Cache-Control': 'private, no-cache' })
}

/** This server's base URL as the client knows it, without a trailing slash. */
export function baseOf(context: Context, { baseUrl }: WebOptions): string {
  return baseUrl ?? new URL(context.req.url).origin
}
