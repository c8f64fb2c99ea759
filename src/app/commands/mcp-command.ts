import { type Command, exitCodes } from '../../cli/command.ts'
import { linksAt } from '../../mcp/links.ts'
import { forReader } from '../../operations/for-reader.ts'
import { untilStopped } from '../serve/until-stopped.ts'
import { version } from '../version.ts'

/** The Model Context Protocol on standard input and output, for the owner's own programs. It is here and not in `cli`, as `serve` is. */
export const mcp: Command = {
  name: 'mcp',
  usage: '',
  summary: 'Let an assistant read your news (MCP over standard input and output)',
  options: { write: { type: 'boolean', means: 'also offer the tools that change something' } },
  async run({ values, open }) {
    await using app = await open()
    const reader = {
      ...app.operations.reader,
      ...(values.write === true ? { role: 'reader' as const } : { role: 'guest' as const, readsAs: 'reader' as const }),
      isProgram: true as const,
    }
    const desk = { context: forReader(app.operations, reader), links: linksAt(app.address) }
    // Loaded here, so that no other command waits for it.
    const { speakStdio } = await import('../../mcp/serve-stdio.ts')
    await speakStdio(desk, version, untilStopped())
    return exitCodes.ok
  },
}
