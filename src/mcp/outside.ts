import { z } from 'zod'

/** Text that somebody else wrote: a title, a sentence, a name. Its key `untrusted` marks it as data, never instructions. */
export const outsideText = z.object({ untrusted: z.string() })
type OutsideText = z.output<typeof outsideText>

export function outside(text: string): OutsideText {
  return { untrusted: text }
}
