import type { Document } from '../core/document.ts'
import type { Annotations, Layer, LayerName, Layers } from '../core/layers.ts'
import { all } from './all.ts'
import { type AnyAnalyzer, inOrder, type LayerItems } from './analyzer.ts'

/** An analyzer that threw: its layer, and the error with its stack. */
export type AnalyzerFault = { readonly layer: LayerName; readonly error: string }

/**
 * Runs the analyzers over a document, each seeing the layers of those before it. Pure: same document, same layers. An analyzer that throws
 * leaves an empty layer of a negative version, and is added to `faults`; without them, it throws.
 */
export function annotate(
  doc: Document,
  analyzers: readonly AnyAnalyzer[] = all,
  faults?: AnalyzerFault[],
): Annotations {
  const items: { [Name in LayerName]?: readonly Layers[LayerName][] } = {}
  const layers: { [Name in LayerName]?: Layer } = {}
  for (const { assigns, version, run } of inOrder(analyzers)) {
    try {
      items[assigns] = run(doc, items as LayerItems<LayerName>)
      layers[assigns] = { by: assigns, version, items: items[assigns] }
    } catch (error) {
      if (!faults) throw error
      items[assigns] = []
      layers[assigns] = { by: assigns, version: -version, items: [] }
      faults.push({ layer: assigns, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  return layers as Annotations
}

/**
 * The layers that are read from the `given` ones made again, for layers a person corrected: the given ones stay as they are, and
 * so do those that do not depend on them. A layer that is absent stays absent.
 */
export function followGiven(doc: Document, layers: Annotations, given: readonly LayerName[]): Annotations {
  const changed = new Set(given)
  const result: { [Name in LayerName]?: Layer } = { ...layers }
  for (const { assigns, requires, run } of inOrder(all)) {
    const before = result[assigns]
    if (!before || given.includes(assigns) || !requires.some((need) => changed.has(need))) continue
    changed.add(assigns)
    const items = Object.fromEntries(requires.map((need) => [need, result[need]?.items ?? []]))
    result[assigns] = { ...before, items: run(doc, items as LayerItems<LayerName>) }
  }
  return result as Annotations
}
