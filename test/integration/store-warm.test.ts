import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asId, type ChoiceId, type MuteId, type StoryId } from '../../src/core/ids.ts'
import type { Ingested, Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason } from './databases.ts'
import { at, dossier, ingested, parsed, polled } from './store-fixtures.ts'
import { storiesIn } from './store-story-fixture.ts'

const reader = 'owner'
const acts = [
  'make',
  'tell',
  'merge',
  'leave',
  'undo',
  'mark',
  'edit',
  'poll',
  'follow',
  'mute',
  'unsubscribe',
] as const
type Step = {
  readonly act: (typeof acts)[number]
  readonly one: number
  readonly other: number
  /** Whether another process does it. */
  readonly isElsewhere: boolean
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  // What makes stories come and go is done most.
  act: fc.constantFrom(...acts, 'tell', 'tell', 'tell', 'merge', 'merge', 'undo', 'undo', 'undo'),
  // Of few stories, so that much happens to the same.
  one: fc.nat(1),
  other: fc.nat(9),
  isElsewhere: fc.boolean(),
})

/** A story that went into another, and is told again once it is itself. */
const comesBack = (['make', 'tell', 'merge', 'undo', 'tell'] as const).map(
  (act): Step => ({ act, one: 0, other: 1, isElsewhere: act !== 'tell' }),
)

/** All that is kept between two reads, asked for; ids in the order in which they were made. */
async function seenIn(store: Store, ids: readonly StoryId[]): Promise<Readonly<Record<string, unknown>>> {
  const period = { from: at(-10_000), until: at(10_000) }
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    each: await Promise.all(ids.map((id) => store.stories.find(id))),
    members: await Promise.all(ids.map(async (id) => (await store.stories.members(id)).length)),
    outlines: byId(await store.stories.listOutlines(period)),
    found: byId(await store.stories.findOutlines(ids)),
    related: byId(await store.stories.listRelated(period, 100)),
    list: byId(await store.stories.list(period, 100)),
    dayCounts: await store.stories.dayCounts('2026-03-01', '2026-03-20', 'UTC'),
    days: await store.stories.days(),
    edited: await store.articles.listEdited(period.from, period.until, 100),
    newest: (await store.articles.listNewest(100)).map(({ document }) => document.id).toSorted(),
    entries: await store.entries.list(reader, {}, 100),
    unread: await store.entries.unreadCount(reader, {}),
    feeds: await store.feeds.listAll(reader),
    counts: await store.feeds.counts(reader),
    tallies: await store.feeds.tallies(reader),
    folders: await store.feeds.folderSums(reader),
    // Figures that took long to read, as on a busy machine, may be some seconds old.
    sources: (await store.feeds.listSources(reader)).map(({ id, name, homeUrl, feeds }) => ({
      id,
      name,
      homeUrl,
      feeds,
    })),
    sum: await store.feeds.sumUp(reader),
    search: await store.entries.search('text', 50),
    follows: await store.follows.list(reader),
    mutes: await store.mutes.list(reader, at()),
    people: await store.entities.list({ kind: 'person', since: period.from }, 50),
  }
}

for (const dialect of dialects)
  describe(`a store that was read all along, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    test('answers as one that is opened anew, whatever is done here or by another process', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 16 }), async (steps) => {
          const database = await makeDatabase(dialect)
          try {
            const [warm, elsewhere] = [await database.open(), await database.open()]
            const instance = instanceOver(warm)
            await instance.act(warm, { act: 'make', one: 2, other: 0, isElsewhere: false })
            for (const step of steps) {
              await instance.act(step.isElsewhere ? elsewhere : warm, step)
              await seenIn(warm, instance.ids())
            }
            const fresh = await database.open()
            assert.deepEqual(await seenIn(warm, instance.ids()), await seenIn(fresh, instance.ids()))
          } finally {
            await database.remove()
          }
        }),
        { numRuns: 3, examples: [[comesBack]] },
      )
    })
  })

/** What can be done to an instance, by any store that has it open. */
function instanceOver(first: Store) {
  let store = first
  let minute = 0
  const now = () => at(++minute)
  const { makeStory } = storiesIn(() => store, { savedAt: now })
  const stories: { readonly id: StoryId; readonly all: readonly Ingested[] }[] = []
  const choices: ChoiceId[] = []
  const pick = <Item>(items: readonly Item[], index: number) => items[index % items.length]

  return {
    ids: () => stories.map(({ id }) => id),
    async act(by: Store, { act, one, other }: Step): Promise<void> {
      store = by
      const story = pick(stories, one)
      const second = pick(stories, other)
      if (act === 'make' || !story || !second) {
        stories.push(await makeStory(1 + (one % 3)))
        return
      }
      switch (act) {
        case 'tell': {
          const articleCount = (await store.stories.members(story.id)).length
          if (articleCount === 0) return
          const times = { firstAt: at(-30), lastAt: at(-30 + 1_440 * (other % 3)), changedAt: now() }
          const row = { title: `Told ${minute}`, language: 'en', ...times, articleCount, reportCount: 1 }
          return store.stories.saveDossier(story.id, { ...dossier(story.id, story.all), droppedCount: minute }, row)
        }
        case 'merge': {
          const outcome = await store.choices.choose({ kind: 'merge', from: story.id, to: second.id }, now())
          if (outcome.kind === 'done') choices.push(outcome.choice.id)
          return
        }
        case 'leave': {
          const articleIds = [pick(story.all, other)!.article.id]
          const outcome = await store.choices.choose({ kind: 'leave', from: story.id, articleIds }, now())
          if (outcome.kind === 'done') choices.push(outcome.choice.id)
          return
        }
        case 'undo': {
          const last = choices.pop()
          if (last) await store.choices.undo(last, now())
          return
        }
        case 'mark': {
          const { rows } = await store.entries.list(reader, {}, 100)
          const entry = pick(rows, other)
          if (entry && other > 6) await store.entries.markAllRead(reader, {}, now())
          else if (entry) await store.entries.setRead(reader, [entry.id], one % 2 === 0, now())
          return
        }
        case 'edit': {
          const { article } = pick(story.all, other)!
          const found = await store.articles.find(article.id)
          const id = found?.article.entryId
          if (!found || id === undefined) return
          const entry = { ...found.article, id, title: `Edited ${minute}` }
          return store.articles.saveIngested([
            ingested({ entry, articleId: article.id, text: `Edited text ${minute}.`, when: now() }),
          ])
        }
        case 'poll': {
          const feed = pick(await store.feeds.listAll(reader), one)
          if (!feed) return
          await store.feeds.savePolls([
            parsed(feed.id, [polled({ key: `late-${minute}`, publishedAt: at(-5) })], now()),
          ])
          return
        }
        case 'follow':
          return store.follows.add(reader, [{ kind: 'story', target: story.id, label: 'It', at: now() }])
        case 'mute':
          return store.mutes.add(reader, [
            { id: asId<MuteId>(`mute-${minute}`), kind: 'story', target: story.id, label: 'It', at: now() },
          ])
        case 'unsubscribe': {
          const feed = pick(await store.feeds.listAll(reader), one)
          if (feed && other > 5) await store.feeds.unsubscribe(reader, feed.id)
          return
        }
      }
    },
  }
}
