import { articleTool } from './article-tool.ts'
import { askTool } from './ask-tool.ts'
import { briefTool } from './brief-tool.ts'
import { checkTool } from './check-tool.ts'
import { compareOutletsTool } from './compare-outlets-tool.ts'
import { feedsTool } from './feeds-tool.ts'
import { markingTools } from './marking-tools.ts'
import { personTool } from './person-tool.ts'
import { quotesTool } from './quotes-tool.ts'
import { searchTool } from './search-tool.ts'
import { storyTool } from './story-tool.ts'
import { subscribingTools } from './subscribing-tools.ts'
import { todayTool } from './today-tool.ts'
import type { McpTool } from './tool.ts'
import { unreadTool } from './unread-tool.ts'

/** Every tool, read-only ones first. To add one, add a file and a line here. */
export const tools: readonly McpTool[] = [
  todayTool,
  searchTool,
  storyTool,
  articleTool,
  personTool,
  quotesTool,
  askTool,
  checkTool,
  compareOutletsTool,
  briefTool,
  feedsTool,
  unreadTool,
  ...markingTools,
  ...subscribingTools,
]
