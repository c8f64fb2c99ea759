import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'

/** A regular expression of the product, and where it stands or is made. */
export type FoundRegex = { readonly source: string; readonly flags: string; readonly place: string }

export const sourceRoot = fileURLToPath(new URL('../../../src/', import.meta.url))

/** Files of the product that run on a server or in a browser, as git knows them; tests are neither. */
export function productFiles(): readonly string[] {
  return execFileSync('git', ['ls-files', '*.ts', '*.js'], { cwd: sourceRoot, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && !/\.test\.ts$|\.d\.ts$/.test(path))
    .toSorted()
}

/** Every regular expression that is written as one, by the syntax tree of each file: of all of the product, or of those given. */
export function findLiterals(paths: readonly string[] = productFiles()): readonly FoundRegex[] {
  return paths.flatMap((path) => {
    const text = readFileSync(`${sourceRoot}${path}`, 'utf8')
    const script = path.endsWith('.ts') ? stripTypeScriptTypes(text) : text
    const found: FoundRegex[] = []
    walk(parse(script, { ecmaVersion: 'latest', sourceType: 'module', locations: true }), (node) => {
      const { regex, loc } = node as { regex?: { pattern: string; flags: string }; loc?: { start: { line: number } } }
      if (regex) found.push({ source: regex.pattern, flags: regex.flags, place: `${path}:${loc?.start.line}` })
    })
    return found
  })
}

function walk(root: unknown, visit: (node: object) => void): void {
  const stack = [root]
  for (let next = stack.pop(); stack.length > 0 || next !== undefined; next = stack.pop()) {
    if (typeof next !== 'object' || next === null || next instanceof RegExp) continue
    visit(next)
    stack.push(...Object.values(next))
  }
}
