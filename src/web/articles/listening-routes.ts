import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import type { Cue, Recording } from '../../core/feed/recording.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import {
  getRecording,
  getSpeech,
  type ReadAloudSubject,
  recordAloud,
  trySpeech,
} from '../../operations/articles/read-aloud.ts'
import { findBriefRecording, startBriefRecording } from '../../operations/day/brief-recordings.ts'
import { ownerOnlyPage } from '../accounts/pages/owner-only.ts'
import { sendRecording } from '../day/brief-files.ts'
import { briefOf } from '../day/brief-routes.ts'
import { readForm, text } from '../form.ts'
import { articlePath, storyPath } from '../layout/links.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { speechPage } from './pages/speech.ts'

const day = '\\d{4}-\\d{2}-\\d{2}'

/** Recordings by the voice of this server: making one, playing it, its cues, and the settings of the voice. */
export function listeningRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const kinds = [
    ['/articles/:id', articleOf, articlePath],
    ['/stories/:id', storyOf, storyPath],
  ] as const
  for (const [path, spokenOf, pageOf] of kinds) {
    web.get(`${path}/audio`, async (context) => sound(context, await run(context, getRecording, spokenOf(context))))
    web.get(`${path}/audio.vtt`, async (context) => cues(context, await run(context, getRecording, spokenOf(context))))
    web.post(`${path}/audio`, async (context) => {
      const spoken = spokenOf(context)
      const begun = await run(context, recordAloud, spoken)
      return begun ? back(context, pageOf(spoken.id)) : context.notFound()
    })
  }
  for (const path of ['/brief', `/brief/:day{${day}}`]) {
    const told = (context: Context) => briefOf(context, run, options, context.req.param('day'))
    const recorded = async (context: Context) => {
      const brief = await told(context)
      return brief && run(context, findBriefRecording, brief)
    }
    web.get(`${path}/audio`, async (context) => sound(context, await recorded(context)))
    web.get(`${path}/audio.vtt`, async (context) => cues(context, await recorded(context)))
    web.post(`${path}/audio`, async (context) => {
      const brief = await told(context)
      const begun = brief && (await run(context, startBriefRecording, brief))
      return begun ? back(context, context.req.path.replace(/\/audio$/, '')) : context.notFound()
    })
  }

  const forOwner = (act: (context: Context) => Promise<Response>) => (context: Context) => {
    const reader = readerOf(context, options)
    if (reader.isOwner) return act(context)
    const way = { lead: reader.words.admin.ownerLead, command: 'npm start doctor' }
    return context.html(ownerOnlyPage(reader, way), 403, noStore)
  }
  web.get(
    '/admin/speech',
    forOwner(async (context) =>
      context.html(speechPage(await run(context, getSpeech, {}), readerOf(context, options)), 200, noStore),
    ),
  )
  web.post(
    '/admin/speech',
    forOwner(async (context) => {
      const reader = readerOf(context, options)
      const { language, words } = reader
      const [view, trial] = [
        await run(context, getSpeech, {}),
        await run(context, trySpeech, { language, text: words.listening.sample }),
      ]
      return context.html(speechPage(view, reader, trial), 200, noStore)
    }),
  )
}

function articleOf(context: Context): ReadAloudSubject {
  const revision = context.req.query('revision')
  return { kind: 'article', id: context.req.param('id') ?? '', ...defined({ revision }) }
}

function storyOf(context: Context): ReadAloudSubject {
  return { kind: 'story', id: context.req.param('id') ?? '' }
}

function sound(context: Context, recording: Recording | undefined): Response | Promise<Response> {
  return recording ? sendRecording(context, recording) : context.notFound()
}

function cues(context: Context, recording: Recording | undefined): Response | Promise<Response> {
  if (!recording) return context.notFound()
  return context.body(webVtt(recording.cues), 200, {
    'Content-Type': 'text/vtt; charset=utf-8',
    'Cache-Control': 'private, no-cache',
  })
}

/** Back to the page with the recording. */
async function back(context: Context, page: string): Promise<Response> {
  const form = await readForm(context)
  return context.redirect(`${safePath(form && text(form, 'back'), page)}#listen`, 303)
}

/** The cues of a recording as WebVTT (W3C); times in seconds. */
function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ from, until, text }) => `${timeOf(from)} --> ${timeOf(until)}\n${escaped(text)}\n`)
  return ['WEBVTT\n', ...blocks].join('\n')
}

function timeOf(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const part = (size: number, of: number, width = 2) => String(Math.floor(ms / size) % of).padStart(width, '0')
  return `${part(3_600_000, Number.POSITIVE_INFINITY)}:${part(60_000, 60)}:${part(1000, 60)}.${part(1, 1000, 3)}`
}

/** Escapes characters that could end the cue or be read as markup. */
function escaped(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ').trim())
}
