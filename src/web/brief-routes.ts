import type { Context, Hono } from 'hono'
import type { BriefView } from '../operations/brief-views.ts'
import { briefPage } from './pages/brief.ts'
import { briefText } from './pages/brief-text.ts'
import { atomFeed, atomType } from './parts/atom.ts'
import { briefStoryPart } from './parts/brief-story.ts'
import { longDay } from './parts/time.ts'
import type { AppOf } from './request-reader.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { sendPage } from './send-page.ts'

const DAY_MS = 86_400_000
/** A feed holds the briefs of so many days past; today's goes on changing. */
const daysInFeed = 7

/** The brief of today or of a day past: as a page, as plain text, and one entry a day in a feed. */
export function briefRoutes(web: Hono, app: AppOf, options: WebOptions): void {
  const brief = (context: Context, day?: string) => app(context).brief(day === undefined ? {} : { day })
  const page = async (context: Context, day?: string) => {
    const view = await brief(context, day)
    return view ? sendPage(context, briefPage(view, readerOf(context, options))) : context.notFound()
  }
  const text = async (context: Context, day?: string) => {
    const view = await brief(context, day)
    if (!view) return context.notFound()
    context.header('Vary', 'Accept-Language, Cookie')
    return context.text(briefText(view, readerOf(context, options), baseOf(context, options)), 200, {
      'Cache-Control': 'private, no-cache',
    })
  }
  web.get('/brief', (context) => page(context))
  web.get('/brief.txt', (context) => text(context))
  web.get('/brief.atom', async (context) => {
    const reader = readerOf(context, options)
    const today = Date.parse(reader.now.slice(0, 10))
    const days = Array.from({ length: daysInFeed }, (_, index) =>
      new Date(today - (index + 1) * DAY_MS).toISOString().slice(0, 10),
    )
    const views: BriefView[] = []
    for (const day of days) {
      const view = await brief(context, day)
      if (view && view.stories.length > 0) views.push(view)
    }
    const base = baseOf(context, options)
    const feed = atomFeed({
      id: 'urn:twosource:brief',
      title: `Twosource · ${reader.words.brief.title}`,
      url: `${base}/brief`,
      self: `${base}/brief.atom`,
      updated: views[0]?.until ?? new Date(today).toISOString(),
      language: reader.language,
      entries: views.map((view) => ({
        id: `urn:twosource:brief:${view.day}`,
        title: reader.words.brief.titleOf(longDay(view.day, reader)),
        url: `${base}/brief/${view.day}`,
        updated: view.until,
        content: view.stories.map((story) => String(briefStoryPart(story, reader))).join(''),
      })),
    })
    context.header('Vary', 'Accept-Language, Cookie')
    return context.body(feed, 200, { 'Content-Type': atomType, 'Cache-Control': 'private, no-cache' })
  })
  web.get('/brief/:day{\\d{4}-\\d{2}-\\d{2}\\.txt}', (context) => text(context, context.req.param('day').slice(0, 10)))
  web.get('/brief/:day{\\d{4}-\\d{2}-\\d{2}}', (context) => page(context, context.req.param('day')))
}

/** The address of this server as the one who asks knows it, without a slash at its end. */
export function baseOf(context: Context, { baseUrl }: WebOptions): string {
  return (baseUrl ?? new URL(context.req.url).origin).replace(/\/+$/, '')
}
