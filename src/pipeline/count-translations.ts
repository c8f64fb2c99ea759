import type { ClaimCheck } from '../core/claim.ts'
import type { ClaimCounts } from '../core/model.ts'
import type { Rendering, TranslationFlaw } from '../core/translation.ts'

/** Under which check of claims each flaw is counted in the ledger of the model. */
const counted: Readonly<Record<TranslationFlaw, ClaimCheck>> = {
  missing: 'form',
  form: 'form',
  number: 'number',
  unit: 'unit',
  name: 'name',
  negation: 'negation',
  length: 'support',
  same: 'support',
  language: 'support',
}

/** How many translated sentences passed their check, and how many each check kept out. */
export function countTranslations(renderings: readonly Rendering[]): ClaimCounts {
  const dropped: Partial<Record<ClaimCheck, number>> = {}
  let kept = 0
  for (const rendering of renderings) {
    if (rendering.state === 'failed check') {
      const check = counted[rendering.flaw]
      dropped[check] = (dropped[check] ?? 0) + 1
    } else if (rendering.state !== 'kept') kept++
  }
  return { kept, dropped }
}
