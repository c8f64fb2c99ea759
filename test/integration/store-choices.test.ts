import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { type ArticleId, asId, type ChoiceId, type StoryId } from '../../src/core/ids.ts'
import type { StoryEvent } from '../../src/core/story-choice.ts'
import type { Store } from '../../src/store/store.ts'
import type { ChoiceOutcome, NewChoice } from '../../src/store/stories/story-choices.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { backTo } from './earlier-release.ts'
import { at, dossier, ingested, withEntries } from './store-fixtures.ts'
import { reason, storiesIn } from './store-story-fixture.ts'

for (const dialect of dialects)
  describe(`choices about stories on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let minute = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open({ refreshDelayMs: 3_000 })
    })
    after(() => database.remove())

    const now = () => at(++minute)
    const { makeStory, refreshes, nextUrl } = storiesIn(() => store, { savedAt: now, refreshedBy: at(100_000) })
    const membersOf = async (id: StoryId) =>
      (await store.stories.members(id)).map(({ article }) => article.id).toSorted()
    const done = (outcome: ChoiceOutcome) => {
      assert.equal(outcome.kind, 'done')
      return (outcome as Extract<ChoiceOutcome, { kind: 'done' }>).choice
    }
    const kindsOf = (events: readonly StoryEvent[]) =>
      events.map((event) => ('by' in event ? `${event.kind} by ${event.by}` : event.kind))

    test('an article leaves its story for one of its own, which is told anew, and comes back as it was', async () => {
      const { id, articles } = await makeStory(3)
      const before = await store.articles.find(articles[1]!)
      await refreshes()
      const choice = done(await store.choices.choose({ kind: 'leave', from: id, articleIds: [articles[1]!] }, now()))
      assert.deepEqual(await membersOf(choice.to), [articles[1]!])
      assert.deepEqual(await membersOf(id), [articles[0]!, articles[2]!].toSorted())
      assert.deepEqual(await refreshes(), [id, choice.to].toSorted())
      assert.deepEqual(await store.choices.find(choice.id), choice)
      const result = await store.choices.undo(choice.id, now())
      assert.equal(result?.kind, 'undone')
      assert.deepEqual(await membersOf(id), articles.toSorted())
      assert.equal((await store.stories.find(choice.to))?.id, id, 'the story that is gone leads back')
      const after = await store.articles.find(articles[1]!)
      assert.deepEqual([after?.storyId, after?.reason], [before?.storyId, before?.reason])
      const members = await store.stories.members(id)
      assert.ok(members.every(({ addedAt }) => addedAt < choice.at))
    })

    test('the same choice twice is one, and so is the same undoing', async () => {
      const { id, articles } = await makeStory(3)
      const asked = { kind: 'split', from: id, articleIds: articles.slice(0, 2) } as const
      const choice = done(await store.choices.choose(asked, now()))
      assert.equal((await store.choices.choose(asked, now())).kind, 'already')
      assert.equal((await store.choices.listOf(id)).length, 1)
      assert.equal((await store.choices.undo(choice.id, now()))?.kind, 'undone')
      const again = await store.choices.undo(choice.id, now())
      assert.equal(again?.kind, 'already')
      assert.deepEqual(await membersOf(id), articles.toSorted())
      assert.deepEqual(await store.choices.listOf(id), [])
      assert.equal(await store.choices.undo(asId<ChoiceId>('nothing'), now()), undefined)
    })

    test('two who choose at once choose one after the other', async () => {
      const { id, articles } = await makeStory(4)
      const other = await database.open()
      const asked = { kind: 'split', from: id, articleIds: articles.slice(1, 3) } as const
      const when = now()
      const outcomes = await Promise.all([store.choices.choose(asked, when), other.choices.choose(asked, when)])
      assert.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['already', 'done'])
    })

    test('a merge leads from the old story to the new one; undone, each is itself, and what came since stays', async () => {
      const [a, b, older] = [await makeStory(2), await makeStory(2), await makeStory(1)]
      await store.stories.move([{ documentId: older!.all[0]!.document.id, to: a!.id }], now())
      const choice = done(await store.choices.choose({ kind: 'merge', from: a!.id, to: b!.id }, now()))
      for (const id of [a!.id, older!.id]) assert.equal((await store.stories.find(id))?.id, b!.id)
      assert.equal((await membersOf(b!.id)).length, 5)
      assert.equal((await store.choices.choose({ kind: 'merge', from: a!.id, to: b!.id }, now())).kind, 'already')
      const [entry] = await withEntries(store, [{ key: 'late' }], nextUrl())
      const late = ingested({
        entry: entry!,
        text: 'Late.',
        more: { assignment: { kind: 'join', storyId: a!.id, reason }, storyId: a!.id },
      })
      await store.articles.saveIngested([late])
      await refreshes()
      assert.equal((await store.choices.undo(choice.id, now()))?.kind, 'undone')
      assert.deepEqual(await membersOf(a!.id), [...a!.articles, ...older!.articles].toSorted())
      assert.deepEqual(await membersOf(b!.id), [...b!.articles, late.article.id].toSorted())
      assert.equal((await store.stories.find(older!.id))?.id, a!.id, 'what led to it leads to it again')
      assert.deepEqual(await refreshes(), [a!.id, b!.id].toSorted())
    })

    test('a story that went into another and is itself again is shown as it is told now, not as before', async () => {
      const { id, all } = await makeStory(2)
      const other = await makeStory(1)
      const tell = (title: string, droppedCount: number) =>
        store.stories.saveDossier(
          id,
          { ...dossier(id, all), droppedCount },
          {
            title,
            language: 'en',
            firstAt: at(-30),
            lastAt: at(-30),
            changedAt: at(1),
            articleCount: 2,
            reportCount: 1,
          },
        )
      const seen = async () => [
        (await store.stories.find(id))?.dossier?.droppedCount,
        (await store.stories.findOutlines([id])).map(({ title }) => title),
        (await store.stories.listRelated({ from: at(-40), until: at(0) }, 100)).find((row) => row.id === id)?.title,
      ]
      await tell('As it was', 1)
      assert.deepEqual(await seen(), [1, ['As it was'], 'As it was'])
      const choice = done(await store.choices.choose({ kind: 'merge', from: id, to: other.id }, now()))
      assert.equal((await store.choices.undo(choice.id, now()))?.kind, 'undone')
      await tell('As it is', 2)
      assert.deepEqual(await seen(), [2, ['As it is'], 'As it is'])
    })

    test('a choice cannot be undone before a later one that moved its articles on', async () => {
      const [a, b] = [await makeStory(3), await makeStory(2)]
      const first = done(
        await store.choices.choose({ kind: 'leave', from: a!.id, articleIds: [a!.articles[0]!] }, now()),
      )
      const second = done(await store.choices.choose({ kind: 'merge', from: first.to, to: b!.id }, now()))
      const refused = await store.choices.undo(first.id, now())
      assert.equal(refused?.kind === 'later' && refused.later.id, second.id)
      assert.equal((await store.choices.undo(second.id, now()))?.kind, 'undone')
      assert.equal((await store.choices.undo(first.id, now()))?.kind, 'undone')
      assert.deepEqual(await membersOf(a!.id), a!.articles.toSorted())
      assert.deepEqual(await membersOf(b!.id), b!.articles.toSorted())
    })

    test('a merge cannot be undone while a later choice holds what was there before out of the story', async () => {
      const [a, b] = [await makeStory(2), await makeStory(1)]
      const merge = done(await store.choices.choose({ kind: 'merge', from: a!.id, to: b!.id }, now()))
      const out = done(await store.choices.choose({ kind: 'leave', from: b!.id, articleIds: b!.articles }, now()))
      const refused = await store.choices.undo(merge.id, now())
      assert.equal(refused?.kind === 'later' && refused.later.id, out.id)
      for (const { id } of [out, merge]) assert.equal((await store.choices.undo(id, now()))?.kind, 'undone')
      assert.deepEqual(await membersOf(b!.id), b!.articles)
    })

    test('the only article of a story can go to another, and nothing can leave nothing', async () => {
      const [a, b] = [await makeStory(1), await makeStory(2)]
      const alone = { kind: 'leave', from: a!.id, articleIds: a!.articles } as const
      assert.equal((await store.choices.choose(alone, now())).kind, 'everything')
      const choice = done(await store.choices.choose({ ...alone, to: b!.id }, now()))
      assert.equal((await store.stories.find(a!.id))?.id, b!.id)
      await store.choices.undo(choice.id, now())
      assert.deepEqual(await membersOf(a!.id), a!.articles)
      for (const asked of [
        { kind: 'leave', from: asId<StoryId>('nowhere'), articleIds: a!.articles },
        { kind: 'leave', from: a!.id, articleIds: a!.articles, to: asId<StoryId>('nowhere') },
        { kind: 'merge', from: a!.id, to: asId<StoryId>('nowhere') },
      ] as const)
        assert.equal((await store.choices.choose(asked, now())).kind, 'missing')
      const strangers = { kind: 'split', from: b!.id, articleIds: [asId<ArticleId>('not there')] } as const
      assert.equal((await store.choices.choose(strangers, now())).kind, 'already')
    })

    test('a revision of an article stays where the reader put it', async () => {
      const { id, all, articles } = await makeStory(2)
      const choice = done(await store.choices.choose({ kind: 'leave', from: id, articleIds: [articles[1]!] }, now()))
      const one = all[1]!
      const document = { ...one.document, id: asId<never>(`${one.document.id} 2`), text: `${one.document.text} More.` }
      const { storyId } = (await store.articles.find(articles[1]!))!
      const assignment = { kind: 'join', storyId: storyId!, reason } as const
      await store.articles.saveIngested([{ ...one, document, assignment, storyId: storyId! }])
      assert.equal((await store.articles.find(articles[1]!))?.storyId, choice.to)
      const standing = await store.choices.active()
      assert.ok(standing.placed.has(document.id), 'the choice follows the article to its newest text')
    })

    test('what stands is told by the stories of today', async () => {
      const [a, b, c] = [await makeStory(3), await makeStory(1), await makeStory(1)]
      const split = done(
        await store.choices.choose({ kind: 'split', from: a!.id, articleIds: [a!.articles[0]!] }, now()),
      )
      const merge = done(await store.choices.choose({ kind: 'merge', from: b!.id, to: c!.id }, now()))
      const { touched, whole, placed, apart } = await store.choices.active()
      for (const id of [a!.id, split.to, c!.id]) assert.ok(touched.has(id))
      assert.ok(!touched.has(b!.id) && whole.has(c!.id) && !whole.has(a!.id))
      assert.ok(placed.has(a!.all[0]!.document.id) && placed.has(b!.all[0]!.document.id))
      assert.ok(apart.some(([x, y]) => x === a!.id && y === split.to))
      assert.deepEqual(await store.choices.apartFrom(split.to), [a!.id])
      assert.deepEqual(await store.choices.apartFrom(c!.id), [])
      for (const choice of [split, merge]) await store.choices.undo(choice.id, now())
      const later = await store.choices.active()
      for (const id of [a!.id, split.to, c!.id]) assert.ok(!later.touched.has(id))
    })

    test('history tells who came, who moved what, and what a reader did and undid', async () => {
      const [a, b] = [await makeStory(3), await makeStory(1)]
      assert.deepEqual(kindsOf(await store.choices.history(a!.id)), ['joined', 'joined', 'founded'])
      await store.stories.move([{ documentId: a!.all[2]!.document.id, to: b!.id }], now())
      assert.deepEqual(kindsOf(await store.choices.history(b!.id)), ['moved by clustering', 'founded'])
      const choice = done(await store.choices.choose({ kind: 'merge', from: b!.id, to: a!.id }, now()))
      const merged = await store.choices.history(a!.id)
      assert.deepEqual(kindsOf(merged).slice(0, 2), ['merged by reader', 'moved by clustering'])
      assert.equal(merged.filter(({ kind }) => kind === 'founded').length, 1)
      assert.deepEqual(await store.choices.history(b!.id), merged, 'of a story that went into another: that one’s')
      await store.choices.undo(choice.id, now())
      assert.deepEqual(kindsOf(await store.choices.history(b!.id)), [
        'undone by reader',
        'merged by reader',
        'moved by clustering',
        'founded',
      ])
      assert.deepEqual(kindsOf(await store.choices.history(a!.id)), [
        'undone by reader',
        'merged by reader',
        'moved by clustering',
        'joined',
        'joined',
        'founded',
      ])
      const moved = merged.find((event) => event.kind === 'moved')
      assert.deepEqual(moved && 'articleIds' in moved && moved.articleIds, [a!.articles[2]])
    })

    test('whoever keeps places in memory learns which documents moved', async () => {
      const { id, all, articles } = await makeStory(2)
      const start = await store.choices.latestEvent()
      assert.deepEqual(await store.choices.placesAfter(start), { sequence: start, places: [] })
      const choice = done(await store.choices.choose({ kind: 'leave', from: id, articleIds: [articles[0]!] }, now()))
      const { sequence, places } = await store.choices.placesAfter(start)
      assert.ok(sequence > start)
      assert.deepEqual(places, [{ documentId: all[0]!.document.id, storyId: choice.to }])
    })

    test('proposals are kept once, go when they can no longer be carried out, and stay dismissed', async () => {
      const [a, b] = [await makeStory(4), await makeStory(1)]
      const documents = a!.all.map(({ document }) => document.id)
      const merge = { kind: 'merge', storyId: a!.id, otherId: b!.id } as const
      const split = { kind: 'split', storyId: a!.id, documentIds: documents.slice(0, 2) } as const
      for (const _ of [1, 2]) await store.choices.propose([merge, split], now())
      const open = await store.choices.proposals(a!.id)
      assert.deepEqual(open.map(({ kind }) => kind).toSorted(), ['merge', 'split'])
      assert.deepEqual(
        await store.choices.proposals(b!.id),
        open.filter(({ kind }) => kind === 'merge'),
      )
      await store.choices.dismiss({ kind: 'merge', storyId: b!.id, otherId: a!.id }, now())
      await store.choices.propose([merge], now())
      assert.deepEqual(
        (await store.choices.proposals(a!.id)).map(({ kind }) => kind),
        ['split'],
      )
      assert.equal(await store.choices.isDismissed(merge), true)
      await store.choices.dismiss(open.find(({ kind }) => kind === 'split')!, now())
      await store.choices.propose([{ ...split, documentIds: documents.slice(0, 3) }], now())
      assert.deepEqual(await store.choices.proposals(a!.id), [], 'nearly the same articles are the same proposal')
      const other = { ...split, documentIds: documents.slice(3) }
      await store.choices.propose([other], now())
      assert.equal((await store.choices.proposals(a!.id)).length, 1)
      await store.choices.choose({ kind: 'leave', from: a!.id, articleIds: [a!.articles[3]!] }, now())
      assert.deepEqual(await store.choices.proposals(a!.id), [])
    })

    test('whatever is chosen, every article is in one story; undone one after the other, all is as it was', async () => {
      const step = fc.record({
        kind: fc.constantFrom('leave', 'leave into', 'split', 'merge', 'undo'),
        a: fc.nat(30),
        b: fc.nat(30),
        count: fc.integer({ min: 1, max: 3 }),
      })
      const run = async (steps: readonly { kind: string; a: number; b: number; count: number }[]) => {
        const made = [await makeStory(3), await makeStory(1), await makeStory(2)]
        const articles = made.flatMap((each) => each.articles)
        const state = async () =>
          Promise.all(
            articles.map(async (id) => {
              const stored = (await store.articles.find(id))!
              const members = await store.stories.members(stored.storyId!)
              const here = members.filter(({ article }) => article.id === id)
              assert.equal(here.length, 1, 'in one story')
              return { id, storyId: stored.storyId, reason: stored.reason, addedAt: here[0]!.addedAt }
            }),
          )
        const before = await state()
        const standing: ChoiceId[] = []
        const undo = async (id: ChoiceId) => {
          const result = await store.choices.undo(id, now())
          if (result?.kind === 'later') assert.ok(standing.includes(result.later.id))
          else standing.splice(standing.indexOf(id), 1)
        }
        for (const { kind, a, b, count } of steps) {
          const stories = [...new Set((await state()).map(({ storyId }) => storyId!))]
          const [from, to] = [stories[a % stories.length]!, stories[b % stories.length]!]
          const taken = (await store.stories.members(from)).map(({ article }) => article.id)
          const articleIds = taken.slice(0, kind === 'split' ? count : 1)
          if (kind === 'undo') {
            if (standing.length > 0) await undo(standing[a % standing.length]!)
            continue
          }
          const asked: NewChoice =
            kind === 'merge'
              ? { kind, from, to }
              : { kind: kind === 'split' ? kind : 'leave', from, articleIds, ...(kind === 'leave into' ? { to } : {}) }
          const outcome = await store.choices.choose(asked, now())
          if (outcome.kind === 'done') standing.push(outcome.choice.id)
          const { touched } = await store.choices.active()
          if (outcome.kind === 'done') assert.ok(touched.has((await store.stories.find(outcome.choice.to))!.id))
        }
        for (const id of standing.toReversed()) await undo(id)
        assert.deepEqual(standing, [])
        assert.deepEqual(await state(), before)
        for (const { id } of made) assert.equal((await store.stories.find(id))?.id, id)
      }
      await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), run), { numRuns: 12 })
    })

    test('are there when the store is opened again', async () => {
      const { id, articles } = await makeStory(2)
      const choice = done(await store.choices.choose({ kind: 'leave', from: id, articleIds: [articles[0]!] }, now()))
      const second = await database.open()
      assert.deepEqual(await second.choices.listOf(id), [choice])
      assert.equal((await second.choices.list(1))[0]?.id, choice.id)
    })
  })

for (const dialect of dialects)
  test(`data of an earlier release gets the tables on ${dialect}`, { skip: skipReason(dialect) }, async (t) => {
    const database = await makeDatabase(dialect)
    t.after(() => database.remove())
    const first = await database.open()
    await withEntries(first, [{ key: 'kept' }])
    await first.close()
    await backTo(database, 2)
    const second = await database.open()
    assert.deepEqual(await second.choices.list(10), [])
    assert.equal((await second.check()).counts.entries, 1)
  })
