import { nth } from '../core/nth.ts'
import { markAllRead } from '../operations/articles/mark-entries.ts'
import { addFolder, noFolderNumber } from '../operations/feeds/folders.ts'
import { refreshFeeds, renameFolder } from '../operations/feeds/manage-feeds.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { doneResponse, jsonResponse, noContent, notFound, problem, viewResponse } from './answer.ts'
import { booleanIn, type Call, fieldsOf, type Route, textIn } from './call.ts'
import { category, noFolderTitle } from './shapes.ts'
import { folderNumbered, subscriptionsOf } from './subscriptions.ts'

/** Categories are the reader's folders; feeds without a folder are in category 1. */
export const categoryRoutes: readonly Route[] = [
  { method: 'GET', path: '/categories', run: list },
  { method: 'POST', path: '/categories', run: add },
  { method: 'PUT', path: '/categories/:id', run: change },
  { method: 'DELETE', path: '/categories/:id', run: remove },
  { method: 'PUT', path: '/categories/:id/mark-all-as-read', run: markRead },
  { method: 'GET', path: '/categories/:id/feeds', run: listFeedsOf },
  { method: 'PUT', path: '/categories/:id/refresh', run: refresh },
]

async function list({ context, query }: Call): Promise<Response> {
  const { rows, folders, userId } = await subscriptionsOf(context)
  const loose = rows.filter(({ folder }) => folder === '')
  const unreadCount = loose.reduce((sum, row) => sum + row.unreadCount, 0)
  const none = { number: noFolderNumber, name: noFolderTitle, feedCount: loose.length, unreadCount }
  const hasCounts = query.get('counts') === 'true' || query.get('counts') === '1'
  return jsonResponse(
    [none, ...folders].map((folder) => ({
      ...category(folder, userId),
      ...(hasCounts && { feed_count: folder.feedCount, total_unread: folder.unreadCount }),
    })),
  )
}

async function add(call: Call): Promise<Response> {
  const title = titleIn(call)
  if (title === undefined) return problem(400, 'The title is missing')
  const { folders } = await subscriptionsOf(call.context)
  if (isTaken(title, folders)) return problem(400, 'This category already exists')
  return doneResponse(await runForProgram(call.context, addFolder, { name: title, isHidden: hiddenIn(call) }), () =>
    named(call, title),
  )
}

/** Changes its title, whether lists of everything leave it out, or both. Its number doesn't change. */
async function change(call: Call): Promise<Response> {
  const title = titleIn(call)
  const { folders } = await subscriptionsOf(call.context)
  const name = folderNumbered(nth(call.path, 0), folders)
  if (name === undefined) return notFound()
  if (name === '')
    return problem(
      400,
      'Feeds without a category are listed here, so it can’t be renamed. Put them in another category.',
    )
  const to = title ?? name
  if (to !== name && isTaken(to, folders)) return problem(400, 'This category already exists')
  const isHidden = hiddenIn(call)
  if (isHidden !== undefined) {
    const hidden = await runForProgram(call.context, addFolder, { name, isHidden })
    if (hidden.kind === 'not-permitted' || hidden.kind === 'unusable') return doneResponse(hidden)
  }
  if (to === name) return named(call, name)
  return viewResponse(await runForProgram(call.context, renameFolder, { name, to }), () => named(call, to))
}

/** Its feeds remain, without a folder: deleting a name deletes nothing else. */
async function remove({ context, path }: Call): Promise<Response> {
  const name = folderNumbered(nth(path, 0), (await subscriptionsOf(context)).folders)
  if (name === undefined) return notFound()
  if (name === '') return problem(400, 'Feeds without a category are listed here, so it can’t be removed.')
  return viewResponse(await runForProgram(context, renameFolder, { name, to: '' }), noContent)
}

async function markRead({ context, path }: Call): Promise<Response> {
  const folder = folderNumbered(nth(path, 0), (await subscriptionsOf(context)).folders)
  if (folder === undefined) return notFound()
  return viewResponse(await runForProgram(context, markAllRead, { folder, folderScope: 'first' }), noContent)
}

async function listFeedsOf({ context, path }: Call): Promise<Response> {
  const { rows, folders, feeds } = await subscriptionsOf(context)
  const name = folderNumbered(nth(path, 0), folders)
  if (name === undefined) return notFound()
  return jsonResponse(rows.filter(({ folder }) => folder === name).map(({ id }) => feeds.get(id)))
}

async function refresh({ context, path }: Call): Promise<Response> {
  const { rows, folders } = await subscriptionsOf(context)
  const name = folderNumbered(nth(path, 0), folders)
  if (name === undefined) return notFound()
  const ids = rows.filter(({ folder }) => folder === name).map(({ id }) => id)
  return viewResponse(await runForProgram(context, refreshFeeds, { ids }), noContent)
}

function hiddenIn(call: Call): boolean | undefined {
  return booleanIn(fieldsOf(call) ?? {}, 'hide_globally')
}

function titleIn(call: Call): string | undefined {
  const title = textIn(fieldsOf(call) ?? {}, 'title')?.trim()
  return title === '' ? undefined : title
}

function isTaken(title: string, folders: readonly { readonly name: string }[]): boolean {
  return title === noFolderTitle || folders.some(({ name }) => name === title)
}

async function named({ context }: Call, name: string): Promise<Response> {
  const { folders, userId } = await subscriptionsOf(context)
  const folder = folders.find((one) => one.name === name)
  return folder ? jsonResponse(category(folder, userId), 201) : notFound()
}
