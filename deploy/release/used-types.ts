/** Types of modules by path, as the compiler writes them. */
export type TypeFiles = ReadonlyMap<string, string>

type Import = { readonly from: string; readonly name: string }
type Statement = {
  readonly text: string
  readonly code: string
  readonly name: string
  /** What it passes on: from another module, or something of its own where `from` is empty. */
  readonly passes?: Import
}
type Module = { readonly statements: readonly Statement[]; readonly imports: ReadonlyMap<string, Import> }

const begins = /^(?:export|declare|type|interface|import|class|abstract)\b/
const declared = /^(?:export )?(?:declare )?(?:abstract )?(?:type|interface|const|let|function|class)\s+([\w$]+)/
const comments = /^(?:\/\*\*|\/\/| \*)/
const listed = /^(import|export) (?:type )?\{([\s\S]*)\}(?: from ['"]([^'"]+)['"])?;?\s*$/
const inline = /\bimport\(['"]([^'"]+)['"]\)\.(\w+)/g

/**
 * Of the types of many modules those that one of them needs: each file with the declarations that are used, and with the imports these
 * need. Functions and types that nobody reaches would bring the libraries they are written with.
 * @param resolve the path of what a module names, or undefined where it's a library's
 */
export function usedTypes(
  files: TypeFiles,
  entry: string,
  resolve: (from: string, name: string) => string | undefined,
): TypeFiles {
  const modules = new Map([...files].map(([path, text]) => [path, moduleOf(text)]))
  const kept = new Map<string, Set<Statement>>()
  const needed = new Map<string, Map<string, Import>>()

  for (const statement of modules.get(entry)?.statements ?? []) keep(entry, statement)
  return new Map(
    [...modules].flatMap(([path, { statements }]) => {
      const used = statements.filter((statement) => kept.get(path)?.has(statement))
      const lines = [...(needed.get(path) ?? [])].map(
        ([local, { from, name }]) =>
          `import type { ${name === local ? name : `${name} as ${local}`} } from '${from}';\n`,
      )
      return used.length + lines.length > 0
        ? [[path, [...lines, ...used.map(({ text }) => text), 'export {};\n'].join('')]]
        : []
    }),
  )

  function keep(path: string, statement: Statement): void {
    const already = kept.get(path) ?? new Set()
    if (already.has(statement)) return
    kept.set(path, already.add(statement))
    if (statement.passes?.from === '') use(path, statement.passes.name)
    else if (statement.passes) reach(path, statement.passes)
    for (const [, from = '', name = ''] of statement.code.matchAll(inline)) reach(path, { from, name })
    for (const [word] of statement.code.matchAll(/[\w$]+/g)) use(path, word)
  }

  /** What a word in a module stands for: something declared there, or taken from another. */
  function use(path: string, word: string): void {
    const module = modules.get(path)
    const own = module?.statements.filter(({ name, passes }) => name === word && !passes) ?? []
    for (const statement of own) keep(path, statement)
    const taken = module?.imports.get(word)
    if (own.length > 0 || !taken) return
    needed.set(path, (needed.get(path) ?? new Map<string, Import>()).set(word, taken))
    reach(path, taken)
  }

  function reach(path: string, { from, name }: Import): void {
    const target = resolve(path, from)
    if (target === undefined) return
    const passed = modules.get(target)?.statements.find((statement) => statement.name === name && statement.passes)
    if (passed) keep(target, passed)
    else use(target, name)
  }
}

function moduleOf(text: string): Module {
  const imports = new Map<string, Import>()
  const statements: Statement[] = []
  for (const part of partsOf(text)) {
    const code = part.replace(/\/\*[\s\S]*?\*\//g, '').trim()
    const [, kind, names, from = ''] = listed.exec(code) ?? []
    if (names === undefined) {
      const name = declared.exec(code)?.[1]
      if (name !== undefined) statements.push({ text: part, code, name })
      continue
    }
    const given = names.split(',').map((each) => each.trim().replace(/^type /, ''))
    for (const [name = '', local = name] of given.map((each) => each.split(' as ')).filter(([name]) => name !== ''))
      if (kind === 'import') imports.set(local, { from, name })
      else statements.push({ text: exported(name, local, from), code: '', name: local, passes: { from, name } })
  }
  return { statements, imports }
}

function exported(name: string, as: string, from: string): string {
  return `export type { ${name === as ? name : `${name} as ${as}`} }${from === '' ? '' : ` from '${from}'`};\n`
}

/** The statements of a file, each with the comment before it. A comment may also be at the beginning of a line inside of one. */
function partsOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/)
  const starts = lines.flatMap((line, at) => {
    if (!begins.test(line)) return []
    let start = at
    while (comments.test(lines[start - 1] ?? '')) start -= 1
    return [start]
  })
  return starts.map((start, index) => lines.slice(start, starts[index + 1]).join(''))
}
