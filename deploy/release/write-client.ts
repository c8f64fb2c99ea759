import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usedTypes } from './used-types.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** How a module names another. */
const named = /\bfrom ['"](\.[^'"]+)['"]/g
const context = /^export type OperationContext = \{[\s\S]*?^\};$/m

/**
 * Writes the client for programs into the folder of the package, as JavaScript with its types: what `client.ts` leads to, no more. What
 * the server gives operations is no part of the types, or the whole store and its libraries would be. Types are only written here:
 * `npm run check` is what checks them, which would take three times as long.
 */
export function writeClient(folder: string): void {
  const made = mkdtempSync(join(tmpdir(), 'twosource-client-'))
  try {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [compiler, '-p', join(root, 'deploy/release'), '--noCheck', '--outDir', made], {
      stdio: 'inherit',
    })
    const types = readAll(made, globSync('**/*.d.ts', { cwd: made }))
    const operation = types.get('operations/operation.d.ts') ?? ''
    if (!context.test(operation))
      throw new Error('The types of operations have no OperationContext: see write-client.ts')
    types.set('operations/operation.d.ts', operation.replace(context, 'export type OperationContext = any;'))
    const code = readAll(made, [...reachedFrom(made, 'rest/client.js')])
    for (const [file, text] of [...code, ...usedTypes(types, 'rest/client.d.ts', typesOf)]) {
      mkdirSync(dirname(join(folder, 'dist', file)), { recursive: true })
      writeFileSync(join(folder, 'dist', file), text)
    }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function readAll(folder: string, files: readonly string[]): Map<string, string> {
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

function typesOf(file: string, name: string): string | undefined {
  return name.startsWith('.') ? join(dirname(file), name.replace(/\.[jt]s$/, '.d.ts')) : undefined
}

function reachedFrom(folder: string, file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(named))
    reachedFrom(folder, join(dirname(file), name), found)
  return found
}
