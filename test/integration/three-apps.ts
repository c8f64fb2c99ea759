import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { feverApi } from '../../src/fever/fever-api.ts'
import { openGreader } from '../../src/greader/open-greader.ts'
import { minifluxApi } from '../../src/miniflux/miniflux-api.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { markRead } from '../../src/operations/articles/mark-entries.ts'
import { countFeeds } from '../../src/operations/feeds/manage-feeds.ts'
import type { ProgramApi } from '../../src/operations/program-api.ts'
import { askFace, type FeedReaderInstance, readerName } from './feed-reader-instance.ts'

/** Where a reader reads: our pages, or an app through one of three APIs. Ids are those of entries, as text. */
export type ReadingPlace = {
  /** The ids of all unread entries, in no order. */
  unread(): Promise<readonly string[]>
  setRead(id: string, isRead: boolean): Promise<void>
}

export type ThreeApps = Readonly<Record<'pages' | 'fever' | 'greader' | 'miniflux', ReadingPlace>>

/** Signs in to each API as the instance's reader. Each answer is asked for again, and one that isn't a success throws. */
export async function openThreeApps(instance: FeedReaderInstance): Promise<ThreeApps> {
  const token = await instance.apiToken('write')
  const secret = await instance.appPassword(true)
  const fever = feverOf(
    feverApi(instance.programInstance),
    createHash('md5').update(`${readerName}:${secret}`).digest('hex'),
  )
  const greader = await greaderOf(openGreader(instance.programInstance), secret)
  return {
    pages: pagesOf(instance),
    fever,
    greader,
    miniflux: minifluxOf(minifluxApi(instance.programInstance), token),
  }
}

/** Lists page by page, and counts: the number beside the list and the sum of the feeds' numbers have to be the list's length. */
function pagesOf({ context }: FeedReaderInstance): ReadingPlace {
  return {
    async unread() {
      const ids: string[] = []
      for (let cursor: string | undefined; ; ) {
        const view = await listEntries.run(context, listEntries.input.parse({ limit: 200, ...(cursor && { cursor }) }))
        ids.push(...view!.entries.map(({ id }) => id))
        cursor = view!.next
        if (cursor !== undefined) continue
        assert.equal(view!.unreadCount, ids.length)
        const counts = await countFeeds.run(context, {})
        assert.equal(
          counts.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
          ids.length,
        )
        return ids
      }
    },
    async setRead(id, isRead) {
      await markRead.run(context, markRead.input.parse({ entryIds: [id], isRead }))
    },
  }
}

function feverOf(api: ProgramApi, key: string): ReadingPlace {
  const ask = (path: string, more: Readonly<Record<string, string>> = {}) =>
    answered(api, path, { method: 'POST', body: new URLSearchParams({ api_key: key, ...more }) })
  return {
    async unread() {
      const { unread_item_ids } = await ask('/fever/?api&unread_item_ids')
      return String(unread_item_ids).split(',').filter(Boolean)
    },
    async setRead(id, isRead) {
      await ask('/fever/?api', { mark: 'item', as: isRead ? 'read' : 'unread', id })
    },
  }
}

async function greaderOf(api: ProgramApi, secret: string): Promise<ReadingPlace> {
  const login = await askFace(api, '/accounts/ClientLogin', {
    method: 'POST',
    body: new URLSearchParams({ Email: readerName, Passwd: secret }),
  })
  const authorization = `GoogleLogin auth=${/^Auth=(.+)$/m.exec(await login.text())?.[1]}`
  const read = 'user/-/state/com.google/read'
  return {
    async unread() {
      const path = `/reader/api/0/stream/items/ids?output=json&n=10000&s=user/-/state/com.google/reading-list&xt=${read}`
      const { itemRefs = [] } = await answered(api, path, { headers: { authorization } })
      // Stories are in this list, too, with longer numbers.
      return (itemRefs as readonly { id: string }[]).map(({ id }) => id).filter((id) => id.length < 10)
    },
    async setRead(id, isRead) {
      const body = new URLSearchParams({ i: id, [isRead ? 'a' : 'r']: read })
      const response = await askFace(api, '/reader/api/0/edit-tag', {
        method: 'POST',
        headers: { authorization },
        body,
      })
      assert.equal(response.status, 200)
    },
  }
}

function minifluxOf(api: ProgramApi, token: string): ReadingPlace {
  const headers = { 'x-auth-token': token }
  return {
    async unread() {
      const ids: number[] = []
      for (;;) {
        const path = `/v1/entries?status=unread&limit=500&offset=${ids.length}`
        const { entries, total } = await answered(api, path, { headers })
        ids.push(...(entries as readonly { id: number }[]).map(({ id }) => id))
        if ((entries as readonly unknown[]).length > 0 && ids.length < Number(total)) continue
        assert.equal(total, ids.length)
        return ids.map(String)
      }
    },
    async setRead(id, isRead) {
      const body = JSON.stringify({ entry_ids: [Number(id)], status: isRead ? 'read' : 'unread' })
      const response = await askFace(api, '/v1/entries', { method: 'PUT', headers, body })
      assert.equal(response.status, 204)
    },
  }
}

async function answered(api: ProgramApi, path: string, init: RequestInit): Promise<Readonly<Record<string, unknown>>> {
  const response = await askFace(api, path, init)
  assert.equal(response.status, 200, path)
  return (await response.json()) as Record<string, unknown>
}
