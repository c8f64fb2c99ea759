import { z } from 'zod'
import { sureEnough } from '../core/quote.ts'
import type { Utterance } from '../core/story.ts'
import { type CitedWords, citedWords } from './cited.ts'
import { outside, outsideText } from './outside.ts'

export const quoteKind = z
  .enum(['direct', 'mixed', 'indirect'])
  .describe('Only a direct one stands between quotation marks')

export const utteranceView = z.object({
  ...citedWords.shape,
  kind: quoteKind,
  isProbable: z.boolean().describe('True: say "probably" of the speaker'),
  outlets: z.array(outsideText),
  wordingCount: z.number(),
})

/** An utterance's earliest wording; undefined if it can't be cited. */
export function utteranceOf(
  { wordings, outlets }: Utterance,
  cite: (citation: Utterance['wordings'][0]['citation']) => CitedWords | undefined,
): z.output<typeof utteranceView> | undefined {
  const [{ citation, kind, confidence, pattern }] = wordings
  const cited = cite(citation)
  return (
    cited && {
      ...cited,
      kind,
      isProbable: pattern !== 'label' && confidence < sureEnough,
      outlets: outlets.map(outside),
      wordingCount: wordings.length,
    }
  )
}
