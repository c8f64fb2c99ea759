import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { defineOperation } from '../operation.ts'
import { correctedPlace, entityNamed, problemOf, revisionOf, typedName } from './correct-quote.ts'
import type { CorrectionResult } from './label-views.ts'
import { correctionOf, saveCorrections } from './save-corrections.ts'

export const correctName = defineOperation({
  name: 'correct_name',
  minRole: 'moderator',
  summary: 'Corrects which person, organization or place the words of a span name, if any',
  input: z.strictObject({
    ...correctedPlace,
    entity: z.object({ kind: z.enum(['person', 'organization', 'place']), name: z.string().max(200) }).optional(),
  }),
  async run(context, { entity, ...place }): Promise<CorrectionResult | undefined> {
    const stored = await revisionOf(context, place)
    if (!stored) return undefined
    const { document, annotations } = stored
    const problem = problemOf(document, place)
    if (problem) return { kind: 'refused', message: problem }
    const name = entity && typedName(entity.name)
    if (name === '') return { kind: 'refused', message: 'Enter the name.' }
    const others = await context.store.corrections.listOf([document.articleId])
    const named = entity && name ? entityNamed(annotations, name, entity.kind) : undefined
    const correction = correctionOf(
      document,
      { start: place.start, end: place.end },
      { kind: 'name', ...defined({ entity: named }) },
      { at: context.now().toISOString(), note: place.note, others },
    )
    await saveCorrections(context, [correction])
    return { kind: 'saved', correction }
  },
})
