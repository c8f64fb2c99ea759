import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { randomNumbers } from '../../lab/bench/material/random-numbers.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { DAY, type KeptStory, keepStory, walk } from './keeping-instance.ts'
import { at } from './store-fixtures.ts'

const remover = fileURLToPath(new URL('./keeping-killed-remover.ts', import.meta.url))
const worlds = { sqlite: 3, postgres: 1 }
const kills = { sqlite: 8, postgres: 4 }

/** An instance by chance: stories old and young, some touched, some with passages of others. */
async function makeWorld(store: Store, database: TestDatabase, seed: number) {
  const random = randomNumbers(seed)
  const stories: KeptStory[] = []
  const touched = new Set<string>()
  for (let number = 0; number < 24; number++) {
    const isOld = number < 18
    const story = await keepStory(store, `w${seed}s${number}`, 1 + Math.floor(random() * 4), isOld ? number : 90 * DAY)
    stories.push(story)
    const one = story.articles[Math.floor(random() * story.articles.length)]!
    if (random() < 0.2) {
      await store.entries.setStarred('owner', one.entryIds[0]!, true, at())
      touched.add(story.id)
    }
    if (random() < 0.2) {
      await store.saves.add('owner', [{ kind: 'article', target: one.article.id, title: '', at: at() }])
      touched.add(story.id)
    }
    const other = stories[Math.floor(random() * number)]?.articles[0]
    if (other && random() < 0.4) {
      const body = JSON.stringify({
        documentId: one.document.id,
        otherId: other.document.id,
        kind: 'excerpt',
        passages: [],
      })
      await database.execute(
        `insert into syndication (document_id, other_id, body) values ('${one.document.id}', '${other.document.id}', '${body}')`,
      )
    }
  }
  return { stories, touched }
}

/** What is left is whole: every citation opens, every count is of what is there. */
async function assertWhole(store: Store, { stories, touched }: Awaited<ReturnType<typeof makeWorld>>): Promise<number> {
  let left = 0
  for (const [number, { id, articles }] of stories.entries()) {
    const row = await store.stories.find(id)
    const members = await store.stories.members(id)
    if (touched.has(id) || number >= 18) assert.ok(row, `story ${number} must stay`)
    assert.equal(members.length, row ? articles.length : 0, `story ${number} is there whole or not at all`)
    if (!row) {
      for (const { article, document, entryIds } of articles) {
        assert.equal(await store.articles.find(article.id), undefined)
        assert.equal(await store.articles.findDocument(document.id), undefined)
        assert.equal(await store.entries.find('owner', entryIds[0]!), undefined)
      }
      continue
    }
    left += 1
    const cited = [row.dossier!.headline, ...row.dossier!.members].map(({ documentId }) => documentId)
    const copied = members.flatMap(({ syndications }) => syndications.map(({ otherId }) => otherId))
    for (const documentId of [...cited, ...copied])
      assert.ok(await store.articles.findByDocument(documentId), `what story ${number} cites opens`)
    for (const { entryIds } of members)
      for (const entryId of entryIds) assert.ok(await store.entries.find('owner', entryId))
  }
  for (const feed of await store.feeds.list('owner')) {
    const { rows } = await store.entries.list('owner', { feedId: feed.id }, 500)
    assert.equal(feed.entryCount, rows.length)
    assert.equal(feed.unreadCount, rows.filter(({ isRead }) => !isRead).length)
  }
  return left
}

for (const dialect of dialects)
  describe(`what is cited stays, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    test('in houses made by chance, whatever is marked where and whoever copied whom', async () => {
      for (let seed = 1; seed <= worlds[dialect]; seed++) {
        const database = await makeDatabase(dialect)
        try {
          const store = await database.open()
          const world = await makeWorld(store, database, seed)
          for (let day = 0; day < 2; day++) {
            await walk(store, 50 * DAY, (100 + day) * DAY)
            assert.ok((await assertWhole(store, world)) >= world.touched.size)
          }
        } finally {
          await database.remove()
        }
      }
    })

    test('a removal that is killed leaves whole stories, and the next goes on', async () => {
      const database = await makeDatabase(dialect)
      try {
        const store = await database.open()
        const world = await makeWorld(store, database, 77)
        let isDone = false
        for (let kill = 0; kill < kills[dialect] && !isDone; kill++) {
          const child = spawn(
            process.execPath,
            [remover, database.url, ...(database.schema ? [database.schema] : [])],
            {
              stdio: ['ignore', 'pipe', 'inherit'],
            },
          )
          const closed = once(child, 'close')
          const ready = Promise.withResolvers<void>()
          createInterface(child.stdout).on('line', (line) => {
            if (line === 'done') isDone = true
            ready.resolve()
          })
          await Promise.race([ready.promise, closed])
          await sleep(kill * 15)
          child.kill('SIGKILL')
          await closed
          await assertWhole(store, world)
        }
        await walk(store, 50 * DAY, 103 * DAY)
        await walk(store, 50 * DAY, 105 * DAY)
        const left = await assertWhole(store, world)
        assert.ok(left < world.stories.length)
      } finally {
        await database.remove()
      }
    })
  })
