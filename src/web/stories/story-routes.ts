import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { summaryLengths } from '../../core/summary.ts'
import { momentOfLocal } from '../../core/time/zone.ts'
import { moment } from '../../operations/input.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { compareArticles } from '../../operations/stories/compare-articles.ts'
import { getServerAudit } from '../../operations/stories/get-instance-audit.ts'
import { getStory } from '../../operations/stories/get-story.ts'
import { exportStoryAudit, getStoryAudit } from '../../operations/stories/get-story-audit.ts'
import { getSummary } from '../../operations/stories/get-summary.ts'
import { packStory } from '../../operations/stories/pack-story.ts'
import type { StoryView } from '../../operations/views.ts'
import { sendPage } from '../finish-pages.ts'
import { auditPath, packPath, storyPath } from '../layout/links.ts'
import type { Reader } from '../reader.ts'
import { isOpening, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { sendFile } from '../send-file.ts'
import { comparePage } from './pages/compare.ts'
import { coveragePage } from './pages/coverage.ts'
import { quotesPage, readQuoteChoice } from './pages/quotes.ts'
import { serverAuditPage } from './pages/server-audit.ts'
import { storyPage } from './pages/story.ts'
import { storyAuditPage } from './pages/story-audit.ts'
import { storyPackPage } from './pages/story-pack.ts'
import { summaryPage } from './pages/summary.ts'
import { changesPage, timelinePage } from './pages/timeline.ts'

const DAY_MS = 86_400_000

/** The pages of a story, its audit, comparison and summary, and what this server showed and dropped. */
export function storyRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  page('', (view, reader) => storyPage(view, reader))
  page('/quotes', (view, reader, query) => quotesPage(view, reader, readQuoteChoice(query)))
  page('/timeline', (view, reader) => timelinePage(view, reader))
  page('/coverage', (view, reader, query) => coveragePage(view, reader, query.all === '1'))
  page('/changes', (view, reader) => changesPage(view, reader), true)

  /** Every page of a story runs the same operation; opening any of them counts as reading the story. */
  function page(
    tab: string,
    show: (view: StoryView, reader: Reader, query: Readonly<Record<string, string>>) => string,
    isSince = false,
  ): void {
    web.get(`/stories/:id${tab}`, async (context) => {
      const id = context.req.param('id') as string
      const reader = readerOf(context, options)
      const dayBefore = isSince ? new Date(Date.parse(reader.now) - DAY_MS).toISOString() : undefined
      const given = context.req.query('since')
      const since = (given && moment.safeParse(momentOfLocal(given, reader.timeZone) ?? given).data) || dayBefore
      const view = await run(context, getStory, {
        ...wordsAsInput(getStory, { id }),
        ...defined({ since }),
        reads: isOpening(context),
      })
      if (!view) return context.notFound()
      // A story merged into another: a temporary redirect, since a merge can be undone.
      if (view.id !== id) return context.redirect(`${storyPath(view.id)}${tab}`, 302)
      return sendPage(context, show(view, reader, context.req.query()))
    })
  }

  web.get('/stories/:id/audit', async (context) => {
    const id = context.req.param('id')
    const { part, page } = context.req.query()
    const number = page !== undefined && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : undefined
    const view = await run(
      context,
      getStoryAudit,
      wordsAsInput(getStoryAudit, { id, ...defined({ part: part || undefined, page: number || undefined }) }),
    )
    if (!view) return context.notFound()
    // A story merged into another.
    if (view.id !== id) return context.redirect(auditPath(view.id), 302)
    return sendPage(context, storyAuditPage(view, readerOf(context, options)))
  })
  for (const format of ['csv', 'jsonl'] as const)
    web.get(`/stories/:id/audit.${format}`, async (context) => {
      const file = await run(context, exportStoryAudit, { id: context.req.param('id'), format })
      if (!file) return context.notFound()
      return sendFile(context, { body: file.text, contentType: file.mediaType, fileName: file.fileName })
    })
  web.get('/stories/:id/pack', async (context) => {
    const pack = await run(context, packStory, wordsAsInput(packStory, { id: context.req.param('id') }))
    if (!pack) return context.notFound()
    if (pack.id !== context.req.param('id')) return context.redirect(packPath(pack.id), 302)
    return sendPage(context, storyPackPage(pack, readerOf(context, options), context.req.query('new') === '1'))
  })
  web.get('/stories/:id/pack.zip', async (context) => {
    const pack = await run(context, packStory, wordsAsInput(packStory, { id: context.req.param('id') }))
    if (!pack) return context.notFound()
    // The story changed since its fingerprint was shown: a file with another would be mistaken for a forged one.
    const { fingerprint = pack.fingerprint } = context.req.query()
    if (fingerprint !== pack.fingerprint) return context.redirect(`${packPath(pack.id)}?new=1`, 302)
    return sendFile(context, { ...pack, contentType: pack.mediaType })
  })
  web.get('/audit', async (context) => {
    const view = await run(context, getServerAudit, { checks: context.req.query('again') === '1' })
    return view ? sendPage(context, serverAuditPage(view, readerOf(context, options))) : context.notFound()
  })

  web.get('/stories/:id/compare', async (context) => {
    const { a, b } = context.req.query()
    const view = await run(context, compareArticles, {
      id: context.req.param('id'),
      ...defined({ a: a || undefined, b: b || undefined }),
    })
    return view ? sendPage(context, comparePage(view, readerOf(context, options))) : context.notFound()
  })

  // With `by=model` as a model wrote it, if one did.
  web.get('/stories/:id/summary', async (context) => {
    const asked = context.req.query('length')
    const length = summaryLengths.find((each) => each === asked) ?? 'short'
    const view = await run(context, getSummary, { id: context.req.param('id'), length })
    if (!view) return context.notFound()
    return sendPage(context, summaryPage(view, readerOf(context, options), context.req.query('by') === 'model'))
  })
}
