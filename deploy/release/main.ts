import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCommandLine, refuse } from '../../test/read-command-line.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { buildDeb, whyNoDeb } from './build-deb.ts'
import { readLockFile } from './locked-packages.ts'
import { releaseNotes } from './release-notes.ts'
import { writeArchive } from './write-archive.ts'
import { packFolder, writePackage } from './write-package.ts'
import { writeVerifier } from './write-verifier.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const HELP = `Usage: npm run release -- [options]
Makes the files of a release from the last commit, the same to the byte wherever it's made: the archive (which also builds the image), the npm
package, the Debian package where debhelper is installed, the program that checks evidence packs (one file, twosource-verify.mjs), the bill of
materials, the notes from CHANGELOG.md, and SHA256SUMS of them all.

  --out FOLDER      where to (dist/release)
  --repository URL  where the source is, as https://…; needed to publish the package with its provenance
  --sign KEY        signs SHA256SUMS with an SSH key, the private one or its agent's public one`

const { values } = readCommandLine(HELP, {
  out: { type: 'string', default: 'dist/release' },
  repository: { type: 'string' },
  sign: { type: 'string' },
})
const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: root, encoding: 'utf8' })
if (changed !== '') refuse(`A release is made of what is committed, and this isn't:\n${changed}`, HELP)

rmSync(values.out, { recursive: true, force: true })
mkdirSync(values.out, { recursive: true })
const lock = readLockFile()
const bill = join(values.out, `twosource-${lock.version}.cdx.json`)
writeFileSync(bill, billOfMaterials(lock))
const notes = join(values.out, `twosource-${lock.version}-notes.md`)
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
writeFileSync(notes, releaseNotes(changelog, lock.version, values.repository))
const noDeb = whyNoDeb()
if (noDeb !== undefined) console.log(`No Debian package. ${noDeb}`)
const files = [
  writeArchive(values.out).path,
  await writeNpmPackage(values.out),
  ...(noDeb === undefined ? [(await buildDeb(values.out)).path] : []),
  await writeVerifier(join(values.out, 'twosource-verify.mjs')),
  bill,
  notes,
]
const sums = join(values.out, 'SHA256SUMS')
writeFileSync(sums, files.map((file) => `${sha256Of(file)}  ${basename(file)}\n`).join(''))
if (values.sign !== undefined) sign(sums, values.sign)
for (const file of files) console.log(`${file}: ${(readFileSync(file).length / 2 ** 20).toFixed(1)} MB`)
console.log(sums)

async function writeNpmPackage(out: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-package-'))
  try {
    await writePackage(folder, values.repository)
    return packFolder(folder, out)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Checked by `ssh-keygen -Y verify -n file`, with a line of who may sign. */
function sign(file: string, key: string): void {
  execFileSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', 'file', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  console.log(`${file}.sig`)
}
