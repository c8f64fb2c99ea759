import { type OwnHeader, readHeaderLines } from '../core/feed/own-headers.ts'
import { addFeed } from '../operations/feeds/add-feed.ts'
import type { AddResult } from '../operations/views.ts'
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { readNamedFile } from './read-named-file.ts'
import { counted, type Terminal } from './terminal.ts'

export const add: Command = {
  name: 'add',
  usage: '<url>…',
  summary: 'Subscribe to feeds, or to the feed of a site',
  options: {
    folder: { type: 'string', takes: 'NAME', means: 'put them in this folder' },
    headers: { type: 'string', takes: 'FILE', means: 'send the cookie and headers in this file, one per line' },
  },
  async run({ args, values, terminal, open }) {
    if (args.length === 0) throw new UsageError('Give the URL of a feed or a site.')
    const headers = await headersIn(values.headers)
    await using app = await open()
    const results: AddResult[] = []
    for (const url of args) {
      const result = await addFeed.run(app.operations, {
        url,
        folder: String(values.folder ?? ''),
        ...headers,
      })
      results.push(result)
      report(result, url, terminal)
    }
    terminal.json(results)
    return results.every(({ kind }) => kind === 'added') ? exitCodes.ok : exitCodes.failed
  },
}

/** The headers of a file, which no list of processes shows. */
async function headersIn(name: unknown): Promise<{ readonly headers?: OwnHeader[] }> {
  if (name === undefined) return {}
  const file = await readNamedFile(String(name))
  if (typeof file === 'string') throw new UsageError(file)
  const headers = [...readHeaderLines(new TextDecoder().decode(file))]
  if (headers.length === 0) throw new UsageError('There are no headers. Write one in each line, such as “Cookie: a=1”.')
  return { headers }
}

/** Prints the result of adding something and returns the exit code. */
export function report(result: AddResult, what: string, terminal: Terminal): ExitCode {
  switch (result.kind) {
    case 'added':
      terminal.line(`${what}: ${result.added} added, ${result.existing} already there.`)
      return exitCodes.ok
    case 'choose':
      terminal.error(`${what} has ${counted(result.candidates.length, 'feed')}. Add one of:`)
      for (const { url, title } of result.candidates) terminal.error(`  ${url}  ${title}`)
      return exitCodes.failed
    case 'refused':
      terminal.error(`${what}: ${result.message}`)
      return exitCodes.failed
  }
}
