import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import type { AnalyzerPlugin } from '../../core/plugin.ts'
import { importPlugin } from '../imports/import-plugin.ts'
import { answerRequests } from '../thread-answers.ts'
import { type PluginFindings, runPlugins } from './run-plugins.ts'

/** What the plugin thread can do: describe a file's plugin, run analyzers on a text, or export a story. */
export type PluginRequest =
  | { readonly kind: 'look'; readonly file: string }
  | {
      readonly kind: 'analyze'
      readonly files: readonly string[]
      readonly document: Document
      readonly annotations: Annotations
    }
  | { readonly kind: 'render'; readonly file: string; readonly given: readonly unknown[] }

/** A plugin in a file: its fields that aren't functions, and the names of those that are. */
export type PluginDescription = {
  readonly fields: Readonly<Record<string, unknown>>
  readonly functions: readonly string[]
}

answerRequests(done)

async function done(work: PluginRequest): Promise<PluginDescription | PluginFindings | string | undefined> {
  switch (work.kind) {
    case 'look':
      return describePlugin(await importPlugin(work.file))
    case 'analyze':
      return runPlugins(
        work.document,
        work.annotations,
        (await Promise.all(work.files.map(importPlugin))) as readonly AnalyzerPlugin[],
      )
    case 'render': {
      const plugin = (await importPlugin(work.file)) as { render(...given: readonly unknown[]): unknown }
      const text = await plugin.render(...work.given)
      if (typeof text !== 'string') throw new TypeError('it renders no text')
      return text
    }
  }
}

function describePlugin(plugin: unknown): PluginDescription | undefined {
  if (plugin === undefined) return undefined
  const all = Object.entries(plugin ?? {})
  return {
    fields: Object.fromEntries(all.filter(([, value]) => typeof value !== 'function')),
    functions: all.filter(([, value]) => typeof value === 'function').map(([name]) => name),
  }
}
