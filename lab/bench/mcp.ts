import { mcpApi } from '../../src/mcp/mcp-api.ts'
import { openProgramAuthentication } from '../../src/operations/program-authentication.ts'
import { withEdition } from './bench-context.ts'
import { type Bench, peakMemoryMb, type Row, round } from './measure.ts'

type Asked = { readonly name: string; readonly input: Readonly<Record<string, unknown>> }
type Words = { readonly words: { readonly untrusted: string } }
type Answer = {
  readonly result: { readonly content?: readonly { readonly text: string }[]; readonly isError?: boolean }
}

/** What an assistant's context pays: bytes of the list of tools and of each tool's answer on the demo edition, as sent. */
export const bench: Bench = ({ database }) =>
  withEdition({ database }, async ({ operations }) => {
    const face = mcpApi({
      operations,
      door: openProgramAuthentication(operations),
      version: '0',
      requestsPerMinute: 1_000_000,
    })
    const rows: Row[] = []
    const send = async (what: string, method: string, params: unknown): Promise<Answer> => {
      const from = performance.now()
      const request = new Request('http://127.0.0.1:7180/mcp', {
        method: 'POST',
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
        headers: {
          host: '127.0.0.1:7180',
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
      })
      const body = await (await face.answer(request, { address: '127.0.0.1', isOwner: true })).text()
      const json = /^data: (.*)$/m.exec(body)?.[1] ?? body
      const figures = { bytes: Buffer.byteLength(json), ms: round(performance.now() - from) }
      const answer: Answer = JSON.parse(json)
      if (answer.result.isError) throw new Error(`${what}: ${answer.result.content?.[0]?.text}`)
      rows.push({ what, figures })
      return answer
    }
    const call = async ({ name, input }: Asked) => {
      const { result } = await send(`${name} ${JSON.stringify(input)}`.slice(0, 44), 'tools/call', {
        name,
        arguments: input,
      })
      return JSON.parse(/\n<<<(\S+)\n(.*)\n\1>>>$/s.exec(result.content?.[0]?.text ?? '')?.[2] ?? '{}')
    }
    await send('tools/list', 'tools/list', {})
    await send('prompts/list', 'prompts/list', {})
    const today = await call({ name: 'today', input: {} })
    const id = today.stories.toSorted(
      (a: { readonly articleCount: number }, b: { readonly articleCount: number }) => b.articleCount - a.articleCount,
    )[0].id
    const story = await call({ name: 'story', input: { id } })
    for (const asked of [
      { name: 'article', input: { id: story.articles[0].id } },
      { name: 'search', input: { query: 'minister' } },
      { name: 'search', input: { query: 'minister', kind: 'articles' } },
      { name: 'person', input: { id: story.said[0].speakerId } },
      { name: 'quotes', input: { words: 'will' } },
      { name: 'ask', input: { question: `What did ${story.said[0].speaker.untrusted} say?` } },
      { name: 'check', input: { text: story.said.map(({ words }: Words) => `“${words.untrusted}”`).join('\n') } },
      { name: 'brief', input: {} },
      { name: 'brief', input: { isWeek: true } },
      { name: 'feeds', input: {} },
      { name: 'unread', input: {} },
    ])
      await call(asked)
    return {
      name: 'mcp',
      load: 'the demo edition, read whole; the face itself, without a socket',
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: ['Wanted: tools/list at most 15,000 bytes with the tools that write, which a test keeps.'],
    }
  })
