import type { Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { preferenceValues } from '../core/preferences.ts'
import { setPreferences } from '../operations/accounts/preferences.ts'
import { retryJobs } from '../operations/admin/list-jobs.ts'
import { markRead, star, starEntries } from '../operations/articles/mark-entries.ts'
import { markStoriesRead, markStoryRead } from '../operations/articles/mark-opened.ts'
import {
  refreshFeeds,
  removeFeed,
  removeFeedForAll,
  setFolder,
  subscribeFeeds,
} from '../operations/feeds/manage-feeds.ts'
import { feedsLook, keepFeedsLook } from './feeds/feeds-look.ts'
import { type Form, readForm, text, texts } from './form.ts'
import { badRequest } from './no-store.ts'
import { chooseTheme, interfaceLanguages } from './reader.ts'
import { type RunIn, readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import { pathWithUndo } from './undo-actions.ts'

/** Forms that change something. Each does one thing and redirects back (303), or says what was missing (400). */
export function changingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  post('/feeds/refresh', async (context, form) => {
    const ids = texts(form, 'feed')
    if (ids.length > 0) await run(context, refreshFeeds, { ids })
    else if (text(form, 'all')) await run(context, refreshFeeds, { ids: 'all' })
    else return undefined
    return back(context, form, '/feeds')
  })
  post('/feeds/remove', async (context, form) => {
    const feedId = text(form, 'feed')
    if (!feedId || text(form, 'sure') !== '1') return undefined
    if (text(form, 'forAll')) await run(context, removeFeedForAll, { id: feedId })
    else await run(context, removeFeed, { id: feedId })
    return back(context, form, '/feeds')
  })
  post('/feeds/subscribe', async (context, form) => {
    const ids = texts(form, 'feed')
    if (ids.length === 0 && !text(form, 'all')) return back(context, form, '/feeds/all')
    const count = await run(context, subscribeFeeds, { ids: text(form, 'all') ? 'all' : ids })
    return count === undefined ? undefined : back(context, form, '/feeds')
  })
  post('/feeds/folder', async (context, form) => {
    const feedId = text(form, 'feed')
    const folder = text(form, 'folder')
    if (!feedId || folder === undefined) return undefined
    await run(context, setFolder, { id: feedId, folder: folder.trim() })
    return back(context, form, '/feeds')
  })
  post('/entries/read', async (context, form) => {
    const isRead = text(form, 'read') !== '0'
    const entryIds = rowsBeside(form) ?? entriesIn(form)
    if (entryIds.length === 0) return text(form, 'rows') === undefined ? undefined : back(context, form, '/feeds')
    const changed = await run(context, markRead, { entryIds, isRead })
    if (!changed) return undefined
    return marked(context, form, isRead ? 'read' : 'unread', changed)
  })
  post('/stories/read', async (context, form) => {
    const id = text(form, 'story')
    if (!id) return undefined
    const isRead = text(form, 'read') !== '0'
    await run(context, markStoryRead, { id, isRead })
    return context.redirect(pathWithUndo(text(form, 'back'), '/', isRead ? 'read-story' : 'unread-story', id), 303)
  })
  post('/stories/read-all', async (context, form) => {
    const storyIds = (text(form, 'stories') ?? '').split(',').filter((id) => id !== '')
    if (storyIds.length === 0) return undefined
    const isRead = text(form, 'read') !== '0'
    await run(context, markStoriesRead, { storyIds, isRead })
    const undo = pathWithUndo(text(form, 'back'), '/', 'read-stories', storyIds.join(','))
    return isRead ? context.redirect(undo, 303) : back(context, form, '/')
  })
  post('/entries/star', async (context, form) => {
    const isStarred = text(form, 'star') !== '0'
    const entryIds = entriesIn(form)
    const [only] = entryIds
    if (only === undefined) return text(form, 'rows') === undefined ? undefined : back(context, form, '/feeds')
    if (entryIds.length > 1) await run(context, starEntries, { entryIds, isStarred })
    else await run(context, star, { entryId: only, isStarred })
    return marked(context, form, isStarred ? 'star' : 'unstar', entryIds)
  })
  post('/jobs/retry', async (context, form) => {
    const ids = texts(form, 'job')
    if (ids.length === 0 && !text(form, 'all')) return undefined
    await run(context, retryJobs, { ids: ids.length > 0 ? ids : 'all' })
    return back(context, form, '/server')
  })
  post('/preferences', async (context, form) => {
    const kept = { path: '/', httpOnly: false, sameSite: 'Lax', maxAge: 365 * 86_400 } as const
    const theme = text(form, 'theme')
    if (theme !== undefined) setCookie(context, 'theme', chooseTheme(theme), kept)
    const language = interfaceLanguages.find(({ code }) => code === text(form, 'language'))
    if (language) setCookie(context, 'language', language.code, kept)
    const [layout, rows] = [text(form, 'layout'), text(form, 'rows')]
    if (layout !== undefined || rows !== undefined)
      keepFeedsLook(context, feedsLook(context, readerOf(context, options)), { layout, rows })
    const markRead = preferenceValues('markRead').find((value) => value === text(form, 'markRead'))
    if (markRead) await run(context, setPreferences, { preferences: { markRead } })
    return back(context, form, '/')
  })

  /** Reads the form and runs `act`; answers 400 when that returns undefined because something is missing. */
  function post(path: string, act: (context: Context, form: Form) => Promise<Response | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const answer = form && (await act(context, form))
      return answer ?? badRequest(context, options)
    })
  }
}

/** The entries a form names, each in a field of its own or several in one. */
function entriesIn(form: Form): readonly string[] {
  return texts(form, 'entry').flatMap((value) => value.split(/[ ~]/).filter(Boolean))
}

/** Of the rows of a page, those above or below one, or all selected ones; `end`: above the end. Undefined: the form names others. */
function rowsBeside(form: Form): readonly string[] | undefined {
  const rows = (text(form, 'rows') ?? '').split(' ').filter(Boolean)
  const [above, below] = [text(form, 'above'), text(form, 'below')]
  const given = above ?? below
  if (given === undefined) return undefined
  if (given === 'end') return rows
  const named = new Set(given === 'selected' ? entriesIn(form) : [given])
  const first = rows.findIndex((row) => named.has(row))
  if (first === -1) return []
  return above === undefined ? rows.slice(rows.findLastIndex((row) => named.has(row)) + 1) : rows.slice(0, first)
}

/** Back to the page, which says what was done and offers to undo it. */
function marked(context: Context, form: Form, kind: string, ids: readonly string[]): Response {
  if (ids.length === 0) return back(context, form, '/feeds')
  return context.redirect(pathWithUndo(text(form, 'back'), '/feeds', kind, ids.join('~')), 303)
}

function back(context: Context, form: Form, fallback: string): Response {
  return context.redirect(safePath(text(form, 'back'), fallback), 303)
}
