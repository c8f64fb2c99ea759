import type { Amendment, Annotation, Mention, Sentence, Signal, TimeExpression, Topic } from './annotation.ts'
import type { StatedCommitment } from './commitment.ts'
import type { StatedFigure } from './figure.ts'
import type { Quote } from './quote.ts'

/**
 * The layers an analyzer may write, by name. An analyzer outside this file adds its own with
 * `declare module './layers.ts' { interface Layers { mine: Mine } }`.
 */
export interface Layers {
  sentences: Sentence
  mentions: Mention
  times: TimeExpression
  quotes: Quote
  topics: Topic
  figures: StatedFigure
  commitments: StatedCommitment
  signals: Signal
  amendments: Amendment
  [plugin: PluginLayer]: PluginFinding
}

export type LayerName = keyof Layers

/**
 * All findings of one kind in one document, with the analyzer and version that made them. The version is negative when that version failed
 * on this text: the layer is then empty.
 */
export type Layer<Name extends LayerName = LayerName> = {
  readonly by: Name
  readonly version: number
  readonly items: readonly Layers[Name][]
}

/** The layers of one document; those not yet computed are absent. */
export type Annotations = { readonly [Name in LayerName]?: Layer<Name> }

/** A finding of a plugin's analyzer: where in the text, and what, in a few words. */
export type PluginFinding = Annotation & { readonly label: string }

/** The name of such an analyzer's layer. */
export type PluginLayer = `plugin:${string}`
