import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sentences } from '../../src/analyze/sentences.ts'
import type { StoryId } from '../../src/core/ids.ts'
import type { Annotations } from '../../src/core/layers.ts'
import type { Store, StoredEntry } from '../../src/store/store.ts'
import { buildDossier } from '../../src/story/build-dossier.ts'
import { detectSyndication } from '../../src/syndicate/detect-syndication.ts'
import { fingerprintsOf } from '../../src/syndicate/fingerprints.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, parsed, polled } from './store-fixtures.ts'

/** Times within a minute of each other do not tell who was first. */
const minute = (number: number) => at(number * 2)

/** As the lane asks for them: far fewer than there are copies. */
const lookAlikes = 12
const copies = 60

const streets =
  'Quay Mill Tanner Gannet Linden Wick Harrow Alder Sella Tollan Marrow Stile Calder Osric Hamn Dunmoor'.split(' ')
const wire = streets.map(
  (street, index) =>
    `Inspector ${index + 3} told the council on Monday that ${street} Street had lost ${index + 40} lamps, ${index + 2} trees and one wall in the storm.`,
)
const ownReport = [
  'Nobody slept much in the old town, where the wind took the roof off the fish hall at two in the morning.',
  'A baker kept his ovens lit so that neighbors had somewhere warm to sit until it grew light.',
  'By noon the ferry was running again and children were selling roof tiles to visitors.',
]

/** What outlets do to a wire text: one sentence left out, a word changed, and every fourth prints the first half only. */
function edited(number: number): string {
  const kept =
    number % 4 === 3 ? wire.slice(0, wire.length / 2) : wire.filter((_, index) => index !== number % wire.length)
  return kept.map((line, index) => (index % 5 === number % 5 ? line.replace('had lost', 'lost') : line)).join(' ')
}

for (const dialect of dialects)
  describe(`a burst of copies on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    /** The only entry of an outlet of its own. */
    async function entryOf(number: number): Promise<StoredEntry> {
      const site = `https://outlet-${number}.example/`
      const { added } = await store.feeds.addMany('owner', [{ url: `${site}feed` }], at())
      const key = `entry-${number}`
      const poll = parsed(added[0]!, [polled({ key, publishedAt: minute(number) })], minute(number))
      const result = { ...poll.result, title: `Outlet ${number}`, siteUrl: site } as typeof poll.result
      await store.feeds.savePolls([{ ...poll, result }])
      return (await store.entries.find('owner', (await store.entries.findByKey(added[0]!, key))!))!
    }

    /** Reads, decides and writes one article, as the lane does. */
    async function settle(number: number, text: string, storyId: StoryId): Promise<void> {
      const one = ingested({ entry: await entryOf(number), text, when: minute(number) })
      const annotations: Annotations = {
        sentences: { by: 'sentences', version: 1, items: sentences.run(one.document, {}) },
      }
      const fingerprints = fingerprintsOf(one.document)
      const near = await store.articles.lookAlikes(fingerprints, at(-1_000), lookAlikes)
      const syndications = detectSyndication({ document: one.document, annotations, kind: 'article' }, near)
      const assignment =
        number === 0
          ? ({ kind: 'found' } as const)
          : ({
              kind: 'join',
              storyId,
              reason: { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 },
            } as const)
      await store.articles.saveIngested([
        { ...one, annotations, fingerprints, syndications, assignment, storyId, at: minute(number) },
      ])
    }

    test('sixty copies of one text are one report, told from its original, beside a report of its own', async () => {
      const storyId = store.stories.newId()
      await settle(0, wire.join(' '), storyId)
      for (let number = 1; number <= copies; number += 1) await settle(number, edited(number), storyId)
      await settle(copies + 1, ownReport.join(' '), storyId)
      const members = await store.stories.members(storyId)
      assert.equal(new Set(members.map(({ source }) => source.id)).size, copies + 2)
      const dossier = buildDossier({ storyId, members })
      assert.deepEqual(
        dossier.reports.map(({ originName, how, documentIds }) => [originName, how, documentIds.length]),
        [
          ['Outlet 0 (outlet-0.example)', 'time', copies + 1],
          [`Outlet ${copies + 1} (outlet-${copies + 1}.example)`, 'alone', 1],
        ],
      )
      const [original, ...others] = dossier.members
      const copied = others.filter(({ role }) => role === 'copy')
      assert.equal(copied.length, copies)
      assert.equal(dossier.shared?.length, copies)
      const fromOriginal = copied.filter(({ copiedFrom }) => copiedFrom === original?.documentId)
      assert.ok(fromOriginal.length >= copies / 2, `${fromOriginal.length} are told from the original itself`)
    })
  })
