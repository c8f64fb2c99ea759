import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { matchesText } from '../../src/core/citation.ts'
import { guest } from '../../src/core/reader-identity.ts'
import { defaultModelChoice } from '../../src/core/reading/model-choice.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { openAnswerJudge } from '../../src/operations/search/answer-judge.ts'
import { ask } from '../../src/operations/search/ask.ts'
import { type AskView, shownPoints } from '../../src/operations/search/ask-views.ts'
import { writeAnswer } from '../../src/operations/search/write-answer.ts'
import { broken, failing, writing } from '../model-behaviours.ts'
import { type AskedOfModel, type ModelBehaviour, type ModelServerUnderTest, startModelServer } from '../model-server.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

const question = 'How many people will Halvane Semiconductor employ at the plant?'
const naming = (...numbers: readonly number[]): ModelBehaviour => saying(JSON.stringify({ numbers }))
const saying =
  (text: string): ModelBehaviour =>
  () => ({ kind: 'text', text })

describe('passages that a model judges', () => {
  let demo: DemoRun
  let server: ModelServerUnderTest
  let last: AskedOfModel
  before(async () => {
    demo = await runDemo()
    server = await startModelServer(naming(1))
    await choose()
  })
  after(async () => {
    await server.close()
    await demo.close()
  })

  const choose = (more: object = {}) =>
    demo.context.operations.activeModel.choose(
      {
        ...defaultModelChoice,
        address: server.address,
        name: 'scripted',
        switches: { ...defaultModelChoice.switches, judging: true, answers: true },
        timeoutSeconds: 1,
        stallSeconds: 1,
        ...more,
      },
      undefined,
    )

  /** With no judgment made before. */
  const fresh = (): OperationContext => ({
    ...demo.context.operations,
    answerJudge: openAnswerJudge(demo.context.operations.now),
  })

  function behave(behaviour: ModelBehaviour) {
    server.behave((asked) => {
      last = asked
      return behaviour(asked)
    })
  }

  async function askIt(context: OperationContext, judge?: 'start' | 'wait', text = question): Promise<AskView> {
    const view = await ask.run(context, ask.input.parse({ question: text, ...(judge && { judge }) }))
    assert.ok(view)
    return view
  }

  const exact = (view: AskView) => shownPoints(view.answer).map(({ sentence }) => sentence.exact.replace(/\s+/g, ' '))

  test('what it names is the answer, word for word and in its order', async () => {
    behave(naming(5, 2))
    const view = await askIt(fresh(), 'wait')
    assert.ok(view.answer.kind === 'answered')
    assert.deepEqual(view.answer.judging, { kind: 'judged', model: 'scripted' })
    const named = [5, 2].map((number) => last.sentences.find((one) => one.number === number)!.text)
    assert.deepEqual(exact(view), named)
    for (const { citation } of shownPoints(view.answer)) {
      const document = await demo.context.operations.store.articles.findDocument(citation.documentId)
      assert.ok(document && matchesText(document, citation))
    }
    assert.ok(last.user.includes(question) && !last.system.includes('Halvane'))
  })

  test('where it finds none, the closest passages are shown', async () => {
    behave(naming())
    const { answer } = await askIt(fresh(), 'wait')
    assert.equal(answer.kind, 'closest')
    assert.deepEqual(answer.kind === 'closest' && answer.judging, { kind: 'judged', model: 'scripted' })
  })

  test('whatever else it does, all is as without it', async () => {
    const without = await askIt({ ...demo.context.operations, reader: guest })
    const bad: Readonly<Record<string, ModelBehaviour>> = {
      ...writing,
      ...Object.fromEntries(
        Object.entries(broken).map(([name, text]) => [name, (asked) => ({ kind: 'text', text: text(asked) })]),
      ),
      ...failing,
      'a number outside the list': naming(1, 17),
      'every number': naming(...Array.from({ length: 16 }, (_, at) => at + 1)),
      prose: saying('Sentence 3 answers the question.'),
    }
    for (const [name, behaviour] of Object.entries(bad)) {
      behave(behaviour)
      const { answer } = await askIt(fresh(), 'wait')
      assert.deepEqual(answer, { ...without.answer, judging: { kind: 'failed' } }, name)
    }
  })

  test('nothing waits for it that does not say so, and what it chose is used from then on', async () => {
    const context = fresh()
    behave(naming(3))
    const before = server.requests.length
    assert.equal('judging' in (await askIt(context)).answer, false)
    assert.equal(server.requests.length, before, 'only asking with `judge` asks it')
    const started = await askIt(context, 'start')
    assert.ok(started.answer.kind === 'answered' && started.answer.judging?.kind === 'judging')
    const waited = await askIt(context, 'wait')
    assert.deepEqual(await askIt(context), waited)
    assert.deepEqual(await askIt(context, 'start'), waited)
    assert.equal(server.requests.length, before + 1)
  })

  test('guests ask nothing of it, nor does anybody while it is off or the budget is spent', async () => {
    behave(naming(3))
    const before = server.requests.length
    assert.equal('judging' in (await askIt({ ...fresh(), reader: guest }, 'wait')).answer, false)
    await choose({ switches: { ...defaultModelChoice.switches, answers: true } })
    assert.equal('judging' in (await askIt(fresh(), 'wait')).answer, false)
    await choose({ callsPerDay: 0 })
    const spent = await askIt(fresh(), 'wait')
    assert.ok(spent.answer.kind === 'answered' && spent.answer.judging?.kind === 'failed')
    assert.equal(server.requests.length, before)
    await choose()
  })

  test('a written answer is made of the passages it chose', async () => {
    const context = fresh()
    behave(naming(5, 2))
    const chosen = exact(await askIt(context, 'wait'))
    behave(writing.honest!)
    const written = await writeAnswer.run(context, { question })
    assert.ok(written?.kind === 'written')
    assert.deepEqual(
      last.sentences.map(({ text }) => text),
      chosen,
    )
  })
})
