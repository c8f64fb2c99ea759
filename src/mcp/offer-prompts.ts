import { type McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { briefTool } from './brief-tool.ts'
import { fenceAnswer } from './fence-answer.ts'
import { searchTool } from './search-tool.ts'
import { storyTool } from './story-tool.ts'
import type { McpTool, ToolContext, ToolResult } from './tool.ts'

/** Stories in a prompt for a brief. */
const mostStories = 15

const rules =
  'Use only the material below. Put the link of each sentence you use directly after it. Where accounts differ, give both. Where isProbable is true, say "probably" of the speaker.'

/** Prompts that a person can choose: instructions together with their material, fenced as tools return it. */
export function offerPrompts(server: McpServer, desk: ToolContext, checkRate: () => void): void {
  server.registerPrompt(
    'brief',
    {
      title: 'Brief me',
      description: 'The news of the last day or week in your feeds, with links to the sentences',
      argsSchema: z.object({
        period: z.enum(['day', 'week']).optional().describe('day (the last 24 hours) or week'),
      }),
    },
    async ({ period = 'day' }) => {
      checkRate()
      const isWeek = period === 'week'
      const brief = await run(desk, briefTool, { isWeek, limit: mostStories })
      const span = isWeek ? 'last seven days' : 'last 24 hours'
      return messageOf(
        `Brief me on the news of the ${span}: the stories below in their order, one or two sentences each. ${rules}`,
        brief,
      )
    },
  )
  server.registerPrompt(
    'story',
    {
      title: 'Explain a story',
      description: 'One story: what happened, who said what, where accounts differ, what is next',
      argsSchema: z.object({ story: z.string().min(1).max(500).describe('Its id, or words to find it by') }),
    },
    async ({ story }) => {
      checkRate()
      return messageOf(
        `Explain this story: what happened, who said what, where accounts differ and what is planned. Say how many independent reports there are. ${rules}`,
        await findStory(desk, story),
      )
    },
  )
}

/** A story by its id, or the best match of a search. */
async function findStory(desk: ToolContext, idOrWords: string): Promise<ToolResult> {
  const byId = idOrWords.length <= 120 ? await run(desk, storyTool, { id: idOrWords, limit: 10 }) : undefined
  if (byId?.kind === 'told') return byId
  const found = await run(desk, searchTool, { query: idOrWords, limit: 1 })
  const [first] =
    found.kind === 'told' ? ((found.view as { readonly stories?: readonly { id: string }[] }).stories ?? []) : []
  return first
    ? run(desk, storyTool, { id: first.id, limit: 10 })
    : { kind: 'failed', message: 'No story has this id or these words.' }
}

function run(desk: ToolContext, tool: McpTool, input: object): Promise<ToolResult> {
  return tool.run(desk, tool.input.parse(input))
}

function messageOf(request: string, material: ToolResult) {
  if (material.kind === 'failed') throw new ProtocolError(ProtocolErrorCode.InvalidParams, material.message)
  const text = `${request}\n\n${fenceAnswer(material.view)}`
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
}
