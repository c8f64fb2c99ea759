import type { Exporter } from '../../export/exporter.ts'

/** An exporter that runs elsewhere: what it writes comes later. Rejects when it wrote nothing, with why. */
export type ExporterElsewhere = Omit<Exporter, 'render'> & {
  render(...given: Parameters<Exporter['render']>): Promise<string>
}

/** The plugins of the house: those that were loaded, and those that were left out, each with its file. */
export type HousePlugins = {
  readonly loaded: readonly { readonly file: string; readonly kind: string; readonly name: string }[]
  readonly leftOut: readonly { readonly file: string; readonly why: string }[]
  /** Forms that stories leave in beside our own. */
  readonly exporters: readonly ExporterElsewhere[]
}
