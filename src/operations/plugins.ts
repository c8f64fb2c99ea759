import type { Exporter } from '../export/exporter.ts'

/** The plugins of the house: those that were loaded, and those that were left out, each with its file. */
export type HousePlugins = {
  readonly loaded: readonly { readonly file: string; readonly kind: string; readonly name: string }[]
  readonly leftOut: readonly { readonly file: string; readonly why: string }[]
  /** Forms that stories leave in beside our own. */
  readonly exporters: readonly Exporter[]
}
