/** The client scripts by name, each with its text. */
type Scripts = ReadonlyMap<string, string>

const importLine = /^import (?:\{([^}]*)\} from )?'\.\/([\w-]+\.js)'$/gm
const laterImport = /\bimport\('\.\/([\w-]+\.js)'\)/g
const exportWord = /^export ((?:async )?function|const|class) (\w+)/gm

/**
 * Bundles modules into one script, so that a page requests one file: each becomes a function that returns its exports, in the order in
 * which `first` and its imports need them. Supports only what our own files use: `import './a.js'`, `import { b } from './a.js'` on one
 * line, and `export` before a function, constant or class. A dynamic import (`import('./a.js')`) becomes a bundle of its own with all it
 * needs. Throws for anything else, for a cycle and for a file nobody imports: these are our mistakes, seen at start.
 */
export function joinScripts(scripts: Scripts, first: string): ReadonlyMap<string, string> {
  const made = new Map<string, string>()
  const used = new Set<string>()
  const waiting = [first]
  for (const entry of waiting) {
    const { text, names } = joinedFrom(scripts, entry)
    made.set(entry, text)
    for (const name of names) used.add(name)
    for (const [, later = ''] of text.matchAll(laterImport)) if (!waiting.includes(later)) waiting.push(later)
  }
  for (const name of scripts.keys())
    if (!used.has(name)) throw new Error(`No island imports ${name}: name it in ${first}, or take it out`)
  return made
}

function joinedFrom(scripts: Scripts, first: string): { readonly text: string; readonly names: Iterable<string> } {
  const joined: string[] = []
  const done = new Map<string, 'begun' | 'whole'>()
  // Exports are numbered: names would be sent with every page.
  const variables = new Map<string, string>()
  add(first)
  return { text: joined.join('\n'), names: done.keys() }

  function add(name: string): void {
    if (done.get(name) === 'whole') return
    if (done.has(name)) throw new Error(`${name} imports itself, by way of others`)
    done.set(name, 'begun')
    const source = scripts.get(name)
    if (source === undefined) throw new Error(`An island imports ${name}, which is not there`)
    const taken: string[] = []
    for (const [, names, from = ''] of source.matchAll(importLine)) {
      add(from)
      if (names?.trim())
        taken.push(`const {${names.replace(/ as /g, ':').replace(/\s/g, '')}} = ${variables.get(from)}`)
    }
    const given = [...source.matchAll(exportWord)].map((match) => match[2])
    const body = withoutComments(source.replace(importLine, '').replace(exportWord, '$1 $2'))
    const odd = /^(?:import|export)\b(?!\().*/m.exec(body)
    if (odd) throw new Error(`${name} has a line that cannot be joined: ${odd[0]}`)
    variables.set(name, `$${variables.size}`)
    const hands = given.length > 0 ? `\nreturn {${given.join()}}` : ''
    const called = given.length > 0 ? `const ${variables.get(name)} = ` : ';'
    joined.push(`${called}(() => {\n${[...taken, body].join('\n')}${hands}\n})()`)
    done.set(name, 'whole')
  }
}

/** Without comments and indentation, which nobody reads there. None of our strings contains `/**`, or a line that begins with `//`. */
function withoutComments(source: string): string {
  return source
    .replace(/\/\*\*[\s\S]*?\*\/ ?/g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '')
    .trim()
}
