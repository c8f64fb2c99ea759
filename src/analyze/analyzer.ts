import type { Document } from '../core/document.ts'
import type { LayerName, Layers } from '../core/layers.ts'

/** The items of each named layer, as an analyzer receives them. */
export type LayerItems<Names extends LayerName> = { readonly [Name in Names]: readonly Layers[Name][] }

/** One step of analysis: reads a document and the layers it requires, returns the items of the layer it assigns. */
export type Analyzer<Assigns extends LayerName, Requires extends LayerName> = {
  readonly assigns: Assigns
  readonly requires: readonly Requires[]
  /** Raise it when the same text would get other findings: the layer and those that need it are then made again. */
  readonly version: number
  run(doc: Document, layers: LayerItems<Requires>): readonly Layers[Assigns][]
}

/** Any analyzer, as a list holds it. */
export type AnyAnalyzer = {
  readonly assigns: LayerName
  readonly requires: readonly LayerName[]
  readonly version: number
  run(doc: Document, layers: LayerItems<LayerName>): readonly Layers[LayerName][]
}

/** Makes an analyzer; a layer nobody declared, or one used but not required, does not compile. */
export function defineAnalyzer<Assigns extends LayerName, const Requires extends readonly LayerName[]>(analyzer: {
  readonly assigns: Assigns
  readonly requires: Requires
  readonly version: number
  run(doc: Document, layers: LayerItems<Requires[number]>): readonly Layers[Assigns][]
}): Analyzer<Assigns, Requires[number]> {
  return analyzer
}

/** The same list, when every analyzer comes after all it requires; else throws and names the one that does not. */
export function inOrder(analyzers: readonly AnyAnalyzer[]): readonly AnyAnalyzer[] {
  const all = new Set(analyzers.map((analyzer) => analyzer.assigns))
  const done = new Set<LayerName>()
  for (const { assigns, requires } of analyzers) {
    if (done.has(assigns)) throw new Error(`Two analyzers assign "${assigns}": keep one of them in the list`)
    for (const need of requires) {
      if (done.has(need)) continue
      if (all.has(need)) throw new Error(`Analyzer "${assigns}" runs before ${need}: move "${need}" above it`)
      throw new Error(`Analyzer "${assigns}" requires ${need}, which no analyzer in the list assigns: add one`)
    }
    done.add(assigns)
  }
  return analyzers
}
