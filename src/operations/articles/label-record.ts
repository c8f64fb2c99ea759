import { z } from 'zod'
import type { Verdict } from '../../core/correction.ts'
import type { Span } from '../../core/span.ts'

const pair = z.tuple([z.number().int().min(0), z.number().int().min(0)])
const entity = z.object({
  id: z.string().min(1).max(400),
  kind: z.enum(['person', 'organization', 'place']),
  name: z.string().min(1).max(400),
  wikidataId: z.string().max(40).optional(),
})
const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speaker'), speaker: entity.optional() }),
  z.object({ kind: z.literal('quote'), speaker: entity.optional() }),
  z.object({ kind: z.literal('not-a-quote') }),
  z.object({ kind: z.literal('name'), entity: entity.optional() }),
]) as unknown as z.ZodType<Verdict>

/**
 * One line of a label export: a text with its corrections. `npm run eval -- quotes` scores `attributions` and `checked`: content,
 * source and speaker of what a person confirmed or set, and every span a person looked at, so that unchecked quotations don't count.
 * An import reads `corrections`.
 */
export const labelRecord = z.object({
  id: z.string().min(1).max(120),
  /** The revision of this text. */
  document: z.string().min(1).max(120),
  title: z.string(),
  text: z.string().min(1),
  date: z.string(),
  language: z.string(),
  attributions: z.array(
    z.object({
      source: z.array(pair),
      cue: z.array(pair),
      content: z.array(pair),
      kind: z.enum(['direct', 'mixed', 'indirect']),
      speaker: z.string().optional(),
    }),
  ),
  checked: z.array(pair),
  corrections: z
    .array(
      z.object({
        id: z.string().min(1).max(120),
        span: pair,
        verdict,
        at: z.iso.datetime(),
        note: z.string().max(2000).optional(),
      }),
    )
    .max(5000),
})

export type LabelRecord = z.infer<typeof labelRecord>

export function pairOf({ start, end }: Span): [number, number] {
  return [start, end]
}
