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
