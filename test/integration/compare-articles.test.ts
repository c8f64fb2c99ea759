import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { matchesText } from '../../src/core/citation.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { compareArticles } from '../../src/operations/stories/compare-articles.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

let run: DemoRun
let context: OperationContext

before(async () => {
  run = await runDemo()
  context = run.context.operations
})
after(() => run.close())

test('two articles of a story stand side by side, every sentence letter by letter', async () => {
  const pairs = run.stories.flatMap(({ id, dossier }) =>
    (dossier?.shared ?? []).flatMap(({ documentId, otherId }) => {
      const of = (document: string) => dossier?.members.find((member) => member.documentId === document)
      const [copy, original] = [of(documentId), of(otherId)]
      return copy && original ? [{ story: { id }, copy, original }] : []
    }),
  )
  assert.ok(pairs[0])
  const { story, copy, original } = pairs[0]
  const view = await compareArticles.run(context, { id: story.id, a: original.articleId, b: copy.articleId })
  assert.ok(view)
  assert.deepEqual([view.a.articleId, view.b.articleId], [original.articleId, copy.articleId])
  for (const { a, b } of view.rows)
    for (const citation of [a, b]) {
      if (!citation) continue
      const doc = await context.store.articles.findDocument(citation.documentId)
      assert.ok(doc && matchesText(doc, citation), citation.exact)
    }
  assert.ok(
    view.rows.some(({ kind }) => kind === 'same'),
    'a copy has sentences of its original',
  )
})

test('without a choice the first article stands beside another report, and what is not of the story beside nothing', async () => {
  const story = run.stories.find(({ dossier }) => (dossier?.members.length ?? 0) > 2)
  const other = run.stories.find(({ id }) => id !== story?.id)?.dossier?.members[0]
  assert.ok(story && other)
  const view = await compareArticles.run(context, { id: story.id })
  assert.ok(view && view.a.articleId === view.articles[0]?.articleId && view.a.articleId !== view.b.articleId)
  assert.equal(await compareArticles.run(context, { id: story.id, a: other.articleId }), undefined)
})

test('an article names those of its story published before and after it', async () => {
  const members = run.stories.find(({ dossier }) => (dossier?.members.length ?? 0) > 2)?.dossier?.members ?? []
  const [first, second] = members.toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
  assert.ok(first && second)
  const view = await getArticle.run(context, { id: first.articleId })
  assert.equal(view?.story?.previous, undefined)
  assert.equal(view?.story?.next?.articleId, second.articleId)
})
