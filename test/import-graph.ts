import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** An import as a file writes it. `isType`: erased when types are stripped, so that it is never loaded; `isLater`: loaded when that is run. */
export type Import = {
  readonly specifier: string
  readonly isType: boolean
  readonly isLater: boolean
  readonly line: number
}

const fixed = /^[ \t]*(import|export)\b(\s+type\b)?(?:[\w*$\s{},]*?\bfrom)?\s*'([^'\n]+)'/gm
const dynamic = /\b(typeof )?import\('([^'\n]+)'\)/g
const comments = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm

/** What the source of a file imports: static imports and exports from elsewhere, and `import('…')` with a fixed path. */
export function importsOf(source: string): readonly Import[] {
  const code = source.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '))
  const lineAt = (index: number) => code.slice(0, index).split('\n').length
  return [
    ...[...code.matchAll(fixed)].map(({ 0: text, 2: type, 3: specifier = '', index }) => ({
      specifier,
      isType: type !== undefined,
      isLater: false,
      line: lineAt(index + text.length),
    })),
    ...[...code.matchAll(dynamic)].map(({ 1: type, 2: specifier = '', index }) => ({
      specifier,
      isType: type !== undefined,
      isLater: true,
      line: lineAt(index),
    })),
  ]
}

/** The path from the root of the repository of what a file imports; undefined for a package or a module of Node. */
export function fileOf(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined
}

/** Every script of the repository with its source, by its path from the root; fixtures and packages apart. */
export function readSources(
  patterns: readonly string[] = ['{src,test,lab,deploy/release,docs/examples}/**/*.{ts,js}'],
): ReadonlyMap<string, string> {
  const files = globSync(patterns).filter((file) => !/(^|\/)(node_modules|fixtures|dist)\//.test(file))
  return new Map(files.toSorted().map((file) => [file, readFileSync(file, 'utf8')]))
}

/** Files that load each other in a circle, each circle once, as its files in order. Types are erased and make none. */
export function importCycles(sources: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const loads = new Map<string, readonly string[]>()
  for (const [file, source] of sources)
    loads.set(
      file,
      importsOf(source)
        .filter(({ isType }) => !isType)
        .flatMap(({ specifier }) => fileOf(file, specifier) ?? [])
        .filter((other) => sources.has(other)),
    )
  const cycles: (readonly string[])[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    const at = path.indexOf(file)
    if (at >= 0) cycles.push(path.slice(at))
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const other of loads.get(file) ?? []) visit(other)
    path.pop()
    done.add(file)
  }
  for (const file of loads.keys()) visit(file)
  return cycles
}

/** The packages that a file loads with all it imports, before any of it is run. */
export function packagesLoadedBy(first: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const packages = new Set<string>()
  const files = new Set([first])
  for (const file of files)
    for (const { specifier } of importsOf(sources.get(file) ?? '').filter(
      ({ isType, isLater }) => !isType && !isLater,
    )) {
      const other = fileOf(file, specifier)
      if (other !== undefined) files.add(other)
      else if (!specifier.startsWith('node:')) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)
    }
  return [...packages].toSorted()
}
