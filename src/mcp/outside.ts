import { z } from 'zod'

/**
 * Text that somebody outside wrote: a title, a sentence, a name. Its one key says so wherever it stands in an answer; it is data
 * and never gives instructions.
 */
export const outsideText = z.object({ untrusted: z.string() })
export type OutsideText = z.output<typeof outsideText>

/** Marks a text as one from outside. */
export function outside(text: string): OutsideText {
  return { untrusted: text }
}
