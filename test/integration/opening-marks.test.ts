import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { ArticleId, EntryId, StoryId } from '../../src/core/ids.ts'
import { guest } from '../../src/core/reader-identity.ts'
import { setPreferences } from '../../src/operations/accounts/preferences.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { markAllRead, markRead, starEntries, undoMarkAllRead } from '../../src/operations/articles/mark-entries.ts'
import { markStoryRead } from '../../src/operations/articles/mark-opened.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import { countFeeds } from '../../src/operations/feeds/manage-feeds.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { save, unsave } from '../../src/operations/library/save.ts'
import { addTags, removeTag } from '../../src/operations/library/tags.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { listStoryItems } from '../../src/operations/stories/story-items.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

type Known = { readonly id: EntryId; readonly articleId?: ArticleId; readonly storyId?: StoryId }

let run: DemoRun
let context: OperationContext
let entries: readonly Known[]
/** What should be read, by entry. */
const read = new Set<EntryId>()

before(async () => {
  run = await runDemo()
  context = run.context.operations
  // What is folded is read together: test/integration/folded-copies.test.ts.
  await setPreferences.run(context, { preferences: { foldCopies: 'off' } })
  entries = (await context.store.entries.list('owner', {}, 500)).rows
  await markRead.run(context, { entryIds: entries.map(({ id }) => id), isRead: false })
})
after(() => run.close())

const unreadIn = async (given: Partial<Parameters<typeof listEntries.run>[1]> = {}) =>
  (await listEntries.run(context, listEntries.input.parse({ limit: 200, ...given })))!
const ofArticle = (id: ArticleId) => entries.filter(({ articleId }) => articleId === id).map((entry) => entry.id)
const ofStory = (id: StoryId) => entries.filter(({ storyId }) => storyId === id).map((entry) => entry.id)
const setAll = (ids: readonly EntryId[], isRead: boolean) => {
  for (const id of ids) {
    if (isRead) read.add(id)
    else read.delete(id)
  }
}

/** How many times `act` wrote to the database, by its version. */
async function countWrites(act: () => Promise<unknown>): Promise<number> {
  const before = context.store.dataVersion?.() ?? 0
  await act()
  return (context.store.dataVersion?.() ?? 0) - before
}

/** Every page and every program says the same of what is read. */
async function agree(): Promise<void> {
  const unread = entries.filter(({ id }) => !read.has(id))
  const list = await unreadIn()
  assert.equal(list.unreadCount, unread.length)
  assert.equal(
    list.folders.reduce((sum, folder) => sum + folder.unreadCount, 0),
    unread.length,
  )
  assert.equal(
    list.folders.flatMap(({ feeds }) => feeds).reduce((sum, feed) => sum + feed.unreadCount, 0),
    unread.length,
  )
  assert.deepEqual(new Set(list.entries.map(({ id }) => id)), new Set(unread.map(({ id }) => id)))
  const counted = await countFeeds.run(context, {})
  assert.equal(
    counted.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
    unread.length,
  )
  const today = await getToday.run(context, {})
  assert.equal(today.unreadCount, unread.length)
  for (const { id, isRead } of today.stories)
    assert.equal(
      isRead ?? false,
      ofStory(id).every((entry) => read.has(entry)),
      id,
    )
}

test('opening articles, entries and stories, marking and undoing leave every count right', async () => {
  const articles = [...new Set(entries.flatMap(({ articleId }) => articleId ?? []))]
  const stories = [...new Set(entries.flatMap(({ storyId }) => storyId ?? []))]
  const pick = fc.nat(10_000)
  const deeds = {
    article: async (n: number) => {
      const id = articles[n % articles.length]!
      const view = await getArticle.run(context, { id, reads: true })
      assert.equal(view?.entry?.isRead, true, 'the page that opens it says so')
      setAll(ofArticle(id), true)
    },
    story: async (n: number) => {
      const id = stories[n % stories.length]!
      await getStory.run(context, { id, reads: true })
      setAll(ofStory(id), true)
    },
    entry: async (n: number) => {
      const { id } = entries[n % entries.length]!
      assert.equal((await getEntry.run(context, { id, reads: true }))?.entry.isRead, true)
      setAll([id], true)
    },
    unread: async (n: number) => {
      const ids = entries.filter((_, index) => index % 7 === n % 7).map(({ id }) => id)
      await markRead.run(context, { entryIds: ids, isRead: false })
      setAll(ids, false)
    },
    markStory: async (n: number) => {
      const id = stories[n % stories.length]!
      const isRead = n % 3 === 0
      await markStoryRead.run(context, { id, isRead })
      setAll(ofStory(id), isRead)
      const item = (await listStoryItems.run(context, {})).today.find((one) => one.id === id)
      assert.equal(item?.isRead ?? isRead, isRead, 'in apps, too')
    },
    allAndBack: async (n: number) => {
      const was = [...read]
      await markAllRead.run(context, { undoId: `undo-of-${n}-opens` })
      setAll(
        entries.map(({ id }) => id),
        true,
      )
      await agree()
      await undoMarkAllRead.run(context, { undoId: `undo-of-${n}-opens` })
      read.clear()
      setAll(was, true)
    },
    look: async (n: number) => {
      await getArticle.run(context, { id: articles[n % articles.length]! })
      await getStory.run(context, { id: stories[n % stories.length]! })
    },
  }
  const kinds = Object.keys(deeds) as (keyof typeof deeds)[]
  const walk = fc.array(fc.tuple(fc.constantFrom(...kinds), pick), { minLength: 10, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      for (const [kind, n] of steps) await deeds[kind](n)
      await agree()
    }),
    { numRuns: 4 },
  )
})

test('whoever marks by hand, and a guest, open without marking', async () => {
  await markAllRead.run(context, {})
  const { id, articleId, storyId } = entries.find((entry) => entry.storyId !== undefined)!
  const open = async (who: OperationContext) => {
    await getArticle.run(who, { id: articleId!, reads: true })
    await getStory.run(who, { id: storyId!, reads: true })
    await getEntry.run(who, { id, reads: true })
  }
  await markRead.run(context, { entryIds: [id], isRead: false })
  await open({ ...context, reader: guest })
  await setPreferences.run(context, { preferences: { markRead: 'hand' } })
  await open(context)
  assert.equal((await unreadIn()).unreadCount, 1)
  await setPreferences.run(context, { preferences: { markRead: 'opened' } })
  await open(context)
  assert.equal((await unreadIn()).unreadCount, 0)
})

test('opening writes one mark at most, and none when it is read', async () => {
  const { id, articleId, storyId } = entries.find((entry) => entry.storyId !== undefined)!
  await setPreferences.run(context, { preferences: { history: 'off' } })
  await markStoryRead.run(context, { id: storyId!, isRead: false })
  const story = () => getStory.run(context, { id: storyId!, reads: true })
  const article = () => getArticle.run(context, { id: articleId!, reads: true })
  assert.equal(await countWrites(story), 1)
  assert.equal(await countWrites(story), 0)
  assert.equal(await countWrites(article), 0)
  await markRead.run(context, { entryIds: [id], isRead: false })
  assert.equal(await countWrites(article), 1)
  assert.equal(await countWrites(() => getEntry.run(context, { id, reads: true })), 0)
  await setPreferences.run(context, { preferences: { history: 'on' } })
})

test('saving and starring are one thing, wherever it is done', async () => {
  const { id, articleId } = entries.find((entry) => entry.articleId !== undefined)!
  const target = articleId!
  const isSaved = async () => {
    const [article, entry, { items }] = [
      await getArticle.run(context, { id: target }),
      await getEntry.run(context, { id }),
      await listSaved.run(context, { page: 1 }),
    ]
    const listed = items.filter((item) => item.target === target || item.articleId === target)
    assert.ok(listed.length <= 1, 'once in the list')
    const said = [article?.marks?.isSaved, entry?.entry.isStarred, listed.length === 1]
    assert.equal(new Set(said).size, 1, String(said))
    return said[1]
  }
  assert.equal(await isSaved(), false)
  await starEntries.run(context, { entryIds: [id], isStarred: true })
  assert.equal(await isSaved(), true)
  assert.equal((await unsave.run(context, { kind: 'article', target }))?.target, target)
  assert.equal(await isSaved(), false)
  await save.run(context, { kind: 'article', target })
  assert.equal(await isSaved(), true)
  await addTags.run(context, { kind: 'article', target, names: ['bridge'] })
  await context.store.tags.add('owner', [{ kind: 'entry', target: id, name: 'Bridge', at: '2026-01-01T00:00:00.000Z' }])
  const tags = async () =>
    (await listSaved.run(context, { page: 1 })).items.find((item) => item.target === target)?.tags
  assert.equal((await tags())?.length, 1)
  await removeTag.run(context, { kind: 'article', target, name: 'bridge' })
  assert.equal(await tags(), undefined)
  await starEntries.run(context, { entryIds: [id], isStarred: false })
  assert.equal(await isSaved(), false)
})
