import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server'
import { articleTool } from './article-tool.ts'
import { briefTool } from './brief-tool.ts'
import { fenceAnswer } from './fence-answer.ts'
import { storyTool } from './story-tool.ts'
import { todayTool } from './today-tool.ts'
import type { McpTool, ToolContext } from './tool.ts'

const mimeType = 'text/plain'

/**
 * Resources to attach to a conversation without a tool call: the day, the brief, a story, an article, in the same form as the
 * tools return.
 */
export function offerResources(server: McpServer, desk: ToolContext, checkRate: () => void): void {
  const read = async (uri: URL, tool: McpTool, input: Record<string, unknown>) => {
    checkRate()
    const answered = await tool.run(desk, tool.input.parse(input))
    if (answered.kind === 'failed') throw new ProtocolError(ProtocolErrorCode.InvalidParams, answered.message)
    return { contents: [{ uri: uri.href, mimeType, text: fenceAnswer(answered.view) }] }
  }
  for (const tool of [todayTool, briefTool])
    server.registerResource(
      tool.name,
      `twosource://${tool.name}`,
      { title: tool.title, description: tool.description, mimeType },
      (uri) => read(uri, tool, {}),
    )
  for (const { tool, folder } of [
    { tool: storyTool, folder: 'stories' },
    { tool: articleTool, folder: 'articles' },
  ])
    server.registerResource(
      tool.name,
      new ResourceTemplate(`twosource://${folder}/{id}`, { list: undefined }),
      { title: tool.title, description: tool.description, mimeType },
      (uri, { id }) => read(uri, tool, { id: String(id) }),
    )
}
