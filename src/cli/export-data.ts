import { open as openFile } from 'node:fs/promises'
import { permit } from '../operations/run.ts'
import { exportChoices, exportData } from '../operations/stories/export-data.ts'
import { type Call, type CommandOption, type ExitCode, exitCodes, UsageError } from './command.ts'

/** Options of `export data` alone. */
export const dataOptions: Readonly<Record<string, CommandOption>> = {
  person: { type: 'string', takes: 'NAME', means: 'data: of this person, organization or place' },
  source: { type: 'string', takes: 'NAME', means: 'data: of this outlet' },
  topic: { type: 'string', takes: 'SECTION', means: 'data: of this section, such as Politics' },
  from: { type: 'string', takes: 'DAY', means: 'data: published on or after this day, YYYY-MM-DD' },
  to: { type: 'string', takes: 'DAY', means: 'data: published on or before this day' },
  texts: { type: 'boolean', means: 'data: with the words, not only their places and hashes' },
}

/** Writes a table, or a snapshot of all, to a file while it is read. */
export async function exportDataTo(what: string | undefined, { values, terminal, open }: Call): Promise<ExitCode> {
  const { as: format = 'csv', out, json: _, ...more } = values
  if (what === undefined || !exportChoices.some((each) => each === what))
    throw new UsageError(`Say which data: ${exportChoices.join(', ')}.`)
  if (typeof out !== 'string') throw new UsageError(`Data needs a file: export data ${what} --out FILE`)
  const input = exportData.input.safeParse({ what, format, ...more })
  if (!input.success)
    throw new UsageError(input.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
  await using app = await open()
  permit(app.operations, exportData)
  const file = await exportData.run(app.operations, input.data)
  if (file.kind === 'refused') {
    terminal.error(file.detail)
    return exitCodes.notFound
  }
  await writeTo(out, file.body)
  const { fingerprint, rowCounts } = file
  terminal.json({ file: out, fingerprint, rowCounts })
  terminal.line(`${out} is written.`)
  for (const [table, rows] of Object.entries(rowCounts ?? {})) terminal.line(`${rows} ${table}`)
  if (fingerprint !== undefined) {
    terminal.line(`Fingerprint: ${fingerprint}`)
    terminal.line(`To check it: twosource verify ${out} --fingerprint ${fingerprint}`)
  }
  return exitCodes.ok
}

/** Writes what a stream gives, all of it by the same memory. */
async function writeTo(path: string, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader({ mode: 'byob' })
  try {
    await using file = await openFile(path, 'w')
    let memory = new Uint8Array(65_536)
    for (;;) {
      const { value, done } = await reader.read(memory)
      if (done) return
      await file.writeFile(value)
      memory = new Uint8Array(value.buffer)
    }
  } finally {
    await reader.cancel()
  }
}
