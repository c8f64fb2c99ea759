import { defined } from '../core/defined.ts'
import { isTimeUnknown } from '../core/time/day-only.ts'
import { search as searchOperation } from '../operations/search/search.ts'
import { type Command, exitCodes, UsageError } from './command.ts'
import { inQuotationMarks } from './terminal.ts'

export const search: Command = {
  name: 'search',
  usage: '<words>…',
  summary: 'Find articles and quotations',
  options: { speaker: { type: 'string', takes: 'NAME', means: 'only what this person said' } },
  async run({ args, values, terminal, open }) {
    if (args.length === 0) throw new UsageError('Give words to search for.')
    await using app = await open()
    const speaker = values.speaker
    const view = await searchOperation.run(app.operations, {
      query: args.join(' '),
      ...defined({ speaker: typeof speaker === 'string' ? speaker : undefined }),
    })
    terminal.json(view)
    const hits = speaker === undefined ? view.hits : []
    for (const hit of hits)
      terminal.line(
        `${isTimeUnknown(hit.publishedAt) ? 'undated   ' : hit.publishedAt.slice(0, 10)}  ${hit.sourceName}: ${hit.title}\n            ${hit.snippet}`,
      )
    for (const quote of view.quotes)
      terminal.line(
        `${inQuotationMarks(quote.kind, quote.text)}\n            ${quote.speakerName}, in ${quote.sourceName}`,
      )
    if (hits.length + view.quotes.length === 0) terminal.line('Nothing found. Try fewer words.')
    return exitCodes.ok
  },
}
