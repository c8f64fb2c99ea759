import { z } from 'zod'
import { followKinds, savedKinds } from '../core/marks.ts'
import { getEntry } from '../operations/articles/get-entry.ts'
import { markRead, star } from '../operations/articles/mark-entries.ts'
import { follow, unfollow } from '../operations/library/follow.ts'
import { save, unsave } from '../operations/library/save.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { numericId } from './numeric-id.ts'
import { defineTool, type ToolContext, toolResultOf } from './tool.ts'

const id = z.string().min(1).max(120)
const done = () => ({ isDone: true })

const saveTool = defineTool({
  name: 'save',
  title: 'Save',
  description: 'Adds a story or an article to the reader’s saved list, or removes it.',
  isWriting: true,
  input: z.object({ kind: z.enum(savedKinds), id, isSaved: z.boolean().default(true) }),
  async run({ context }, { kind, id: target, isSaved }) {
    const carried = await runForProgram(context, isSaved ? save : unsave, { kind, target })
    return toolResultOf(carried, isSaved ? `There is no ${kind} ${target}.` : 'It was not saved.', done)
  },
})

const starTool = defineTool({
  name: 'star',
  title: 'Star',
  description: 'Stars an article of a feed, by its entryId, or removes the star.',
  isWriting: true,
  input: z.object({ entryId: numericId, isStarred: z.boolean().default(true) }),
  async run({ context }, input) {
    const missing = await missingOf(context, [input.entryId])
    if (missing) return missing
    await runForProgram(context, star, input)
    return { kind: 'told', view: done() }
  },
})

const markReadTool = defineTool({
  name: 'mark_read',
  title: 'Mark as read',
  description: 'Marks articles of feeds, by their entryId, as read or unread.',
  isWriting: true,
  input: z.object({ entryIds: z.array(numericId).min(1).max(200), isRead: z.boolean().default(true) }),
  async run({ context }, input) {
    const missing = await missingOf(context, input.entryIds)
    if (missing) return missing
    await runForProgram(context, markRead, input)
    return { kind: 'told', view: done() }
  },
})

const followTool = defineTool({
  name: 'follow',
  title: 'Follow',
  description:
    'Follows a story, a person, organization or place (entity), an outlet (source), a section (topic) or a search, or stops following it.',
  isWriting: true,
  input: z.object({
    kind: z.enum(followKinds),
    target: z.string().trim().min(1).max(400).describe('Its id; for a search, its words'),
    label: z.string().max(400).optional().describe('Its name in the reader’s list'),
    isFollowed: z.boolean().default(true),
  }),
  async run({ context }, { isFollowed, label, ...input }) {
    const carried = isFollowed
      ? await runForProgram(context, follow, { ...input, label })
      : await runForProgram(context, unfollow, input)
    return toolResultOf(carried, 'It was not followed.', done)
  },
})

/** The operations for marks return nothing, so a missing target has to be looked up first. */
async function missingOf(context: ToolContext['context'], ids: readonly string[]) {
  for (const each of ids) {
    const found = toolResultOf(await runForProgram(context, getEntry, { id: each }), `There is no entry ${each}.`, done)
    if (found.kind === 'failed') return found
  }
  return undefined
}

export const markingTools = [saveTool, starTool, markReadTool, followTool]
