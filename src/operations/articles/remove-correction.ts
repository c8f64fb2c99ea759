import { z } from 'zod'
import { correctionId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { quotesToFind } from './save-corrections.ts'

export const removeCorrection = defineOperation({
  name: 'remove_correction',
  minRole: 'moderator',
  summary: 'Takes a correction back: what was computed counts again',
  input: z.object({ id: correctionId }),
  async run(context, { id }): Promise<boolean> {
    const { store, now, wake } = context
    const correction = await store.corrections.find(id)
    if (!correction) return false
    const others = (await store.corrections.listOf([correction.articleId])).filter((other) => other.id !== id)
    const found = await quotesToFind(context, correction.articleId, others)
    const isRemoved = await store.corrections.remove(id, found, now().toISOString())
    wake()
    return isRemoved
  },
})
