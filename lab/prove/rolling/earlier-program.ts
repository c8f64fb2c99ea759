import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrations } from '../../../src/store/migrations/all.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const list = 'src/store/migrations/all.ts'
const mostCommits = 400

export type EarlierProgram =
  | { readonly kind: 'unpacked'; readonly main: string; readonly commit: string; readonly version: number }
  | { readonly kind: 'none'; readonly why: string }

/** Unpacks the last program of the history whose data had an earlier version, to be run beside this one. */
export function unpackEarlier(folder: string): EarlierProgram {
  const newest = migrations.at(-1)!.version
  if (!existsSync(join(root, '.git'))) return { kind: 'none', why: 'there is no history here' }
  const commits = git('rev-list', '--first-parent', '-n', String(mostCommits), 'HEAD').toString().trim().split('\n')
  const found = commits
    .map((commit) => ({ commit, version: versionAt(commit) }))
    .find(({ version }) => version < newest)
  if (!found || found.version === 0) return { kind: 'none', why: 'no earlier version is in the history' }
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['x', '-C', folder], { input: git('archive', found.commit), maxBuffer: 2 ** 30 })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { kind: 'unpacked', main: join(folder, 'src', 'main.ts'), ...found }
}

function versionAt(commit: string): number {
  try {
    const numbers = [
      ...git('show', `${commit}:${list}`)
        .toString()
        .matchAll(/from '\.\/(\d{4})-/g),
    ].map(([, n]) => Number(n))
    return Math.max(0, ...numbers)
  } catch {
    return 0
  }
}

function git(...args: readonly string[]): Buffer {
  return execFileSync('git', args, { cwd: root, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] })
}
