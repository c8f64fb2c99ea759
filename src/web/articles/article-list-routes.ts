import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { ownValue } from '../../core/own-value.ts'
import { preferenceValues } from '../../core/preferences.ts'
import { listEntries } from '../../operations/articles/list-entries.ts'
import { setListOrder } from '../../operations/articles/list-order.ts'
import { markAllRead, markOlderRead, undoMarkAllRead } from '../../operations/articles/mark-entries.ts'
import { copyFeedSettings, editFeed } from '../../operations/feeds/manage-feeds.ts'
import { feedsLook } from '../feeds/feeds-look.ts'
import { feedsPage } from '../feeds/pages/feeds.ts'
import { mutedIn, sendPage as page } from '../finish-pages.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { queryOf } from '../layout/links.ts'
import { badRequest } from '../no-store.ts'
import type { Reader } from '../reader.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { pathWithUndo } from '../undo-actions.ts'

const shows = ['unread', 'all', 'starred'] as const

/** The article list: its pages, marking all as read with undo, and settings of one feed. */
export function articleListRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/feeds', async (context) => {
    const { feed: feedId, folder, show, order, cursor, undone } = context.req.query()
    const reader = withoutUndone(readerOf(context, options))
    const { riverShow } = reader.preferences
    const view = await run(context, listEntries, {
      ...defined({ feedId, folder, cursor, folderScope: folder ? ('tree' as const) : undefined }),
      ...mutedIn(context),
      show: oneOf(shows, show) ?? riverShow,
      order: oneOf(preferenceValues('riverOrder'), order) ?? 'chosen',
    })
    if (!view) return context.notFound()
    const { river } = reader.words
    const said = undone === undefined ? undefined : undone === '1' ? river.unmarkedAll : river.undoGone
    return page(
      context,
      feedsPage(view, reader, { look: feedsLook(context, reader), ...defined({ said: said || undefined }) }),
    )
  })

  post('/feeds/read', async (form, context) => {
    const [feedId, folder, until] = [text(form, 'feed'), text(form, 'folder'), text(form, 'until')]
    if (!feedId && folder === undefined && !text(form, 'all')) return undefined
    const scope = feedId ? { feedId } : folder !== undefined ? { folder, folderScope: 'tree' as const } : {}
    const undoId = crypto.randomUUID()
    const before = olderThan(text(form, 'older'), readerOf(context, options).now)
    const count = await (before === undefined
      ? run(context, markAllRead, { ...scope, ...defined({ until }), undoId })
      : run(context, markOlderRead, { ...scope, before, undoId }))
    if (count === undefined) return undefined
    return count === 0
      ? safePath(text(form, 'back'), '/feeds')
      : pathWithUndo(text(form, 'back'), '/feeds', 'all-read', `${count}~${undoId}`)
  })

  post('/feeds/read/undo', async (form, context) => {
    const undoId = text(form, 'undo')?.replace(/^\d+~/, '')
    if (!undoId) return undefined
    const count = await run(context, undoMarkAllRead, { undoId })
    const back = new URL(safePath(text(form, 'back'), '/feeds'), 'http://self.invalid')
    back.searchParams.delete('undone')
    back.searchParams.set('undone', count === undefined ? '0' : '1')
    return `${back.pathname}${queryOf(Object.fromEntries(back.searchParams))}`
  })

  post('/feeds/order', async (form, context) => {
    const order = oneOf(preferenceValues('riverOrder'), text(form, 'order'))
    const [feedId, folder] = [text(form, 'feed'), text(form, 'folder')]
    if (!order || (!feedId && !folder && !text(form, 'all'))) return undefined
    const scope = feedId ? { feedId } : folder ? { folder } : {}
    const done = await run(context, setListOrder, { ...scope, order })
    return done && safePath(text(form, 'back'), '/feeds')
  })

  post('/feeds/edit', async (form, context) => {
    const [id, title, folder] = ['feed', 'title', 'folder'].map((name) => text(form, name))
    if (!id) return undefined
    // A form of its whole settings: an unticked box is not sent.
    const settings =
      text(form, 'whole') === undefined
        ? defined({ folder })
        : {
            folders: [...new Set([...texts(form, 'in'), folder?.trim() ?? ''])].filter(Boolean),
            isParked: text(form, 'parked') !== undefined,
            opensOriginal: text(form, 'original') !== undefined,
            ...(text(form, 'fetching') && { usesOwnText: text(form, 'own-text') !== undefined }),
          }
    const done = await run(context, editFeed, { id, ...defined({ title }), ...settings })
    return done && safePath(text(form, 'back'), '/feeds')
  })

  post('/feeds/copy-settings', async (form, context) => {
    const id = text(form, 'feed')
    if (!id) return undefined
    const done = await run(context, copyFeedSettings, {
      id,
      to: [...texts(form, 'to')],
      folders: [...texts(form, 'in')],
    })
    return done && safePath(text(form, 'back'), '/feeds')
  })

  /** Reads the form, runs `act` and redirects to the path it returns; 400 when something is missing. */
  function post(path: string, act: (form: Form, context: Context) => Promise<string | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const to = form && (await act(form, context))
      return to === undefined ? badRequest(context, options) : context.redirect(to, 303)
    })
  }
}

const olderDays: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 }

/** The time so long before now that a choice of the menu names; undefined: everything is meant. */
function olderThan(choice: string | undefined, now: string): string | undefined {
  const days = choice === undefined ? undefined : ownValue(olderDays, choice)
  return days === undefined ? undefined : new Date(Date.parse(now) - days * 86_400_000).toISOString()
}

/** A form on the page returns to it without the message about the last one. */
function withoutUndone(reader: Reader): Reader {
  const path = reader.path.replace(/([?&])undone=[^&]*&?/, '$1').replace(/[?&]$/, '')
  return { ...reader, path }
}

function oneOf<Value extends string>(values: readonly Value[], value: string | undefined): Value | undefined {
  return values.find((known) => known === value)
}
