import { z } from 'zod'
import { numberSentences } from '../../check/number-sentences.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { asId } from '../../core/ids.ts'
import type { ModelPort } from '../../core/model.ts'
import { writeChecked } from '../../pipeline/analysis/write-checked.ts'
import { defineOperation } from '../operation.ts'
import type { ModelTested } from './model-views.ts'

/** Built-in sentences: a test sends nothing that a reader follows or asked. */
const paragraphs = [
  'The new bridge over the Tarn opened on Monday after nine years of work.',
  'Mayor Ada Moss said the toll would be 2 euros.',
  'The ferry will not run again.',
]

export const testModel = defineOperation({
  name: 'test_model',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Tests the language model with a short question about built-in sentences, and checks its answer',
  input: z.strictObject({}),
  async run({ model, activeModel }): Promise<ModelTested> {
    const startedAt = performance.now()
    let tokens: ModelTested['tokens']
    const watched: ModelPort = {
      ...model,
      async complete(request) {
        const answer = await model.complete(request)
        if (answer.kind === 'answered') tokens = answer.tokens
        return answer
      },
    }
    const { annotate } = await import('../../analyze/annotate.ts')
    const document = testDocument()
    const annotations = annotate(document)
    const spans = (annotations.sentences?.items ?? []).map(({ span }) => span)
    const written = await writeChecked(
      { model: watched },
      {
        use: 'test',
        instructions: 'Tell what happened, in two short sentences.',
        sentences: numberSentences([{ document, annotations, spans, sourceName: 'Twosource' }]),
        mostClaims: 2,
      },
    )
    const milliseconds = Math.round(performance.now() - startedAt)
    const { embeddingName, switches } = await activeModel.current()
    const vectors = embeddingName !== '' && switches.embeddings ? await model.embed(paragraphs.slice(0, 2)) : undefined
    return {
      milliseconds,
      outcome: written,
      ...defined({
        tokens,
        vectors:
          vectors &&
          (vectors.kind === 'embedded'
            ? { kind: vectors.kind, width: vectors.vectors[0]?.length ?? 0, model: vectors.model }
            : vectors),
      }),
    }
  },
})

function testDocument(): Document {
  const text = paragraphs.join('\n')
  let start = 0
  const blocks = paragraphs.map((each) => {
    const block = { kind: 'paragraph' as const, start, end: start + each.length }
    start = block.end + 1
    return block
  })
  return {
    id: asId('model-test'),
    articleId: asId('model-test'),
    language: 'en',
    title: 'A bridge opens',
    text,
    blocks,
    publishedAt: '2026-03-12T12:00:00Z',
  }
}
