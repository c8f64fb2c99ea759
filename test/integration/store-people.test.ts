import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Entity } from '../../src/core/annotation.ts'
import {
  type ArticleId,
  asId,
  type DocumentId,
  type EntityId,
  type SourceId,
  type StoryId,
} from '../../src/core/ids.ts'
import type { Dossier, Member, SpeakerLedger } from '../../src/core/story.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { backTo } from './earlier-release.ts'
import { at, ingested, parsed, polled, subscribe, withEntries } from './store-fixtures.ts'

const person = (name: string): Entity => ({
  id: asId<EntityId>(`person:${name.toLowerCase().replaceAll(' ', '-')}`),
  kind: 'person',
  name,
})
const varga = person('Ilse Varga')
const okoro = person('Ben Okoro')
const harbor: Entity = { id: asId<EntityId>('place:sella'), kind: 'place', name: 'Sella' }

/** What somebody said in documents of a story, one utterance each. */
function said(speaker: Entity, documentIds: readonly DocumentId[]): SpeakerLedger {
  return {
    speaker,
    utterances: documentIds.map((documentId) => ({
      wordings: [
        {
          citation: { documentId, span: { start: 0, end: 4 }, exact: 'Text' },
          kind: 'direct',
          confidence: 0.9,
          pattern: 'cue-right',
        },
      ],
      outlets: ['The Outlet'],
    })),
  }
}

for (const dialect of dialects)
  describe(`people and outlets on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let urls = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    /** A story with one article of each of so many outlets, ten minutes apart, told as `more` says. */
    const tell = async (outlets: number, minutes: number, more: (members: readonly Member[]) => Partial<Dossier>) => {
      const id = store.stories.newId()
      const members: Member[] = []
      for (let index = 0; index < outlets; index++) {
        const publishedAt = at(minutes + 10 * index)
        const [entry] = await withEntries(store, [{ key: 'one', publishedAt }], `https://o${++urls}.example/feed`)
        const one = ingested({
          entry: entry!,
          text: `Text of outlet ${index}.`,
          quotes: [{ said: 'Text', speaker: 'ilse-varga' }],
          more: { assignment: { kind: index === 0 ? 'found' : 'hold', reason: 'too-short' } as never, storyId: id },
        })
        await store.articles.saveIngested([
          index === 0
            ? one
            : {
                ...one,
                assignment: {
                  kind: 'join',
                  storyId: id,
                  reason: { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 },
                },
              },
        ])
        members.push({
          articleId: one.article.id,
          documentId: one.document.id,
          sourceId: one.article.sourceId,
          sourceName: `Outlet ${index}`,
          title: one.article.title,
          publishedAt,
          kind: 'article',
          completeness: { kind: 'complete' },
          own: index === 0 ? 1 : 0.2,
          group: 0,
          role: index === 0 ? 'original' : 'copy',
          ...(index === 0 ? {} : { copiedFrom: members[0]!.documentId }),
        })
      }
      await save(id, members, more(members))
      return { id, members }
    }
    const save = (id: StoryId, members: readonly Member[], more: Partial<Dossier>) => {
      const times = members.map(({ publishedAt }) => publishedAt).sort()
      const dossier: Dossier = {
        storyId: id,
        headline: { documentId: members[0]!.documentId, title: members[0]!.title },
        language: 'en',
        members,
        reports: [
          { group: 0, originName: 'Outlet 0', how: 'time', documentIds: members.map(({ documentId }) => documentId) },
        ],
        brief: [],
        ledger: [],
        unattributed: [],
        timeline: [],
        differences: [],
        commitments: [],
        figures: [],
        droppedCount: 0,
        ...more,
      }
      return store.stories.saveDossier(id, dossier, {
        title: members[0]!.title,
        language: 'en',
        section: 'World',
        firstAt: times[0]!,
        lastAt: times.at(-1)!,
        changedAt: at(),
        articleCount: members.length,
        reportCount: dossier.reports.length,
      })
    }
    const twoReports = (members: readonly Member[]): Dossier['reports'] =>
      members.map(({ documentId }, group) => ({ group, originName: 'x', how: 'alone', documentIds: [documentId] }))

    test('who is in the news most comes first; a story told anew counts as it is told now', async () => {
      const first = await tell(2, -100, (members) => ({
        entities: [
          { entity: varga, documentCount: 2, names: ['Varga', 'Ilse Varga'], sameAs: [asId<EntityId>('person:varga')] },
          { entity: harbor, documentCount: 1 },
        ],
        ledger: [said(varga, [members[0]!.documentId, members[1]!.documentId])],
        commitments: [
          {
            by: 'Ilse Varga and Ben Okoro',
            statement: {
              text: 'Text',
              citations: [said(varga, [members[0]!.documentId]).utterances[0]!.wordings[0].citation],
            },
          },
        ],
      }))
      await tell(1, -50, (members) => ({
        entities: [
          { entity: okoro, documentCount: 1 },
          { entity: varga, documentCount: 1 },
        ],
        ledger: [said(okoro, [members[0]!.documentId])],
      }))
      const list = await store.entities.list({ kind: 'person', since: at(-200) }, 10)
      assert.deepEqual(
        list.map(({ entity, storyCount, quoteCount }) => [entity.name, storyCount, quoteCount]),
        [
          ['Ilse Varga', 2, 2],
          ['Ben Okoro', 1, 1],
        ],
      )
      assert.equal(list[0]?.saidAt, at(-90))
      assert.equal(list[0]?.lastAt, at(-50))
      assert.deepEqual(await store.entities.list({ kind: 'person', since: at(-60) }, 1), [
        { entity: okoro, storyCount: 1, quoteCount: 1, saidAt: at(-50), lastAt: at(-50) },
      ])
      assert.deepEqual(
        (await store.entities.list({ kind: 'place', since: at(-200) }, 10)).map(({ entity }) => entity),
        [harbor],
      )
      const totals = await store.entities.find(varga.id)
      assert.deepEqual(totals?.names, ['Varga', 'Ilse Varga'])
      assert.equal(totals?.firstAt, at(-90))
      const byLastName = asId<EntityId>('person:varga')
      assert.deepEqual(await store.entities.knownAs(byLastName), [varga.id])
      const nobody = asId<EntityId>('person:nobody')
      assert.deepEqual(
        await store.entities.withPage([varga.id, byLastName, nobody]),
        new Set([varga.id, byLastName]),
        'The page of a name for several, too',
      )
      assert.deepEqual(await store.entities.storiesWith(varga.id, 'promised', 5), [first.id])
      assert.deepEqual(await store.entities.storiesWith(varga.id, 'changed', 5), [])
      await save(first.id, first.members, { entities: [{ entity: harbor, documentCount: 2 }] })
      assert.equal((await store.entities.find(varga.id))?.storyCount, 1)
      assert.deepEqual(await store.entities.storiesWith(varga.id, 'promised', 5), [])
    })

    test('are found by the words of their names, in any order, with and without marks', async () => {
      const zoe = person('Zoë Åkerström-Lund')
      await tell(1, -40, () => ({ entities: [{ entity: zoe, documentCount: 1 }] }))
      const search = async (query: string) =>
        (await store.entities.list({ kind: 'person', since: at(), query }, 10)).map(({ entity }) => entity.name)
      for (const query of ['zoe', 'akerstrom zoe', 'Zoë', 'ÅKER'])
        assert.deepEqual(await search(query), [zoe.name], query)
      for (const query of ['kerstrom', 'zoe varga', '%', '_', "'", '  ', '!'])
        assert.deepEqual(await search(query), [], query)
    })

    test('their stories and quotations come newest first and go on after a row', async () => {
      const speaker = person('Mara Quill')
      const told: StoryId[] = []
      for (const minutes of [-30, -20, -10]) {
        const { id } = await tell(1, minutes, (members) => ({
          entities: [
            { entity: speaker, documentCount: 1 },
            { entity: harbor, documentCount: 1 },
          ],
          ledger: [said(speaker, [members[0]!.documentId])],
        }))
        told.push(id)
      }
      const newest = told.toReversed()
      const stories = await store.entities.stories(speaker.id, 2)
      assert.deepEqual(
        stories.map(({ storyId }) => storyId),
        newest.slice(0, 2),
      )
      assert.deepEqual([stories[0]?.namedCount, stories[0]?.quoteCount, stories[0]?.articleCount], [1, 1, 1])
      const first = await store.entities.spoken(speaker.id, 2)
      assert.deepEqual(
        first.map(({ storyId }) => storyId),
        newest.slice(0, 2),
      )
      assert.deepEqual(
        (await store.entities.spoken(speaker.id, 2, first[1])).map(({ storyId }) => storyId),
        newest.slice(2),
      )
      assert.deepEqual(
        (await store.stories.findMany(newest)).map(({ id }) => id),
        newest,
      )
      const { rows: around, quoteCount } = await store.entities.around(speaker.id, 50)
      assert.equal(quoteCount, 3)
      assert.deepEqual(
        around.map(({ entity, storyCount, quoteCount }) => [entity.name, storyCount, quoteCount]),
        [
          ['Mara Quill', 3, 3],
          ['Sella', 3, 0],
        ],
      )
      assert.deepEqual(await store.entities.days(speaker.id), [{ day: '2026-03-10', storyCount: 3 }])
    })

    test('somebody in no story is not there, nor is one whose story went into another', async () => {
      const gone = person('Tove Brand')
      const one = await tell(1, -5, () => ({ entities: [{ entity: gone, documentCount: 1 }] }))
      const other = await tell(1, -5, () => ({}))
      assert.equal((await store.entities.find(gone.id))?.storyCount, 1)
      await store.stories.move([{ documentId: one.members[0]!.documentId, to: other.id }], at())
      assert.equal(await store.entities.find(gone.id), undefined)
      for (const id of ['', 'person:nobody', "'; drop table entity; --"])
        assert.equal(await store.entities.find(asId<EntityId>(id)), undefined)
    })

    test('an outlet is as fast as its stories with two independent reports say, and copies whom it copies', async () => {
      const { members } = await tell(3, -300, (all) => ({ reports: twoReports(all.slice(0, 2)) }))
      const [first, second, third] = members.map(({ sourceId }) => sourceId) as [SourceId, SourceId, SourceId]
      const speeds = new Map((await store.outlets.listSpeeds(at(-400))).map((speed) => [speed.sourceId, speed]))
      assert.deepEqual(speeds.get(first), { sourceId: first, storyCount: 1, firstCount: 1, behindMinutes: [] })
      assert.deepEqual(speeds.get(third), { sourceId: third, storyCount: 1, firstCount: 0, behindMinutes: [20] })
      const report = await store.outlets.report(second, at(-400))
      assert.deepEqual(report.copiesFrom, [{ name: 'Outlet 0', sourceId: first, storyCount: 1 }])
      assert.deepEqual(report.ownByDay, [{ day: '2026-03-10', articleCount: 1, ownShare: 0.2 }])
      assert.deepEqual(
        [report.languages, report.sections],
        [[{ name: 'en', storyCount: 1 }], [{ name: 'World', storyCount: 1 }]],
      )
      assert.equal(report.quoteCount, 1)
      assert.equal(report.speakers[0]?.quoteCount, 1)
      const names = (await store.outlets.report(first, at(-400))).copiedBy.map(({ sourceId }) => sourceId)
      assert.deepEqual(names.toSorted(), [second, third].toSorted())
      assert.deepEqual((await store.outlets.report(second, at(-100))).copiesFrom, [], 'before the time asked for')
      assert.equal((await store.outlets.languages(at(-400))).get(first), 'en')
    })

    test('an article that is edited is listed with its outlet', async () => {
      const [entry] = await withEntries(
        store,
        [{ key: 'edited', publishedAt: at(-3) }],
        `https://o${++urls}.example/feed`,
      )
      await store.articles.saveIngested([ingested({ entry: entry!, text: 'First words.' })])
      await store.articles.saveIngested([ingested({ entry: entry!, text: 'Other words.', when: at(2) })])
      const { edited } = await store.outlets.report(entry!.sourceId, at(-100))
      assert.deepEqual(edited, [
        { articleId: asId<ArticleId>(`article-${entry!.id}`), title: 'Title edited', at: at(2), revisionCount: 2 },
      ])
    })

    test('a feed remembers its last polls, each once', async () => {
      const feedId = await subscribe(store, `https://o${++urls}.example/feed`)
      const { sourceId } = await store.feeds.get('owner', feedId)
      const first = parsed(feedId, [polled({ key: 'a' }), polled({ key: 'b' })], at(1))
      await store.feeds.savePolls([first])
      await store.feeds.savePolls([first])
      await store.feeds.savePolls([{ ...parsed(feedId, [], at(2)), result: { kind: 'unchanged' } }])
      const failure = { kind: 'failed', reason: 'http', message: 'The server answered 500.', isStopped: false } as const
      await store.feeds.savePolls([{ ...parsed(feedId, [], at(3)), result: failure }])
      assert.deepEqual((await store.outlets.report(sourceId, at(-100))).polls.get(feedId), [2, 'unchanged', 'failed'])
    })

    test('dossiers kept before are filled in, a stretch at a time, and only once', async () => {
      const before = await store.entities.list({ kind: 'person', since: at(-1000) }, 50)
      const speeds = await store.outlets.listSpeeds(at(-1000))
      for (const table of ['story_entity', 'story_source']) await database.execute(`delete from ${table}`)
      assert.deepEqual(await store.entities.list({ kind: 'person', since: at(-1000) }, 50), [])
      let steps = 0
      for (let after: string | undefined = ''; after !== undefined; steps++) after = await store.entities.fill(after, 3)
      assert.ok(steps > 2)
      assert.deepEqual(await store.entities.list({ kind: 'person', since: at(-1000) }, 50), before)
      const bySource = (a: { sourceId: string }, b: { sourceId: string }) => Number(a.sourceId) - Number(b.sourceId)
      assert.deepEqual((await store.outlets.listSpeeds(at(-1000))).toSorted(bySource), speeds.toSorted(bySource))
      assert.equal(await store.entities.fill('', 1000), undefined)
    })

    test('data of the release before gets its people, its outlets and its polls', async () => {
      const before = await store.entities.list({ kind: 'person', since: at(-1000) }, 50)
      await store.close()
      await backTo(database, 4)
      store = await database.open()
      assert.deepEqual(await store.entities.list({ kind: 'person', since: at(-1000) }, 50), [])
      for (let after: string | undefined = ''; after !== undefined; ) after = await store.entities.fill(after, 100)
      assert.deepEqual(await store.entities.list({ kind: 'person', since: at(-1000) }, 50), before)
      const feedId = await subscribe(store, `https://o${++urls}.example/feed`)
      await store.feeds.savePolls([parsed(feedId, [], at(5))])
      const { sourceId } = await store.feeds.get('owner', feedId)
      assert.deepEqual((await store.outlets.report(sourceId, at(-100))).polls.get(feedId), [0])
    })
  })
