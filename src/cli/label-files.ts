import { writeFile } from 'node:fs/promises'
import { exportLabels } from '../operations/articles/export-labels.ts'
import { importLabels } from '../operations/articles/import-labels.ts'
import type { OperationContext } from '../operations/operation.ts'
import { type ExitCode, exitCodes } from './command.ts'
import { readNamedFile } from './read-named-file.ts'
import type { Terminal } from './terminal.ts'

/** Writes all labels to a file, or to standard output for `-`. */
export async function exportTo(file: string, operations: OperationContext, terminal: Terminal): Promise<ExitCode> {
  const { text, labels, withoutText } = await exportLabels.run(operations, {})
  if (withoutText > 0) terminal.error(`${withoutText} labels were left out: their articles are not here.`)
  if (file === '-') {
    if (terminal.isJson) terminal.json({ text, labels })
    else if (text !== '') terminal.line(text.trimEnd())
    return exitCodes.ok
  }
  const problem = await writeFile(file, text).catch((error: NodeJS.ErrnoException) => error)
  if (problem) {
    terminal.error(`${file} cannot be written: ${problem.message}`)
    return exitCodes.failed
  }
  terminal.json({ file, labels })
  terminal.line(`${labels} labels in ${file}.`)
  return exitCodes.ok
}

/** Imports labels from a file; the exit code reports whether every line could be read. */
export async function importFrom(file: string, operations: OperationContext, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readNamedFile(file)
  if (typeof bytes === 'string') {
    terminal.error(bytes)
    return exitCodes.failed
  }
  const result = await importLabels.run(operations, { text: Buffer.from(bytes).toString('utf8') })
  terminal.json(result)
  for (const line of result.skipped) terminal.error(`Skipped. ${line}`)
  terminal.line(`${result.labels} labels of ${result.articles} articles from ${file}.`)
  return result.skipped.length > 0 ? exitCodes.failed : exitCodes.ok
}
