import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { PluginLayer } from '../core/layers.ts'
import type { AnalyzerPlugin, ProviderPlugin } from '../core/plugin.ts'
import { whyNotOpened } from '../core/text/regular-file.ts'
import type { Exporter } from '../export/exporter.ts'
import type { InstalledPlugins, PluginExporter } from '../operations/admin/plugins.ts'
import { createPluginThread, type PluginRun } from '../pipeline/analysis/plugin-thread.ts'
import type { PluginDescription } from '../pipeline/analysis/plugin-worker.ts'
import { importPlugin } from '../pipeline/imports/import-plugin.ts'
import type { Log } from '../pipeline/pipeline-context.ts'

/** A plugin's export format for stories. */
export type ExporterPlugin = Exporter & { readonly kind: 'exporter' }

/** What one file of the folder exports as `plugin`. */
export type Plugin = AnalyzerPlugin | ProviderPlugin | ExporterPlugin

/** The loaded plugins, and each file that was left out, with the reason. */
export type Plugins = InstalledPlugins & {
  readonly analyzers: readonly { readonly file: string; readonly name: string; readonly version: number }[]
  readonly providers: readonly ProviderPlugin[]
  close(): Promise<void>
}

/** How long a file may take to load, and a story to be exported, in milliseconds. */
export type PluginLimits = { readonly loadMs?: number; readonly renderMs?: number }

/** Long for a program, short for a person waiting for the server to start. */
const usualLoadMs = 10_000
const usualRenderMs = 20_000

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens')
const callable = z.custom<(...given: never[]) => unknown>((given) => typeof given === 'function', 'a function')

/** The schema of a plugin, given the `layers` of our own analyzers and the `formats` of our own exporters. */
const formWith = (layers: readonly string[], formats: readonly string[]) =>
  z.discriminatedUnion('kind', [
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
        .refine((extension) => !formats.includes(extension), 'not one that stories have already'),
      render: callable,
    }),
  ])

/**
 * Loads the plugins of a folder, one from each `.ts` or `.js` file. A file that cannot be loaded, or not in time, is left out and named
 * with the reason; the others are loaded. Each is first loaded in a thread, which can be terminated; analyzers and exporters run only
 * there. A missing folder has none.
 */
export async function loadPlugins(folder: string, limits: PluginLimits = {}): Promise<Plugins> {
  const { loadMs = usualLoadMs, renderMs = usualRenderMs } = limits
  const loaded: { readonly file: string; readonly plugin: Plugin }[] = []
  const leftOut: { readonly file: string; readonly why: string }[] = []
  const files = await filesOf(folder)
  // Most servers have none, and need no analyzer to start.
  const form = files.length > 0 ? await pluginForm() : undefined
  const reads = form
    ? await Promise.all(files.map(async (file) => ({ file, read: await load(file, form, loadMs) })))
    : []
  for (const { file, read } of reads) {
    const taken = loaded.find(({ plugin }) => 'plugin' in read && keyOf(plugin) === keyOf(read.plugin))
    if ('why' in read) leftOut.push({ file, why: read.why })
    else if (taken) leftOut.push({ file, why: `${basename(taken.file)} has the same name` })
    else loaded.push({ file, plugin: read.plugin })
  }
  const thread = createPluginThread({ deadlineMs: renderMs })
  const exporterOf = (file: string, { name, mediaType, extension }: ExporterPlugin): PluginExporter => ({
    ...{ name, mediaType, extension },
    async render(...given) {
      const run = await thread.ask({ kind: 'render', file, given })
      if (run.kind === 'done') return String(run.result)
      throw new Error(`The plugin ${name} (${file}) wrote nothing: ${whyNot(run)}`)
    },
  })
  return {
    loaded: loaded.map(({ file, plugin: { kind, name } }) => ({ file, kind, name })),
    leftOut,
    analyzers: loaded.flatMap(({ file, plugin }) =>
      plugin.kind === 'analyzer' ? [{ file, name: plugin.name, version: plugin.version }] : [],
    ),
    providers: loaded.flatMap(({ plugin }) => (plugin.kind === 'provider' ? [plugin] : [])),
    exporters: loaded.flatMap(({ file, plugin }) => (plugin.kind === 'exporter' ? [exporterOf(file, plugin)] : [])),
    close: () => thread.close(),
  }
}

/** The version of each layer that analyzers of plugins make. */
export function pluginVersions({ analyzers }: Plugins): Readonly<Record<PluginLayer, number>> {
  return Object.fromEntries(analyzers.map(({ name, version }) => [`plugin:${name}`, version]))
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

async function pluginForm(): Promise<Form> {
  const { all } = await import('../analyze/all.ts')
  const { storyFormats } = await import('../operations/stories/export-story.ts')
  return formWith(
    all.map(({ assigns }) => assigns),
    storyFormats,
  )
}

type Form = ReturnType<typeof formWith>
type Load = { readonly plugin: Plugin } | { readonly why: string }

async function load(file: string, form: Form, loadMs: number): Promise<Load> {
  // A thread that waits for a pipe cannot be terminated, nor can the server then.
  const closed = whyNotOpened(await stat(file).catch(() => undefined))
  if (closed) return { why: `it ${closed}` }
  const thread = createPluginThread({ deadlineMs: loadMs })
  const run = await thread.ask({ kind: 'look', file })
  await thread.close()
  if (run.kind !== 'done') return { why: whyNot(run) }
  const look = run.result as PluginDescription | undefined
  const read = readPlugin(
    look && { ...look.fields, ...Object.fromEntries(look.functions.map((name) => [name, () => {}])) },
  )
  if ('why' in read || read.plugin.kind !== 'provider') return read
  // A model provider runs in this thread, so it is loaded here as well, now that it is known to load.
  const { promise: over, resolve } = Promise.withResolvers<Load>()
  const timer = setTimeout(() => resolve({ why: whyNot({ kind: 'too-slow', afterMs: loadMs }) }), loadMs)
  const here = importPlugin(file).then(readPlugin, (error: unknown) => ({ why: String(error) }))
  return Promise.race([here, over]).finally(() => clearTimeout(timer))

  function readPlugin(given: unknown): Load {
    if (given === undefined) return { why: 'it doesn’t export “plugin”' }
    const parsed = form.safeParse(given)
    return parsed.success ? { plugin: given as Plugin } : { why: z.prettifyError(parsed.error).replace(/\s+/g, ' ') }
  }
}

function whyNot(run: Exclude<PluginRun, { kind: 'done' }>): string {
  return run.kind === 'too-slow' ? `it was not ready after ${run.afterMs / 1000} s` : run.error
}

function keyOf(plugin: Plugin): string {
  return `${plugin.kind} ${plugin.kind === 'exporter' ? plugin.extension : plugin.name}`
}

/**
 * Keeps the process alive when one of these files throws later, outside any call: it is logged. Errors of any other code end the process as
 * usual. Returns the function that stops this. No code of ours is on the stack of such a call, so none of ours is interrupted.
 */
export function outlivePlugins(files: readonly string[], log: Log): () => void {
  if (files.length === 0) return () => {}
  const hold = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const file = files.find((each) => stack.includes(pathToFileURL(each).href) || stack.includes(each))
    if (file !== undefined) return log('plugin-failed', { file, fault: stack.split('\n', 1)[0] ?? '' })
    process.stderr.write(`${stack}\n`)
    process.exit(1)
  }
  process.on('uncaughtException', hold)
  return () => process.off('uncaughtException', hold)
}
