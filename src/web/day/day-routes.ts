import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { getToday, recordVisit } from '../../operations/day/get-today.ts'
import type { TodayPeriod } from '../../operations/day/today-views.ts'
import { listPacks } from '../../operations/feeds/list-packs.ts'
import { month } from '../../operations/input.ts'
import { portOf } from '../arrival.ts'
import { sendPage } from '../finish-pages.ts'
import { isVisit, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { isFirstRun, todayPage, welcomePage } from './pages/today.ts'

const periods: readonly TodayPeriod[] = ['hours', 'visit', 'week']

/** Today and any other day, filtered by its URL. */
export function dayRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const today = async (context: Context, day?: string) => {
    const { language, section, source, view: layout, page, show, ...asked } = context.req.query()
    const reader = readerOf(context, options)
    const period = periods.find((known) => known === asked.period)
    const view = await run(
      context,
      getToday,
      defined({
        day,
        timeZone: reader.timeZone,
        period,
        language: language || undefined,
        section: section || undefined,
        source: source || undefined,
        muted: asked.muted === 'show' ? ('show' as const) : undefined,
        hasAside: true,
        isBySection: layout === 'sections' || undefined,
        isByTime: layout === 'newest' || undefined,
        isUnreadOnly: show === 'unread' || undefined,
        isConfirmedOnly: show === 'confirmed' || undefined,
        month: month.safeParse(asked.month).data,
        page: page !== undefined && /^\d{1,5}$/.test(page) && page !== '0' ? Number(page) : undefined,
      }),
    )
    if (!view) return context.notFound()
    if (isFirstRun(view))
      return sendPage(context, welcomePage(await run(context, listPacks, {}), reader, portOf(context)))
    const response = sendPage(context, todayPage(view, reader))
    if (day === undefined && isVisit(context)) await run(context, recordVisit, { kind: 'page', target: 'today' })
    return response
  }
  web.get('/', async (context) => {
    const { home } = readerOf(context, options).preferences
    return home === 'today' ? today(context) : context.redirect(home === 'feeds' ? '/feeds' : '/brief', 302)
  })
  // Where Today is when another page was chosen as the home page.
  web.get('/today', (context) => today(context))
  web.get('/days', (context) => {
    const { day = '' } = context.req.query()
    return context.redirect(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `/days/${day}` : '/', 302)
  })
  web.get('/days/:day{\\d{4}-\\d{2}-\\d{2}}', (context) => today(context, context.req.param('day')))
}
