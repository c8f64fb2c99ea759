import { sureEnough } from '../core/quote.ts'
import type { Utterance } from '../core/story.ts'
import type { CitedWords } from './cited.ts'
import { outsideAll } from './outside.ts'

/** An utterance's earliest wording; undefined if it can't be cited. */
export function utteranceOf(
  { wordings, outlets }: Utterance,
  cite: (citation: Utterance['wordings'][0]['citation']) => CitedWords | undefined,
) {
  const [{ citation, kind, confidence, pattern }] = wordings
  const cited = cite(citation)
  return (
    cited && {
      ...cited,
      kind,
      ...(pattern !== 'label' && confidence < sureEnough && { isProbable: true }),
      ...outsideAll(
        'alsoIn',
        outlets.filter((outlet) => outlet !== cited.outlet.untrusted),
      ),
    }
  )
}
