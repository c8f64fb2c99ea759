import { parseArgs } from 'node:util'
import { createTerminal } from '../../cli/terminal.ts'
import { isFingerprint } from './read-pack-file.ts'
import { verifyFile } from './verify-file.ts'

const usage = `Usage: node twosource-verify.mjs FILE.zip [--fingerprint SHA256] [--timestamp FILE.tsr] [--timestamp-request FILE.tsq]
Checks an evidence pack. Exit code: 0 intact, 1 not intact, 2 the file can't be read or this was called the wrong way.`

const names = ['fingerprint', 'timestamp', 'timestamp-request']

/** `twosource verify` as a program of its own: a release has it as one file, for whoever has Node and nothing else. */
async function verifyAlone(): Promise<number> {
  const terminal = createTerminal(process.stdout, process.stderr, false)
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const [file, ...more] = positionals
  const given = values.fingerprint
  const isUsable = Object.entries(values).every(([name, value]) => names.includes(name) && typeof value === 'string')
  if (file === undefined || more.length > 0 || !isUsable || (given !== undefined && !isFingerprint(String(given)))) {
    terminal.error(usage)
    return 2
  }
  try {
    const [fingerprint, timestamp, request] = names.map((name) => values[name]) as (string | undefined)[]
    return await verifyFile(file, { fingerprint, timestamp, request }, terminal)
  } catch (error) {
    terminal.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

process.exitCode = await verifyAlone()
