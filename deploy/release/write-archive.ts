import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { billOfMaterials } from './bill-of-materials.ts'
import { readLockFile } from './locked-packages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What somebody needs to run it, to build its image and to read how; tests, evals and benches are in the repository. */
export const contents = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE.md',
  'SECURITY.md',
  '.npmrc',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'src',
  'extension',
  'deploy',
  'docs',
  'test/read-command-line.ts',
  ':(exclude)*.test.ts',
]

export type WrittenArchive = { readonly path: string; readonly sha256: string; readonly bytes: number }

/**
 * Writes `twosource-VERSION.tar.gz` of the last commit into a folder, with its bill of materials in it. Whoever does the same
 * with the same commit gets the same bytes: times are those of the commit, owners are none, and nothing of the folder, the
 * machine or the day goes in. Throws where there is no git or no commit.
 */
export function writeArchive(folder: string): WrittenArchive {
  const lock = readLockFile()
  const name = `twosource-${lock.version}`
  const aside = mkdtempSync(join(tmpdir(), 'twosource-release-'))
  try {
    const bill = join(aside, 'sbom.cdx.json')
    writeFileSync(bill, billOfMaterials(lock), { mode: 0o644 })
    const command = ['archive', '--format=tar', `--prefix=${name}/`, `--add-file=${bill}`, 'HEAD', '--', ...contents]
    const archive = gzipSync(execFileSync('git', command, { cwd: root, maxBuffer: 2 ** 28 }), { level: 9 })
    const path = join(folder, `${name}.tar.gz`)
    writeFileSync(path, archive)
    return { path, sha256: createHash('sha256').update(archive).digest('hex'), bytes: archive.length }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
