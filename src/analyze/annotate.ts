import type { Document } from '../core/document.ts'
import type { Annotations, Layer, LayerName, Layers } from '../core/layers.ts'
import { all } from './all.ts'
import { type AnyAnalyzer, inOrder, type LayerItems } from './analyzer.ts'

/** Runs the analyzers over a document, each seeing the layers of those before it. Pure: same document, same layers. */
export function annotate(doc: Document, analyzers: readonly AnyAnalyzer[] = all): Annotations {
  const items: { [Name in LayerName]?: readonly Layers[LayerName][] } = {}
  const layers: { [Name in LayerName]?: Layer } = {}
  for (const { assigns, version, run } of inOrder(analyzers)) {
    const found = run(doc, items as LayerItems<LayerName>)
    items[assigns] = found
    layers[assigns] = { by: assigns, version, items: found }
  }
  return layers as Annotations
}

/**
 * A document's layers brought up to date: those missing or made by an older version of their analyzer are made anew, with those
 * that are read from them; the others are kept as they are. The same object when nothing is out of date.
 */
export function renewLayers(doc: Document, known: Annotations, analyzers: readonly AnyAnalyzer[] = all): Annotations {
  const items: { [Name in LayerName]?: readonly Layers[LayerName][] } = {}
  const layers: { [Name in LayerName]?: Layer } = {}
  const made = new Set<LayerName>()
  for (const { assigns, version, requires, run } of inOrder(analyzers)) {
    const before = known[assigns]
    const isCurrent = before !== undefined && before.version >= version && !requires.some((need) => made.has(need))
    if (!isCurrent) made.add(assigns)
    const found = isCurrent ? before.items : run(doc, items as LayerItems<LayerName>)
    items[assigns] = found
    layers[assigns] = isCurrent ? before : { by: assigns, version, items: found }
  }
  return made.size === 0 ? known : (layers as Annotations)
}
