import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import type { PluginLayer } from '../core/plugin-finding.ts'
import type { Log } from './pipeline-context.ts'
import type { PluginsRun } from './run-plugins.ts'

/** The analyzers that are plugins: their files, and the version of the layer of each. */
export type PoolPlugins = {
  readonly files: readonly string[]
  readonly versions: Readonly<Record<PluginLayer, number>>
  readonly log: Log
}

type Run = { readonly kind: 'done'; readonly result: unknown } | { readonly kind: 'too-slow' | 'failed' }

/** So often plugins may take too long, or end their thread, before no more is asked of them until the next start. */
const mostStrikes = 3

/**
 * Puts the layers of plugins beside those of a text that was read. Whatever a plugin does, the text keeps its own layers; `ask` runs
 * them in a thread with a deadline.
 */
export function pluginLayers(
  { files, versions, log }: PoolPlugins,
  ask: (document: Document, annotations: Annotations) => Promise<Run>,
) {
  let strikes = 0
  const isGivenUp = () => files.length === 0 || strikes >= mostStrikes
  return {
    /** The versions of the layers that are made now; none once plugins were given up. */
    versions: (): Readonly<Record<string, number>> => (isGivenUp() ? {} : versions),
    async beside(document: Document, annotations: Annotations): Promise<Annotations> {
      if (isGivenUp()) return annotations
      const run = await ask(document, annotations)
      if (run.kind === 'done') {
        const { layers, faults } = run.result as PluginsRun
        for (const { plugin, fault } of faults) log('plugin-failed', { plugin, document: document.id, fault })
        return { ...annotations, ...layers }
      }
      strikes += 1
      log('plugins-not-run', { document: document.id, why: run.kind, isGivenUp: isGivenUp(), files: files.join(' ') })
      return annotations
    },
  }
}
