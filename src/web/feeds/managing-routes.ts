import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { asId } from '../../core/ids.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { momentOfLocal } from '../../core/time/zone.ts'
import { listFeeds } from '../../operations/articles/list-entries.ts'
import { changeFeedAddress, findFeedAddress } from '../../operations/feeds/change-address.ts'
import { setEmbargo } from '../../operations/feeds/embargo.ts'
import { getFeedHeaders, setFeedHeaders } from '../../operations/feeds/own-headers.ts'
import { listSilentFeeds, removeFeeds, undoRemoveFeeds } from '../../operations/feeds/troubled-feeds.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { articleListPath } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { identityOf, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { pathWithUndo } from '../undo-actions.ts'
import { headersIn } from './header-fields.ts'
import { allFeedsPage, failingFeeds } from './pages/all-feeds.ts'
import { embargoPage } from './pages/embargo.ts'
import { feedAddressPage } from './pages/new-address.ts'
import { ownHeadersPage } from './pages/own-headers.ts'

/** The list of all feeds, and what can be done about those that don't work. */
export function managingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/feeds/all', async (context) => {
    const [view, silent] = await Promise.all([run(context, listFeeds, {}), silentFeeds(context)])
    const { q, ...place } = context.req.query()
    return sendPage(context, allFeedsPage(view, readerOf(context, options), q, place, silent))
  })

  post('/feeds/unsubscribe', async (context, form) => {
    const back = text(form, 'back')
    const ids = text(form, 'all') === undefined ? texts(form, 'feed') : await allOf(context, text(form, 'all'))
    if (ids.length === 0) return context.redirect(safePath(back, '/feeds/all'), 303)
    const undoId = crypto.randomUUID()
    const count = await run(context, removeFeeds, { ids, undoId })
    if (count === undefined) return undefined
    return context.redirect(pathWithUndo(back, '/feeds/all', 'unsubscribed', `${count}~${undoId}`), 303)
  })

  post('/feeds/unsubscribe/undo', async (context, form) => {
    const undoId = text(form, 'undo')?.replace(/^\d+~/, '')
    if (!undoId) return undefined
    await run(context, undoRemoveFeeds, { undoId })
    return context.redirect(safePath(text(form, 'back'), '/feeds/all'), 303)
  })

  post('/feeds/address/find', async (context, form) => {
    const id = text(form, 'feed')
    const found = id ? await run(context, findFeedAddress, { id }) : undefined
    if (!found) return undefined
    const reader = { ...readerOf(context, options), path: '/feeds/all?only=failing' }
    return context.html(feedAddressPage(found, reader), 200, noStore)
  })

  post('/feeds/address', async (context, form) => {
    const [id, title, url] = [text(form, 'feed'), text(form, 'title') ?? '', text(form, 'url')?.trim()]
    if (!id || !url) return undefined
    const changed = await run(context, changeFeedAddress, { id, url })
    if (!changed) return undefined
    if (changed.kind !== 'refused') return context.redirect(articleListPath({ feedId: changed.id, show: 'all' }), 303)
    const reader = { ...readerOf(context, options), path: '/feeds/all?only=failing' }
    return context.html(feedAddressPage({ id: asId(id), title, candidates: [] }, reader, url), 422, noStore)
  })

  post('/feeds/embargo', async (context, form) => {
    const [id, given] = [text(form, 'feed'), text(form, 'embargo')?.trim()]
    if (!id) return undefined
    const isEnd = text(form, 'end') !== undefined || !given
    const until = isEnd ? undefined : momentOfLocal(given, readerOf(context, options).timeZone)
    if (!isEnd && until === undefined) return undefined
    const set = await run(context, setEmbargo, { id, ...defined({ until }) })
    if (!set) return undefined
    if (set.kind !== 'refused')
      return context.redirect(safePath(text(form, 'back'), articleListPath({ feedId: id })), 303)
    const reader = { ...readerOf(context, options), path: articleListPath({ feedId: id, show: 'all' }) }
    return context.html(embargoPage({ id, isMail: set.isMail }, until ?? '', reader), 422, noStore)
  })

  post('/feeds/headers', async (context, form) => {
    const [id, title, host] = ['feed', 'title', 'host'].map((name) => text(form, name) ?? '') as [
      string,
      string,
      string,
    ]
    if (!id) return undefined
    const isBack = text(form, 'back-to-shared') !== undefined
    const set = await run(context, setFeedHeaders, { id, ...(isBack ? { goesBack: true } : headersIn(form)) })
    if (!set) return undefined
    if (set.kind === 'set') return context.redirect(articleListPath({ feedId: set.id, show: 'all' }), 303)
    const view = await run(context, getFeedHeaders, { id })
    const typed = { userAgent: text(form, 'userAgent') ?? '', headers: text(form, 'headers') ?? '' }
    const reader = { ...readerOf(context, options), path: articleListPath({ feedId: id, show: 'all' }) }
    return context.html(ownHeadersPage({ id, title, host, view }, set, typed, reader), 422, noStore)
  })

  async function silentFeeds(context: Context) {
    const identity = identityOf(context)
    return identity && mayActAs(identity.role, 'reader') ? ((await run(context, listSilentFeeds, {})) ?? []) : []
  }

  /** All feeds of a filter, on whatever page. */
  async function allOf(context: Context, filter: string | undefined): Promise<readonly string[]> {
    const feeds =
      filter === 'silent'
        ? await silentFeeds(context)
        : filter === 'failing'
          ? failingFeeds(await run(context, listFeeds, {}))
          : []
    return feeds.map(({ id }) => id)
  }

  /** Reads the form and runs `act`; answers 400 when that returns undefined because something is missing. */
  function post(path: string, act: (context: Context, form: Form) => Promise<Response | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const answer = form && (await act(context, form))
      return answer ?? badRequest(context, options)
    })
  }
}
