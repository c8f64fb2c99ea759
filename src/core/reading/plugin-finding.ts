import type { Annotation } from '../annotation.ts'

/** What an analyzer of a plugin found: where in the text it stands, and what it is, in a few words. */
export type PluginFinding = Annotation & { readonly label: string }

/** The layer of such an analyzer, by its name. */
export type PluginLayer = `plugin:${string}`
