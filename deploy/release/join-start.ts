import { basename } from 'node:path'
import { type BuildResult, build } from 'esbuild'

/** Files of a program by name, each with its code. */
export type Packed = ReadonlyMap<string, string>
type Split = BuildResult<{ metafile: true; write: false }>

/** How one packed file names what it takes from another. */
const taken = /^import (?:\{([^}]*)\} from )?"\.\/([\w.-]+\.js)";$/gm

/**
 * What a program has loaded by its first answer in one file, and in another what it loads right after: esbuild splits it into a hundred, by
 * who else might load each, and Node needs some tenths of a millisecond to find, read and join each. `first` is loaded before; each of
 * `turns` begins with what is loaded when it is needed, and has what it loads that no turn before has. A file has the name of that first
 * source; the others take from it what they took from its parts.
 */
export async function joinStart(
  { outputFiles, metafile }: Split,
  { first, turns }: { readonly first: string; readonly turns: readonly (readonly [string, ...string[]])[] },
): Promise<Packed> {
  const code = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const fileOf = (source: string) => {
    const found = [...outputs].find(([, { entryPoint }]) => entryPoint === source)
    if (!found) throw new Error(`${source} is no file of its own in what was packed`)
    return found[0]
  }
  // What is loaded before the cache of compiled code is open stays apart.
  const before = closure([fileOf(first)])
  /** Where a part is now, and what its names begin with there. */
  const places = new Map<string, { readonly joined: string; readonly prefix: string }>()
  const joinedParts = new Map<string, readonly string[]>()
  for (const sources of turns) {
    const entries = sources.map(fileOf)
    const parts = [...closure(entries)].filter((name) => !before.has(name) && !places.has(name))
    const joined = entries[0]!
    joinedParts.set(joined, parts)
    for (const [index, name] of parts.entries())
      places.set(name, { joined, prefix: name === joined ? '' : `$${index}` })
  }
  const files = new Map<string, string>()
  for (const [joined, parts] of joinedParts) {
    const lists = parts.map((part) => {
      const names = (outputs.get(part)?.exports ?? []).map((name) => `${name} as ${whole(part, name)}`)
      return `export {${names.join()}} from "./${part}"`
    })
    files.set(joined, await joinedCode(joined, [`import "./${joined}"`, ...lists].join('\n')))
  }
  for (const [name, text] of code) if (!places.has(name)) files.set(name, retaken(text))
  // What is asked for by name while the program runs, too, is there still.
  for (const [name, { entryPoint, exports }] of outputs) {
    const place = places.get(name)
    if (place && name !== place.joined && entryPoint !== undefined)
      files.set(
        name,
        `export {${exports.map((each) => `${whole(name, each)} as ${each}`).join()}} from "./${place.joined}"\n`,
      )
  }
  return files

  function whole(part: string, name: string): string {
    return `${places.get(part)?.prefix ?? ''}${name}`
  }

  function closure(names: readonly string[], found = new Set<string>()): ReadonlySet<string> {
    for (const name of names) {
      if (found.has(name)) continue
      found.add(name)
      const imports = outputs.get(name)?.imports ?? []
      closure(
        imports
          .filter(({ kind, external }) => kind === 'import-statement' && !external)
          .map(({ path }) => basename(path)),
        found,
      )
    }
    return found
  }

  /** Code that takes from joined files what it took from their parts; but within `joined`, where they are. */
  function retaken(text: string, joined?: string): string {
    return text.replace(taken, (line: string, names: string | undefined, from: string) => {
      const place = places.get(from)
      return place === undefined || place.joined === joined ? line : retake(names, from, place.joined)
    })
  }

  function retake(names: string | undefined, from: string, joined: string): string {
    if (names === undefined) return `import "./${joined}";`
    const each = names.split(',').flatMap((name) => {
      const [given = '', called = given] = name.trim().split(' as ')
      return given === '' ? [] : [`${whole(from, given)} as ${called}`]
    })
    return `import {${each.join()}} from "./${joined}";`
  }

  async function joinedCode(joined: string, contents: string): Promise<string> {
    const { outputFiles: made } = await build({
      stdin: { contents },
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      charset: 'ascii',
      legalComments: 'inline',
      logLevel: 'warning',
      plugins: [
        {
          name: 'parts',
          setup(building) {
            building.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
              const name = basename(path)
              const isPart = places.get(name)?.joined === joined && kind === 'import-statement'
              return isPart ? { path: name, namespace: 'part' } : { path, external: true }
            })
            building.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
              contents: retaken(code.get(path) ?? '', joined),
            }))
          },
        },
      ],
    })
    return made[0]?.text ?? ''
  }
}
