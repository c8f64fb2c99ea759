import type { Annotation } from '../annotation.ts'

/** A finding of a plugin's analyzer: where in the text, and what, in a few words. */
export type PluginFinding = Annotation & { readonly label: string }

/** The name of such an analyzer's layer. */
export type PluginLayer = `plugin:${string}`
