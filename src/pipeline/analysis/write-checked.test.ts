import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { broken, marker, writing } from '../../../test/model-behaviours.ts'
import type { AskedOfModel } from '../../../test/model-server.ts'
import { annotate } from '../../analyze/annotate.ts'
import { documentOf } from '../../analyze/test-document.ts'
import { numberSentences } from '../../check/number-sentences.ts'
import { matchesText } from '../../core/citation.ts'
import type { ClaimCounts, ModelAnswer, ModelPort } from '../../core/model.ts'
import { writeChecked } from './write-checked.ts'

const document = documentOf([
  'Engineers closed the harbor bridge of Port Alder on Monday after divers found 14 cracks in two piers.',
  'Mayor Ada Lindqvist said the repair would cost 3.2 million euros and may not end before May.',
  'The ferry company did not raise its fares, a spokesman said.',
  '“Nobody was in danger,” Lindqvist told the council.',
])
const annotations = annotate(document)
const sentences = numberSentences([
  {
    document,
    annotations,
    spans: (annotations.sentences?.items ?? []).map(({ span }) => span),
    sourceName: 'The Harbor Post',
  },
])

function saying(answer: ModelAnswer) {
  const judged: ClaimCounts[] = []
  const model: ModelPort = {
    isOn: (use) => use === 'summary',
    complete: async () => answer,
    embed: async () => ({ kind: 'off' }),
    async judged(_use, counts) {
      if ('kept' in counts) judged.push(counts)
    },
  }
  return { model, judged }
}

const write = (model: ModelPort, mostClaims = 3) =>
  writeChecked({ model }, { use: 'summary', instructions: 'Tell it.', sentences, mostClaims })

const asked: AskedOfModel = {
  system: 'Tell it. The form is a secret of the house that nobody is told.',
  user: '',
  sentences: sentences.map(({ number, span }) => ({ number, text: document.text.slice(span.start, span.end) })),
  mostClaims: 3,
  canary: 'http://127.0.0.1:9',
}

describe('what a model writes of stored sentences', () => {
  test('is kept where it holds, with its citation, and counted', async () => {
    const reply = writing.honest!(asked)
    const { model, judged } = saying({ kind: 'answered', text: reply.kind === 'text' ? reply.text : '', model: 'm' })
    const written = await write(model)
    assert.ok(written.kind === 'written')
    assert.equal(written.text.kept.length, 3)
    assert.ok(
      written.text.kept.every(({ citations }) => citations.every((citation) => matchesText(document, citation))),
    )
    assert.deepEqual(judged, [{ kept: 3, dropped: {} }])
  })

  test('stands with nothing else of it: whatever a hostile model adds is dropped', async () => {
    for (const [name, behaviour] of Object.entries(writing)) {
      const reply = behaviour(asked)
      if (reply.kind !== 'text') continue
      const written = await write(saying({ kind: 'answered', text: reply.text, model: 'm' }).model)
      if (written.kind !== 'written') continue
      for (const { text, speaker } of written.text.kept) {
        assert.ok(!`${text}${speaker ?? ''}`.includes(marker), `${name}: ${text}`)
        assert.doesNotMatch(text, /[<>\]]|https?:|\p{Cf}/u, name)
        assert.ok(!text.includes('secret of the house'), name)
      }
      if (['invents', 'adds links', 'reorders', 'reveals its orders'].includes(name))
        assert.deepEqual(written.text.kept, [], name)
    }
  })

  test('that is no claims is told as unreadable, or keeps nothing of them', async () => {
    for (const [name, text] of Object.entries(broken)) {
      const written = await write(saying({ kind: 'answered', text: text(asked), model: 'm' }).model)
      if (name === 'cut off') assert.ok(written.kind === 'written' && written.text.kept.length === 2)
      else
        assert.ok(written.kind === 'unreadable' || (written.kind === 'written' && written.text.kept.length === 0), name)
    }
  })

  test('good claims are not crowded out by bad ones, and no more are kept than were asked for', async () => {
    const good = asked.sentences.map(({ number, text }) => ({ text, sentences: [number], exact: text.slice(0, 20) }))
    const bad = Array.from({ length: 20 }, (_, index) => ({ ...good[0], text: `${index} ${marker}`, sentences: [1] }))
    const text = JSON.stringify({ claims: [...bad, ...good] })
    const { model, judged } = saying({ kind: 'answered', text, model: 'm' })
    const written = await write(model, 2)
    assert.ok(written.kind === 'written')
    assert.equal(written.text.kept.length, 2)
    assert.equal(written.text.dropped.length, bad.length + good.length - 2)
    assert.equal(judged[0]!.kept, 2)
  })

  test('is not asked for where it is off, and a failure stays one', async () => {
    const { model } = saying({ kind: 'timeout', afterMs: 5 })
    assert.deepEqual(await write(model), { kind: 'timeout', afterMs: 5 })
    assert.deepEqual(await writeChecked({ model }, { use: 'answer', instructions: '', sentences, mostClaims: 1 }), {
      kind: 'off',
    })
  })
})
