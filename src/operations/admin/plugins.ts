import type { Exporter } from '../../export/exporter.ts'

/** An exporter in a plugin: its output is asynchronous. Rejects with the reason on failure. */
export type PluginExporter = Omit<Exporter, 'render'> & {
  render(...given: Parameters<Exporter['render']>): Promise<string>
}

/** The installed plugins: those loaded, and those rejected, each with its file. */
export type InstalledPlugins = {
  readonly loaded: readonly { readonly file: string; readonly kind: string; readonly name: string }[]
  readonly leftOut: readonly { readonly file: string; readonly why: string }[]
  /** Export formats beyond the built-in ones. */
  readonly exporters: readonly PluginExporter[]
}
