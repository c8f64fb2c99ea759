import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesText } from '../../src/core/citation.ts'
import { asId, type EntityId, type SourceId } from '../../src/core/ids.ts'
import { compareOutlets } from '../../src/operations/feeds/compare-outlets.ts'
import { getSource, listSources } from '../../src/operations/feeds/get-source.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { getEntity } from '../../src/operations/people/get-entity.ts'
import { listEntities } from '../../src/operations/people/list-entities.ts'
import { listSpeakers } from '../../src/operations/people/list-speakers.ts'
import type { DemoRun } from './demo-run.ts'

/** What pages about people and sources are made of, on a demo that was taken in. */
export function peopleCases(run: () => DemoRun): void {
  const operations = () => run().context.operations
  const list = (given: Record<string, unknown> = {}) => listEntities.run(operations(), listEntities.input.parse(given))
  async function somebody(id: string, before?: string) {
    const view = await getEntity.run(operations(), {
      id: asId<EntityId>(id),
      ...(before === undefined ? {} : { before }),
    })
    assert.equal(view?.kind, 'entity')
    return view as Extract<typeof view, { kind: 'entity' }>
  }

  test('the people of the demo are listed by how many stories they are in, and found by name', async () => {
    const { rows, isCut } = await list({ days: 30 })
    assert.equal(rows[0]?.entity.name, 'Petra Ansgard')
    assert.ok(isCut && rows.length === 48)
    assert.ok(rows.every(({ storyCount }, index) => index === 0 || storyCount <= rows[index - 1]!.storyCount))
    assert.deepEqual(
      (await list({ query: 'ansg' })).rows.map(({ entity }) => entity.name),
      ['Petra Ansgard'],
    )
    assert.ok((await list({ kind: 'organization' })).rows.some(({ entity }) => entity.name === 'Sella Water Authority'))
  })

  test('the people come in the order asked for, page by page', async () => {
    const names = (rows: Awaited<ReturnType<typeof list>>['rows']) => rows.map(({ entity }) => entity.name)
    const [first, second] = [await list({ days: 30, order: 'name' }), await list({ days: 30, order: 'name', page: 2 })]
    const all = [...names(first.rows), ...names(second.rows)]
    assert.equal(new Set(all).size, all.length)
    assert.deepEqual(all, all.toSorted(new Intl.Collator('en').compare))
    const { rows } = await list({ days: 30, order: 'quotes' })
    assert.ok(rows.every(({ quoteCount }, index) => index === 0 || quoteCount <= rows[index - 1]!.quoteCount))
  })

  test('who was quoted in the last day comes with cited words of a story', async () => {
    const { speakers, documents } = await listSpeakers.run(operations(), { limit: 8 })
    assert.equal(speakers.length, 8)
    for (const { entity, utterance, role } of speakers) {
      assert.match(entity.id, /^person:/)
      for (const citation of [utterance.wordings[0].citation, ...(role ? [role] : [])]) {
        const document = await operations().store.articles.findDocument(citation.documentId)
        assert.ok(document && matchesText(document, citation) && documents[citation.documentId], citation.exact)
      }
    }
    // She said both "It is cold" and whole sentences in that story.
    const minister = speakers.find(({ entity }) => entity.name === 'Gwen Aldous')
    assert.ok(minister && minister.utterance.wordings[0].citation.exact.split(' ').length > 4)
  })

  test('everything said by somebody stands in its text, letter by letter, and is all there is', async () => {
    for (const { entity, quoteCount } of (await list({ days: 30 })).rows) {
      const view = await somebody(entity.id)
      const utterances = view.said.flatMap((each) => each.utterances)
      assert.equal(
        utterances.length + view.said.reduce((sum, each) => sum + each.moreCount, 0),
        quoteCount,
        entity.name,
      )
      for (const { citation } of utterances.flatMap(({ wordings }) => wordings)) {
        const document = await operations().store.articles.findDocument(citation.documentId)
        assert.ok(document && matchesText(document, citation), `${entity.name}: ${citation.exact}`)
        assert.equal(view.documents[citation.documentId]?.language, document.language)
      }
    }
  })

  test('promises and conflicting statements are told of whoever made them', async () => {
    const governor = await somebody('person:ines-cardell')
    assert.equal(governor.changed.length, 1)
    assert.match(governor.changed[0]?.difference.signal?.exact ?? '', /conflicting accounts/)
    const minister = await somebody('person:piet-marlock')
    // What he says of exports is a figure of speech.
    assert.equal(minister.promised.length, 1)
    assert.match(JSON.stringify(minister.promised), /agreed to take questions/)
    assert.deepEqual((await somebody('person:petra-ansgard')).changed, [])
    assert.deepEqual((await somebody('person:petra-ansgard')).names, ['Ms Ansgard', 'Petra'])
  })

  test('a story told anew without somebody is not theirs any more', async () => {
    const { stories } = await somebody('person:petra-ansgard')
    for (const { storyId } of stories) {
      const row = await operations().store.stories.find(storyId)
      assert.ok(row?.dossier?.entities?.some(({ entity }) => entity.id === 'person:petra-ansgard'))
    }
  })

  test('nobody is found under what is no id, and nonsense after a page is the first page', async () => {
    for (const id of ['person:nobody', '%', "'; drop table entity; --", '\u0000', 'x'.repeat(400)])
      assert.equal(await getEntity.run(operations(), { id: asId<EntityId>(id) }), undefined)
    assert.equal(getEntity.input.safeParse({ id: 'x'.repeat(401) }).success, false)
    assert.equal((await somebody('person:petra-ansgard', 'nonsense')).isOlder, false)
    const older = await somebody('person:petra-ansgard', '1970-01-01T00:00:00.000Z a')
    assert.deepEqual([older.isOlder, older.said.length], [true, 0])
  })

  test('following somebody and a source shows on their pages', async () => {
    await follow.run(operations(), follow.input.parse({ kind: 'entity', target: 'person:petra-ansgard' }))
    await follow.run(operations(), follow.input.parse({ kind: 'source', target: '1' }))
    assert.equal((await somebody('person:petra-ansgard')).isFollowed, true)
    assert.equal((await somebody('person:ines-cardell')).isFollowed, false)
    assert.equal((await getSource.run(operations(), { id: asId<SourceId>('1') }))?.isFollowed, true)
  })

  test('sources tell how fast they are, whom they copy, and how their feeds were polled', async () => {
    const all = await listSources.run(operations(), {})
    const copier = all.find(({ name }) => name === 'Corran Today')
    assert.equal(copier?.language, 'en')
    assert.ok(copier.speed.storyCount >= copier.speed.firstCount && (copier.speed.medianBehind ?? 0) > 0)
    const { report, feeds } = (await getSource.run(operations(), { id: copier.id }))!
    assert.equal(report.speed.behindMinutes.length + report.speed.firstCount, report.speed.storyCount)
    assert.deepEqual(report.copiesFrom[0]?.name, 'CPA')
    assert.ok(report.ownByDay.every(({ ownShare }) => ownShare >= 0 && ownShare <= 1))
    assert.ok((report.polls[feeds[0]!.id]?.length ?? 0) > 0)
    assert.ok(report.speakers.length > 0 && report.quoteCount >= report.speakers[0]!.quoteCount)
    const edited = (await Promise.all(all.map(({ id }) => getSource.run(operations(), { id })))).flatMap(
      (view) => view?.report.edited ?? [],
    )
    assert.ok(edited.length > 0 && edited.every(({ revisionCount }) => revisionCount > 1))
  })

  test('two outlets are compared in figures, and each opens as much as it counts', async () => {
    const compare = async (given: Record<string, unknown> = {}) => {
      const view = await compareOutlets.run(operations(), compareOutlets.input.parse({ ...pair, ...given }))
      assert.equal(view.kind, 'compared')
      return view as Extract<typeof view, { kind: 'compared' }>
    }
    const { choices } = await compareOutlets.run(operations(), compareOutlets.input.parse({}))
    const [courier, radio] = ['Aldmere Courier', 'Radio Corran'].map((name) => choices.find((one) => one.name === name))
    const pair = { a: courier?.id, b: radio?.id }
    const { bothCount, firstUnknownCount, outlets, hasWords } = await compare()
    const [a, b] = outlets
    assert.ok(bothCount >= 5 && hasWords && bothCount === a.firstCount + b.firstCount + firstUnknownCount)
    assert.ok(a.leftOutCount > 0 && a.leftOutCount < a.pointCount && a.ownShare! > 0 && a.ownShare! < 1)
    const counts = {
      ...{ both: bothCount, 'first-unknown': firstUnknownCount, 'only-a': a.onlyCount, 'first-b': b.firstCount },
      ...{ 'own-b': b.articleCount, 'left-out-a': a.leftOutCount, 'corrections-a': a.correctedCount },
    }
    for (const [list, expected] of Object.entries(counts)) assert.equal((await compare({ list })).list?.count, expected)
    const { speaker, quoteCount } = a.speakers[0]!
    const said = (await compare({ list: 'said-a', speaker: speaker.id })).list
    assert.equal(said?.count, quoteCount)
    for (const { citation } of [...said.items, ...(await compare({ list: 'left-out-a' })).list!.items]) {
      const document = await operations().store.articles.findDocument(citation!.documentId)
      assert.ok(document && matchesText(document, citation!), citation?.exact)
    }
    // The other way round, everything is on the other side.
    const reversed = await compare({ a: pair.b, b: pair.a })
    assert.deepEqual(reversed.outlets.toReversed(), outlets)
  })

  test('a comparison of outlets that cannot be made says why', async () => {
    const { choices } = await compareOutlets.run(operations(), compareOutlets.input.parse({}))
    const [a, b] = choices.map(({ id }) => id)
    const why = async (given: Record<string, unknown>) => {
      const view = await compareOutlets.run(operations(), compareOutlets.input.parse({ a, b, ...given }))
      return view.kind === 'refused' ? view.why : view.kind
    }
    assert.equal(await why({ b: a }), 'same')
    for (const id of ['999', "'; --"]) assert.equal(await why({ b: id }), 'no-such-source')
    assert.equal(await why({ from: '2026-03-12', to: '2026-03-11' }), 'reversed')
    assert.equal(await why({ from: '2026-02-01', to: '2026-03-12' }), 'too-long')
    assert.equal(await why({ b: undefined }), 'choose')
    assert.equal(await why({ from: '2020-01-01' }), 'compared')
    assert.equal(await why({ to: '2020-01-31' }), 'compared')
  })
}
