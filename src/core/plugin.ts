import type { Document } from './document.ts'
import type { LayerName, Layers, PluginFinding, PluginLayer } from './layers.ts'

export type OwnLayer = Exclude<LayerName, PluginLayer>

/**
 * An analyzer of a plugin. Its findings are stored as the layer `plugin:<name>` of each article and shown beside it. Pure: the
 * same text always gives the same findings.
 */
export type AnalyzerPlugin = {
  readonly kind: 'analyzer'
  /** Lowercase letters, digits and hyphens; also its name on the page. */
  readonly name: string
  /** Raise it when the same text would give other findings: stored articles are then read again. */
  readonly version: number
  readonly requires: readonly OwnLayer[]
  run(
    doc: Document,
    layers: { readonly [Name in OwnLayer]?: readonly Layers[Name][] },
  ): readonly Pick<PluginFinding, 'span' | 'label'>[]
}

/** A request to a provider: our instructions, and outside text between marks that it can't contain. */
export type ProviderRequest = {
  readonly instructions: string
  readonly prompt: string
  readonly maxTokens: number
  /** Aborts when the answer is no longer needed. */
  readonly signal: AbortSignal
}

/** A plugin's language model, selected by the address `plugin:<name>`. Its text is checked like any model's. */
export type ProviderPlugin = {
  readonly kind: 'provider'
  readonly name: string
  /** Returns the model's text; may reject. `model` is the name the owner set. */
  complete(request: ProviderRequest, model: string): Promise<string>
  /** Vectors of texts, all of one length. Absent if it makes none. */
  embed?(texts: readonly string[], model: string, signal: AbortSignal): Promise<readonly (readonly number[])[]>
}

/** The provider named by an address; undefined for the URL of a server. */
export function providerNamed(address: string): string | undefined {
  return /^plugin:([a-z][a-z0-9-]{0,39})$/.exec(address)?.[1]
}
