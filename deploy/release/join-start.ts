import { basename } from 'node:path'
import { type BuildResult, build } from 'esbuild'

/** Files of a program by name, each with its code. */
export type Packed = ReadonlyMap<string, string>
type Split = BuildResult<{ metafile: true; write: false }>

/** How one packed file names what it takes from another. */
const taken = /^import (?:\{([^}]*)\} from )?"\.\/([\w.-]+\.js)";$/gm

/**
 * What a program has loaded by its first answer, in one file: esbuild splits it into a hundred, by who else might load each, and Node needs
 * some tenths of a millisecond to find, read and join each. `entry` is what `first` loads when it is needed, `also` what that loads at once.
 * The file has the name of the entry; the others take from it what they took from its parts.
 */
export async function joinStart(
  { outputFiles, metafile }: Split,
  { first, entry, also }: { readonly first: string; readonly entry: string; readonly also: readonly string[] },
): Promise<Packed> {
  const code = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const fileOf = (source: string) => {
    const found = [...outputs].find(([, { entryPoint }]) => entryPoint === source)
    if (!found) throw new Error(`${source} is no file of its own in what was packed`)
    return found[0]
  }
  const joined = fileOf(entry)
  // What is loaded before the cache of compiled code is open stays apart.
  const before = closure([fileOf(first)])
  const parts = [...closure([joined, ...also.map(fileOf)])].filter((name) => !before.has(name))
  const numbers = new Map(parts.map((name, index) => [name, `$${index}`]))
  const whole = (part: string, name: string) => (part === joined ? name : `${numbers.get(part)}${name}`)

  const lists = parts.map((part) => {
    const names = (outputs.get(part)?.exports ?? []).map((name) => `${name} as ${whole(part, name)}`)
    return `export {${names.join()}} from "./${part}"`
  })
  const files = new Map<string, string>([[joined, await joinedCode([`import "./${joined}"`, ...lists].join('\n'))]])
  for (const [name, text] of code) if (!numbers.has(name)) files.set(name, text.replace(taken, retake))
  // What is asked for by name while the program runs, too, is there still.
  for (const [name, { entryPoint, exports }] of outputs)
    if (numbers.has(name) && name !== joined && entryPoint !== undefined)
      files.set(
        name,
        `export {${exports.map((each) => `${whole(name, each)} as ${each}`).join()}} from "./${joined}"\n`,
      )
  return files

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

  function retake(line: string, names: string | undefined, from: string): string {
    if (!numbers.has(from)) return line
    if (names === undefined) return `import "./${joined}";`
    const each = names.split(',').flatMap((name) => {
      const [given = '', called = given] = name.trim().split(' as ')
      return given === '' ? [] : [`${whole(from, given)} as ${called}`]
    })
    return `import {${each.join()}} from "./${joined}";`
  }

  async function joinedCode(contents: string): Promise<string> {
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
              const isPart = numbers.has(name) && kind === 'import-statement'
              return isPart ? { path: name, namespace: 'part' } : { path, external: true }
            })
            building.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: code.get(path) ?? '' }))
          },
        },
      ],
    })
    return made[0]?.text ?? ''
  }
}
