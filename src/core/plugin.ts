import type { Document } from './document.ts'
import type { LayerName, Layers } from './layers.ts'
import type { PluginFinding, PluginLayer } from './reading/plugin-finding.ts'

/** The layers that a plugin may read. */
export type OwnLayer = Exclude<LayerName, PluginLayer>

/**
 * An analyzer of a plugin: what it finds is kept as the layer `plugin:<name>` of each article and shown beside it. Pure: the same
 * text, the same findings.
 */
export type AnalyzerPlugin = {
  readonly kind: 'analyzer'
  /** Small letters, digits and hyphens; also what it is called on the page. */
  readonly name: string
  /** Raise it when the same text would get other findings: kept articles are then read again. */
  readonly version: number
  readonly requires: readonly OwnLayer[]
  run(
    doc: Document,
    layers: { readonly [Name in OwnLayer]?: readonly Layers[Name][] },
  ): readonly Pick<PluginFinding, 'span' | 'label'>[]
}

/** What a provider is asked: our instructions, and text from outside between marks that it cannot end. */
export type ProviderRequest = {
  readonly instructions: string
  readonly prompt: string
  /** Most tokens it may write. */
  readonly maxTokens: number
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal
}

/** A language model of a plugin, chosen by the address `plugin:<name>`. What it writes is checked as any model's. */
export type ProviderPlugin = {
  readonly kind: 'provider'
  readonly name: string
  /** The text it writes; may reject. `model` is the name the owner set. */
  complete(request: ProviderRequest, model: string): Promise<string>
  /** Vectors of texts, all of one length; absent: it makes none. */
  embed?(texts: readonly string[], model: string, signal: AbortSignal): Promise<readonly (readonly number[])[]>
}

/** The name of the provider that an address names; undefined for an address of a server. */
export function providerNamed(address: string): string | undefined {
  return /^plugin:([a-z][a-z0-9-]{0,39})$/.exec(address)?.[1]
}
