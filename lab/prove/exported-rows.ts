import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet'
import { packProgram } from '../../deploy/release/pack-program.ts'
import { productFlags } from '../../src/app/launch/node-needs.js'
import { fillStore } from './exported-rows/fill-store.ts'
import type { Proof } from './proof.ts'
import { surroundings } from './surroundings.ts'

const packed = fileURLToPath(new URL('../../dist/program', import.meta.url))
/** Tells how much memory a process held at most, in kB. What `resourceUsage` says is at least what its parent held. */
const teller = `data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>process.stderr.write('\\n'+/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]))`
const MOST_MEGABYTES = 200
const tried = [
  ['quotations', 'csv'],
  ['quotations', 'jsonl'],
  ['quotations', 'parquet'],
  ['snapshot', 'parquet'],
] as const

/**
 * A million rows leave the packed product by its command line, in each format: all of them, and in memory that doesn't grow with them.
 */
export const prove: Proof = async ({ entries = 1_000_000 } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-data-out-'))
  try {
    await packProgram(packed)
    await fillStore(join(folder, 'twosource.db'), entries)
    const checks = []
    const table = []
    for (const [what, format] of tried) {
      const out = join(folder, `${what}.${format}`)
      const figures = await exported(folder, what, format, out)
      const { size } = await stat(out)
      table.push({ what, format, ...figures, megabytes: Math.round(size / 2 ** 20) })
      checks.push({
        what: `${what} as ${format}: most memory held, in MB`,
        measured: figures.peakMb,
        wanted: `at most ${MOST_MEGABYTES}`,
        isMet: figures.peakMb <= MOST_MEGABYTES,
      })
      if (what === 'quotations') {
        const rows = format === 'parquet' ? await parquetRows(out) : (await lines(out)) - (format === 'csv' ? 1 : 0)
        checks.push({
          what: `${what} as ${format}: rows`,
          measured: rows,
          wanted: `${entries}`,
          isMet: rows === entries,
        })
      }
      await rm(out)
    }
    return { name: 'data-out', checks, table }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function exported(folder: string, what: string, format: string, out: string) {
  const began = performance.now()
  const main = join(packed, 'main.js')
  const child = spawn(
    process.execPath,
    [...productFlags, '--import', teller, main, 'export', 'data', what, '--as', format, '--out', out],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...surroundings, TWOSOURCE_DATA: folder } },
  )
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error(`The export ended with ${code}: ${said}`)
  const peakKb = Number(said.trim().split('\n').at(-1))
  return { peakMb: Math.round(peakKb / 1024), seconds: Math.round((performance.now() - began) / 1000) }
}

async function lines(path: string): Promise<number> {
  let count = 0
  for await (const piece of createReadStream(path)) for (const byte of piece as Uint8Array) if (byte === 10) count++
  return count
}

/** Rows of a Parquet file whose last ones can be read, by a reader that isn't the writer. */
async function parquetRows(path: string): Promise<number> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const count = Number(metadata.num_rows)
  let read = 0
  for (let from = 0; from < count; from += 50_000)
    await parquetRead({
      file,
      metadata,
      columns: ['id', 'sha256'],
      rowStart: from,
      rowEnd: Math.min(count, from + 50_000),
      onComplete: (rows) => {
        read += rows.filter(([id, sha256]) => typeof id === 'string' && String(sha256).length === 64).length
      },
    })
  return read
}
