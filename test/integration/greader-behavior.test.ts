import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGreader } from '../../src/greader/open-greader.ts'
import { addFolder } from '../../src/operations/feeds/folders.ts'
import type { ProgramApi } from '../../src/operations/program-api.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, type FeedReaderInstance, openFeedReaderInstance } from './feed-reader-instance.ts'

type Contents = { readonly id: string; readonly items: readonly { readonly id: string }[] }

/** What apps made for FreshRSS and CommaFeed rely on, each thing once. */
for (const dialect of dialects)
  describe(`as apps know FreshRSS, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let face: ProgramApi
    let bearer: string

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      face = openGreader(made.programInstance)
      bearer = await made.apiToken('write')
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    const ask = (path: string, body?: string) =>
      askFace(
        face,
        path,
        body === undefined
          ? {}
          : { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { bearer },
      )
    const told = async <Told>(path: string): Promise<Told> => {
      const answer = await ask(path)
      assert.equal(answer.status, 200, path)
      return (await answer.json()) as Told
    }
    const tags = async () =>
      (await told<{ tags: { id: string; type?: string; unread_count?: number }[] }>('/reader/api/0/tag/list')).tags

    test('the check that an app begins with passes', async () => {
      assert.equal(await (await ask('/api/greader.php/check/compatibility')).text(), 'PASS')
      assert.equal(await (await ask('/api/greader.php')).text(), 'OK')
    })

    test('a folder without feeds is a label as any other: listed, renamed and taken away', async () => {
      await addFolder.run(made.context, { name: 'Later' })
      assert.deepEqual(
        (await tags()).find(({ id }) => id === 'user/-/label/Later'),
        { id: 'user/-/label/Later', type: 'folder', unread_count: 0 },
      )
      const api = '/api/greader.php/reader/api/0'
      assert.equal((await ask(`${api}/rename-tag`, 's=user/-/label/Later&dest=user/-/label/Soon')).status, 200)
      assert.ok((await tags()).some(({ id }) => id === 'user/-/label/Soon'))
      assert.equal((await ask(`${api}/disable-tag`, 's=user/-/label/Soon')).status, 200)
      assert.ok(!(await tags()).some(({ id }) => /Soon|Later/.test(id)))
    })

    test('the states of the protocol are streams by their short names too', async () => {
      const path = '/api/greader.php/reader/api/0/stream/contents'
      const all = await told<Contents>(`${path}/user/-/state/com.google/reading-list?n=100`)
      const short = await told<Contents>(`${path}/reading-list?n=100`)
      const idsOf = ({ items }: Contents) => items.map(({ id }) => id)
      assert.deepEqual([short.id, idsOf(short)], [all.id, idsOf(all)])
      assert.equal(idsOf(all).length, 63)
      assert.deepEqual((await told<Contents>(`${path}/starred`)).items, [])
      assert.equal((await ask(`${path}/nothing-of-that-name`)).status, 400)
    })

    test('an app that adds the path to an address that has it already is answered', async () => {
      const twice = '/api/greader.php/api/greader.php'
      assert.equal((await told<{ userName: string }>(`${twice}/reader/api/0/user-info`)).userName, 'Ada Lovelace')
      assert.equal((await ask(`${twice}/accounts/ClientLogin`, 'Email=x&Passwd=y')).status, 401)
      assert.ok(!face.owns(`${twice}/api/greader.php`.replace('/api', '/x')))
    })
  })
