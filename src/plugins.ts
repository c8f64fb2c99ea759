import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { all } from './analyze/all.ts'
import type { AnalyzerPlugin, ProviderPlugin } from './core/plugin.ts'
import type { PluginLayer } from './core/plugin-finding.ts'
import type { Exporter } from './export/exporter.ts'
import { storyFormats } from './operations/export-story.ts'
import type { HousePlugins } from './operations/plugins.ts'
import { importPlugin } from './pipeline/import-plugin.ts'

/** A form that stories leave in, of a plugin. */
export type ExporterPlugin = Exporter & { readonly kind: 'exporter' }

/** What one file of the folder holds as its `plugin`. */
export type Plugin = AnalyzerPlugin | ProviderPlugin | ExporterPlugin

/** The plugins of a house: each file that was loaded, and each that was left out, with why. */
export type Plugins = HousePlugins & {
  readonly analyzers: readonly { readonly file: string; readonly plugin: AnalyzerPlugin }[]
  readonly providers: readonly ProviderPlugin[]
  readonly exporters: readonly ExporterPlugin[]
}

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens')
const callable = z.custom<(...given: never[]) => unknown>((given) => typeof given === 'function', 'a function')
const layers: readonly string[] = all.map(({ assigns }) => assigns)

const form = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('analyzer'),
    name,
    version: z.number().int().min(1),
    requires: z.array(z.string().refine((layer) => layers.includes(layer), `one of ${layers.join(', ')}`)),
    run: callable,
  }),
  z.object({ kind: z.literal('provider'), name, complete: callable, embed: callable.optional() }),
  z.object({
    kind: z.literal('exporter'),
    name: z.string().trim().min(1).max(60),
    mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w-]+)*$/, 'a media type'),
    extension: z
      .string()
      .regex(/^[a-z0-9]{1,12}$/, 'up to twelve small letters and digits')
      .refine((extension) => !storyFormats.includes(extension), 'not one that stories have already'),
    render: callable,
  }),
])

/**
 * Loads the plugins of a folder, one from each `.ts` or `.js` file. A file that cannot be loaded is left out and named with why;
 * the others are loaded, and nothing else of the house changes. A folder that is not there has none.
 */
export async function loadPlugins(folder: string): Promise<Plugins> {
  const loaded: { file: string; plugin: Plugin }[] = []
  const leftOut: { file: string; why: string }[] = []
  for (const file of await filesOf(folder)) {
    const read = await load(file)
    const taken = loaded.find(({ plugin }) => 'plugin' in read && keyOf(plugin) === keyOf(read.plugin))
    if ('why' in read) leftOut.push({ file, why: read.why })
    else if (taken) leftOut.push({ file, why: `${basename(taken.file)} is called the same` })
    else loaded.push({ file, plugin: read.plugin })
  }
  return {
    loaded: loaded.map(({ file, plugin: { kind, name } }) => ({ file, kind, name })),
    leftOut,
    analyzers: loaded.flatMap(({ file, plugin }) => (plugin.kind === 'analyzer' ? [{ file, plugin }] : [])),
    providers: loaded.flatMap(({ plugin }) => (plugin.kind === 'provider' ? [plugin] : [])),
    exporters: loaded.flatMap(({ plugin }) => (plugin.kind === 'exporter' ? [plugin] : [])),
  }
}

/** The version of each layer that analyzers of plugins make. */
export function pluginVersions({ analyzers }: Plugins): Readonly<Record<PluginLayer, number>> {
  return Object.fromEntries(analyzers.map(({ plugin }) => [`plugin:${plugin.name}`, plugin.version]))
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
  return names
    .filter((file) => /^[^.].*\.[tj]s$/.test(file) && !/\.(?:d|test)\.[tj]s$/.test(file))
    .sort()
    .map((file) => resolve(join(folder, file)))
}

async function load(file: string): Promise<{ readonly plugin: Plugin } | { readonly why: string }> {
  let given: unknown
  try {
    given = await importPlugin(file)
  } catch (error) {
    return { why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
  if (given === undefined) return { why: 'it exports nothing called plugin' }
  const read = form.safeParse(given)
  return read.success ? { plugin: given as Plugin } : { why: z.prettifyError(read.error).replace(/\s+/g, ' ') }
}

function keyOf(plugin: Plugin): string {
  return `${plugin.kind} ${plugin.kind === 'exporter' ? plugin.extension : plugin.name}`
}
