import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { auditStory, countLines } from './audit-story.ts'
import { auditParts, type StoryAuditView } from './audit-views.ts'

/** Lines per page. */
export const auditPageSize = 40

export const getStoryAudit = defineOperation({
  name: 'get_story_audit',
  minRole: 'guest',
  summary: 'Every sentence a story shows, the sentence of an article it stands in, and whether it holds, checked now',
  input: z.object({
    id: storyId,
    part: z.enum(auditParts).optional(),
    page: z.coerce.number<number>().int().min(1).max(10_000).optional(),
  }),
  async run(context, { id, part, page = 1 }): Promise<StoryAuditView | undefined> {
    const audited = await auditStory(context, id)
    if (!audited) return undefined
    const { lines, ...story } = audited
    const ofPart = part === undefined ? lines : lines.filter((line) => line.part === part)
    // Failed lines come first, so that nobody has to look for them.
    const ordered = [...ofPart.filter(({ holds }) => !holds), ...ofPart.filter(({ holds }) => holds)]
    const pageCount = Math.max(1, Math.ceil(ordered.length / auditPageSize))
    const shownPage = Math.min(page, pageCount)
    return {
      ...story,
      counts: countLines(lines),
      shown: lines.length,
      held: lines.filter(({ holds }) => holds).length,
      ...defined({ part }),
      lines: ordered.slice((shownPage - 1) * auditPageSize, shownPage * auditPageSize),
      page: shownPage,
      pageCount,
    }
  },
})
