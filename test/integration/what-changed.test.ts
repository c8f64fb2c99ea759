import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expected } from '../../src/app/demo/expected.ts'
import { type Citation, matchesText } from '../../src/core/citation.ts'
import type { StoryId } from '../../src/core/ids.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { whatChangedInStory } from '../../src/operations/stories/get-story.ts'
import type { ChangesView, StoryChange } from '../../src/operations/views.ts'
import { type DemoRun, demoNow, runDemo } from './demo-run.ts'

let run: DemoRun
let context: OperationContext

before(async () => {
  run = await runDemo()
  context = run.context.operations
})
after(() => run.close())

async function changes(id: StoryId, since: string): Promise<ChangesView> {
  const view = await whatChangedInStory.run(context, whatChangedInStory.input.parse({ id, since }))
  assert.ok(view)
  return view
}

/** Every citation in a change, wherever it stands. */
function citationsIn(value: unknown): Citation[] {
  if (typeof value !== 'object' || value === null) return []
  return 'exact' in value ? [value as Citation] : Object.values(value).flatMap(citationsIn)
}

test('every change of the edition cites what stands letter by letter in a text that is kept and named', async () => {
  for (const { id } of run.stories) {
    const { items, documents } = await changes(id, '2020-01-01')
    assert.ok(items.some(({ kind }) => kind === 'article'))
    for (const change of items) {
      assert.ok(Date.parse(change.at) <= demoNow.getTime(), change.kind)
      for (const citation of citationsIn(change)) {
        const document = await context.store.articles.findDocument(citation.documentId)
        assert.ok(document && matchesText(document, citation), `${change.kind}: ${citation.exact}`)
        assert.ok(documents[citation.documentId]?.sourceName, citation.exact)
      }
      if ('documentId' in change) assert.ok(documents[change.documentId]?.title)
    }
  }
})

test('nothing is new after the last of it', async () => {
  for (const { id } of run.stories)
    assert.deepEqual((await changes(id, new Date(demoNow.getTime() + 1).toISOString())).items, [])
})

test('edits of articles in stories are told with the old and the new words', async () => {
  for (const { article, removed, added, titles } of expected.edits) {
    const { document, storyId } = run.article(article)
    if (!storyId) continue
    const { items } = await changes(storyId, '2020-01-01')
    const isOf = (change: StoryChange) => change.kind === 'revision'
    const words = JSON.stringify(items.filter(isOf))
    const plain = (text: string) => JSON.stringify(run.printed(article, text).slice(0, 40)).slice(1, -1)
    for (const text of [...(removed ?? []), ...(added ?? [])])
      assert.ok(words.includes(plain(text)), `${article}: ${text}`)
    if (titles && titles.length > 1)
      assert.ok(
        items.some((change) => isOf(change) && 'previousTitle' in change),
        article,
      )
    assert.ok(document)
  }
})

test('the story that corrects itself shows its correction, and the kept offer is told as kept', async () => {
  const { storyId } = run.article('sella-valley-echo/inquiry-quillbeck')
  assert.ok(storyId)
  const { items } = await changes(storyId, '2020-01-01')
  assert.ok(items.some((change) => change.kind === 'amendment' && change.citation.exact.startsWith('Correction:')))
  const kept = items.find((change) => change.kind === 'commitment-state')
  assert.ok(kept?.kind === 'commitment-state' && kept.state === 'kept' && kept.by === 'Conrad Ashlar')
})

test('a story that is not there has no changes, and a time that is none is refused', async () => {
  assert.equal(
    await whatChangedInStory.run(context, whatChangedInStory.input.parse({ id: 'none', since: '2020-01-01' })),
    undefined,
  )
  assert.equal(whatChangedInStory.input.safeParse({ id: 'none', since: 'yesterday' }).success, false)
})
