import type { Correction } from '../../core/correction.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'

/**
 * What `applyCorrections` answers. The analyzers, with their word lists, are loaded with the first correction there is: a process that
 * reads no articles holds 15 MB less without them.
 */
export async function correctedLayers(
  doc: Document,
  annotations: Annotations,
  corrections: readonly Correction[],
): Promise<Annotations> {
  if (corrections.length === 0) return annotations
  const { applyCorrections } = await import('./apply-corrections.ts')
  return applyCorrections(doc, annotations, corrections)
}
