import { readFile, stat, writeFile } from 'node:fs/promises'
import { exitCodes } from '../../cli/command.ts'
import type { Terminal } from '../../cli/terminal.ts'
import { reportLines } from '../../export/pack/pack-report.ts'
import { readPackFile } from './read-pack-file.ts'
import { checkTimeStamp, type TimeStamp, timeStampRequest } from './time-stamp.ts'

/** What to check beside the pack itself. */
export type VerifyChoice = {
  readonly fingerprint?: string | undefined
  /** A file with a time stamp of the pack's fingerprint. */
  readonly timestamp?: string | undefined
  /** Where to write a request for one. */
  readonly request?: string | undefined
}

/** The largest file that is read as a time stamp. */
const mostStampBytes = 2 ** 20

/** Checks a pack and prints what came of it: 0 when it is intact, and its time stamp is valid if one was given. */
export async function verifyFile(file: string, choice: VerifyChoice, terminal: Terminal) {
  const { fingerprint: given, timestamp, request } = choice
  const report = await readPackFile(file, given)
  const isIntact = report.problems.length === 0
  const stamp = timestamp === undefined ? undefined : await readStamp(timestamp, report.fingerprint)
  terminal.json({ isIntact, ...report, ...(stamp && { timestamp: stamp }) })
  for (const line of reportLines(report, given)) terminal.line(line)
  for (const line of stamp ? stampLines(stamp) : []) terminal.line(line)
  if (request !== undefined && isIntact && report.fingerprint !== undefined) {
    await writeFile(request, timeStampRequest(report.fingerprint))
    const answer = `${request.replace(/\.tsq$/, '')}.tsr`
    terminal.line('')
    terminal.line(`${request} asks to stamp the fingerprint. Send it to an authority you trust:`)
    terminal.line(
      `curl -H "Content-Type: application/timestamp-query" --data-binary "@${request}" -o "${answer}" AUTHORITY`,
    )
  }
  return isIntact && stamp?.kind !== 'invalid' ? exitCodes.ok : exitCodes.failed
}

async function readStamp(file: string, fingerprint: string | undefined): Promise<TimeStamp> {
  if (fingerprint === undefined) return { kind: 'invalid', why: 'the pack has no fingerprint' }
  if ((await stat(file)).size > mostStampBytes) return { kind: 'invalid', why: 'it is too large for one' }
  return checkTimeStamp(new Uint8Array(await readFile(file)), fingerprint)
}

function stampLines(stamp: TimeStamp): readonly string[] {
  if (stamp.kind === 'invalid') return ['', `TIME STAMP NOT VALID: ${stamp.why}.`]
  return [
    '',
    `TIME STAMP VALID: this fingerprint existed at ${stamp.at}, if you trust who signed that:`,
    `Signed by:   ${stamp.signer}`,
    `Issued by:   ${stamp.issuer}`,
    `Certificate: ${stamp.certificate}`,
    'Whoever makes a certificate can write any name in it. Compare its SHA-256 with what that authority publishes.',
  ]
}
