import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrations } from '../../../src/store/migrations/all.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const list = 'src/store/migrations/all.ts'

export type EarlierProgram =
  | { readonly kind: 'unpacked'; readonly main: string; readonly commit: string; readonly version: number }
  | { readonly kind: 'none'; readonly why: string }

/**
 * Unpacks the last program of the history whose data had an earlier version, to be run beside this one.
 * @param before the version it has to be earlier than: this program's, if nothing is said
 */
export function unpackEarlier(folder: string, before = migrations.at(-1)!.version): EarlierProgram {
  if (!existsSync(join(root, '.git'))) return { kind: 'none', why: 'there is no history here' }
  const commits = git(['rev-list', '--first-parent', 'HEAD']).toString().trim().split('\n')
  const versions = versionsAt(commits)
  const at = versions.findIndex((version) => version > 0 && version < before)
  const [commit, version] = [commits[at], versions[at]]
  if (commit === undefined || version === undefined)
    return { kind: 'none', why: 'no earlier version is in the history' }
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['x', '-C', folder], { input: git(['archive', commit]), maxBuffer: 2 ** 30 })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { kind: 'unpacked', main: join(folder, 'src', 'main.ts'), commit, version }
}

/** The version of the data of each commit; 0 where it had none. */
function versionsAt(commits: readonly string[]): readonly number[] {
  const lists = git(['cat-file', '--batch'], commits.map((commit) => `${commit}:${list}\n`).join('')).toString()
  return lists
    .split(/^(?:[0-9a-f]{40} blob \d+|\S+ missing)$/m)
    .slice(1)
    .map((text) => Math.max(0, ...[...text.matchAll(/from '\.\/(\d{4})-/g)].map(([, number]) => Number(number))))
}

function git(args: readonly string[], input = ''): Buffer {
  return execFileSync('git', args, { cwd: root, maxBuffer: 2 ** 30, input, stdio: ['pipe', 'pipe', 'ignore'] })
}
