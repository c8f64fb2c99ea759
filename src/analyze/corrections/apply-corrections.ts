import type { Correction } from '../../core/correction.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { followGiven } from '../annotate.ts'
import { correctGiven } from './correct-given.ts'

/**
 * The layers of a document as a person corrected them; the given ones are not touched. A layer that was not computed stays
 * absent; what is read from names and quotations (promises, denials) follows. Of several corrections of one place the latest counts. Pure; applied twice it is the same as once.
 */
export function applyCorrections(
  doc: Document,
  annotations: Annotations,
  corrections: readonly Correction[],
): Annotations {
  const corrected = correctGiven(doc, annotations, corrections)
  return corrected === annotations ? annotations : followGiven(doc, corrected, ['mentions', 'quotes'])
}
