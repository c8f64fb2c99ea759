import type { Document } from '../../core/document.ts'
import type { Annotations, Layer, PluginFinding, PluginLayer } from '../../core/layers.ts'
import type { AnalyzerPlugin } from '../../core/plugin.ts'

export type PluginFindings = {
  readonly layers: Readonly<Record<PluginLayer, Layer<PluginLayer>>>
  readonly faults: readonly { readonly plugin: string; readonly fault: string }[]
}

/** Longest label, and the most findings of one plugin in one document. */
const longestLabel = 200
const maxFindings = 1000

/**
 * Runs analyzer plugins on a document that has its own layers. One that fails finds nothing and does not stop the others. Drops findings
 * outside the text or without a label.
 */
export function runPlugins(doc: Document, layers: Annotations, analyzers: readonly AnalyzerPlugin[]): PluginFindings {
  const found: Record<PluginLayer, Layer<PluginLayer>> = {}
  const faults: { plugin: string; fault: string }[] = []
  for (const analyzer of analyzers) {
    const { name, version, requires } = analyzer
    const by: PluginLayer = `plugin:${name}`
    let items: PluginFinding[] = []
    try {
      const given: unknown = analyzer.run(
        doc,
        Object.fromEntries(requires.map((layer) => [layer, layers[layer]?.items ?? []])),
      )
      const all = Array.isArray(given) ? given : []
      items = all.flatMap((each) => readFinding(each, doc) ?? []).slice(0, maxFindings)
      if (items.length < all.length || !Array.isArray(given))
        faults.push({ plugin: name, fault: `${all.length - items.length} findings could not be used` })
    } catch (error) {
      faults.push({ plugin: name, fault: error instanceof Error ? error.message : String(error) })
    }
    found[by] = { by, version, items: items.sort((a, b) => a.span.start - b.span.start) }
  }
  return { layers: found, faults }
}

function readFinding(given: unknown, { text }: Document): PluginFinding | undefined {
  const { span, label } = (given ?? {}) as {
    readonly span?: { start?: unknown; end?: unknown }
    readonly label?: unknown
  }
  const { start, end } = span ?? {}
  if (!Number.isInteger(start) || !Number.isInteger(end) || typeof label !== 'string') return undefined
  const [from, until] = [Number(start), Number(end)]
  if (from < 0 || from >= until || until > text.length || label.trim() === '') return undefined
  return { span: { start: from, end: until }, label: label.trim().slice(0, longestLabel) }
}
