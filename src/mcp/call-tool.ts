import type { CallToolResult } from '@modelcontextprotocol/server'
import { fenceAnswer } from './fence-answer.ts'
import type { ToolContext, McpTool } from './tool.ts'

/** Calls a tool and reports failures to the model. The text of an internal error goes only to the log. */
export async function callTool(desk: ToolContext, tool: McpTool, input: unknown): Promise<CallToolResult> {
  try {
    const answered = await tool.run(desk, tool.input.parse(input))
    if (answered.kind === 'failed') return failed(answered.message)
    return {
      content: [{ type: 'text', text: fenceAnswer(answered.view) }],
      structuredContent: answered.view as Record<string, unknown>,
    }
  } catch (error) {
    const reference = crypto.randomUUID().slice(0, 8)
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    desk.context.log('mcp-failed', { tool: tool.name, reference, error: reason })
    return failed(`This failed on the server. Its log says more under ${reference}.`)
  }
}

/** The answer to a program over its limit per minute. */
export function tooOften(): CallToolResult {
  return failed('Your programs ask too often. Wait a minute.')
}

function failed(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] }
}
