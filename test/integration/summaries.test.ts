import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { matchesText } from '../../src/core/citation.ts'
import { guest } from '../../src/core/reader-identity.ts'
import { defaultModelChoice } from '../../src/core/reading/model-choice.ts'
import { streamPost } from '../../src/http/stream-post.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { getSummary } from '../../src/operations/stories/get-summary.ts'
import { createWritingJobs } from '../../src/operations/stories/write-summary.ts'
import { type CurrentModelChoice, createModelPort } from '../../src/providers/model-port.ts'
import { failing, marker, writing } from '../model-behaviours.ts'
import { type ModelServerUnderTest, startModelServer } from '../model-server.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

let run: DemoRun
let context: OperationContext
let server: ModelServerUnderTest
const lengths = ['short', 'medium', 'long'] as const

before(async () => {
  run = await runDemo()
  context = run.context.operations
  server = await startModelServer(writing.honest!)
})
after(async () => {
  await server.close()
  await run.close()
})

/** The instance with a model whose server answers as it is told. */
function withModel(spent = { calls: 0, tokens: 0 }): OperationContext {
  const choice: CurrentModelChoice = {
    ...defaultModelChoice,
    address: server.address,
    name: 'scripted',
    timeoutSeconds: 60,
    stallSeconds: 60,
    switches: { summaries: true, judging: true, answers: true, translation: true, embeddings: true },
  }
  const model = createModelPort({
    seen: () => choice,
    current: async () => choice,
    ledger: { spent: async () => spent, count: async () => {} },
    send: (url, options) =>
      streamPost({ userAgent: 'Twosource test', allowPrivate: true, connectTimeoutMs: 30_000 }, url, options),
  })
  return { ...context, model }
}

const storyWith = (least: number) => {
  const story = run.stories.find(({ dossier }) => (dossier?.brief.length ?? 0) >= least)
  assert.ok(story)
  return story
}

test('a story is told at three lengths, every sentence letter by letter, and each longer than the one before', async () => {
  const words: number[] = []
  for (const length of lengths) {
    const view = await getSummary.run(context, { id: storyWith(3).id, length })
    assert.ok(view)
    const lines = view.parts.flatMap((part) => part.lines)
    assert.ok(lines.length > 0)
    for (const { text, citations } of lines) {
      const doc = await context.store.articles.findDocument(citations[0].documentId)
      assert.ok(doc && matchesText(doc, citations[0]) && text === citations[0].exact)
      assert.ok(view.documents[citations[0].documentId])
    }
    assert.equal(view.written, undefined)
    assert.equal(view.droppedCount, 0)
    words.push(view.reading.words)
  }
  const [short = 0, medium = 0, long = 0] = words
  assert.ok(short <= 60 && short < medium && medium < long && long <= 300, words.join(' '))
})

test('a story that is not there has no summary', async () => {
  assert.equal(await getSummary.run(context, { id: 'nowhere' as never, length: 'short' }), undefined)
})

test('an article says how it reads', async () => {
  const member = storyWith(3).dossier?.members[0]
  const view = await getArticle.run(context, { id: member!.articleId })
  assert.ok((view?.reading?.words ?? 0) > 20)
})

test('what a model wrote stands beside the chosen sentences once it was checked, and is not asked for again', async () => {
  const instance = withModel()
  const { id } = storyWith(3)
  server.behave(writing.honest!)
  await createWritingJobs(instance).write(id)
  for (const length of lengths) {
    const view = await getSummary.run(instance, { id, length })
    assert.ok(view?.written)
    assert.equal(view.written.model, 'scripted')
    assert.ok(view.written.kept > 0 && view.written.lines.every(({ outlets }) => outlets.length > 0))
    assert.ok(view.parts.length > 0)
  }
  const asked = server.requests.length
  await createWritingJobs(instance).write(id)
  assert.equal(server.requests.length, asked)
})

test('what a model made up is counted and shown nowhere', async () => {
  const instance = withModel()
  const { id } = run.stories.filter(({ dossier }) => (dossier?.brief.length ?? 0) >= 3)[1] ?? storyWith(3)
  await context.store.writtenTexts.prune('2999-01-01T00:00:00.000Z')
  server.behave(writing.invents!)
  await createWritingJobs(instance).write(id)
  const view = await getSummary.run(instance, { id, length: 'medium' })
  assert.deepEqual(view?.written?.lines, [])
  assert.ok((view?.written?.dropped ?? 0) > 0)
  assert.ok((view?.parts.length ?? 0) > 0)
  assert.ok(!JSON.stringify(view).includes(marker))
  assert.deepEqual(server.canaryCalls, [])
})

test('a text made from what is not there any more is not shown', async () => {
  const instance = withModel()
  const { id } = storyWith(3)
  await context.store.writtenTexts.prune('2999-01-01T00:00:00.000Z')
  server.behave(writing.honest!)
  await createWritingJobs(instance).write(id)
  const [text] = (await context.store.writtenTexts.of(id)).filter(
    ({ length, kind }) => kind === 'summary' && length === 'short',
  )
  assert.ok(text)
  await context.store.writtenTexts.save({ ...text, madeFrom: 'of other sentences' })
  assert.equal((await getSummary.run(instance, { id, length: 'short' }))?.written, undefined)
  const [first] = text.statements
  assert.ok(first)
  const moved = { ...first, citations: [{ ...first.citations[0], exact: 'Words that do not stand there.' }] as const }
  await context.store.writtenTexts.save({ ...text, statements: [moved] })
  assert.equal((await getSummary.run(instance, { id, length: 'short' }))?.written, undefined)
})

test('a model that fails is asked again later, and one whose budget is used up is left alone', async () => {
  const { id } = storyWith(3)
  await context.store.writtenTexts.prune('2999-01-01T00:00:00.000Z')
  server.behave(failing.fails!)
  await assert.rejects(createWritingJobs(withModel()).write(id), /The model failed/)
  assert.deepEqual(await context.store.writtenTexts.of(id), [])
  server.behave(writing.honest!)
  await createWritingJobs(withModel({ calls: 1e9, tokens: 1e12 })).write(id)
  assert.deepEqual(await context.store.writtenTexts.of(id), [])
})

test('only a reader who looks has something written, once', async () => {
  const { id } = storyWith(3)
  await context.store.writtenTexts.prune('2999-01-01T00:00:00.000Z')
  const waiting = async () => (await context.store.jobs.counts())['write-summary'].waiting
  await getSummary.run(context, { id, length: 'short' })
  await getSummary.run({ ...withModel(), reader: guest }, { id, length: 'short' })
  assert.equal(await waiting(), 0)
  await getSummary.run(withModel(), { id, length: 'short' })
  await getStory.run(withModel(), { id, reads: true })
  assert.equal(await waiting(), 1)
})
