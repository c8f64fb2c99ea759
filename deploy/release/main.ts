import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readCommandLine } from '../../test/read-command-line.ts'
import { addDeb } from './build-deb.ts'
import { writeArchive } from './write-archive.ts'

const HELP = `Usage: npm run release -- [--out FOLDER]
Makes the archive of a release with its SHA-256, the same to the byte wherever it is made.

  --out FOLDER   where to (dist)`

const { values } = readCommandLine(HELP, { out: { type: 'string', default: 'dist' } })

mkdirSync(values.out, { recursive: true })
const { path, sha256, bytes } = writeArchive(values.out)
writeFileSync(join(values.out, 'SHA256SUMS'), `${sha256}  ${basename(path)}\n`)
console.log(`${path}: ${(bytes / 2 ** 20).toFixed(1)} MB, SHA-256 ${sha256}`)
await addDeb(values.out)
