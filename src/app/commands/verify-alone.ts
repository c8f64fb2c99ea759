import { parseArgs } from 'node:util'
import { createTerminal } from '../../cli/terminal.ts'
import { reportLines } from '../../export/pack/pack-report.ts'
import { isFingerprint, readPackFile } from './read-pack-file.ts'

const usage = `Usage: node twosource-verify.mjs FILE.zip [--fingerprint SHA256]
Checks an evidence pack. Exit code: 0 intact, 1 not intact, 2 the file can't be read or this was called the wrong way.`

/** `twosource verify` as a program of its own: a release has it as one file, for whoever has Node and nothing else. */
async function verifyAlone(): Promise<number> {
  const terminal = createTerminal(process.stdout, process.stderr, false)
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { fingerprint: { type: 'string' } },
  })
  const [file, ...more] = positionals
  const given = values.fingerprint
  const isUsable = given === undefined || (typeof given === 'string' && isFingerprint(given))
  if (
    file === undefined ||
    more.length > 0 ||
    !isUsable ||
    Object.keys(values).some((name) => name !== 'fingerprint')
  ) {
    terminal.error(usage)
    return 2
  }
  try {
    const report = await readPackFile(file, given)
    for (const line of reportLines(report, given)) terminal.line(line)
    return report.problems.length === 0 ? 0 : 1
  } catch (error) {
    terminal.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

process.exitCode = await verifyAlone()
