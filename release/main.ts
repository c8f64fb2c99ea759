import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeArchive } from './write-archive.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } })

mkdirSync(values.out, { recursive: true })
const { path, sha256, bytes } = writeArchive(values.out)
writeFileSync(join(values.out, 'SHA256SUMS'), `${sha256}  ${basename(path)}\n`)
console.log(`${path}: ${(bytes / 2 ** 20).toFixed(1)} MB, SHA-256 ${sha256}`)
