import { z } from 'zod'
import { maxLength } from '../core/text/max-length.ts'
import { addFeed } from '../operations/feeds/add-feed.ts'
import { removeFeeds, undoRemoveFeeds } from '../operations/feeds/troubled-feeds.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { numericId } from './numeric-id.ts'
import { outside } from './outside.ts'
import { defineTool, toolResultOf } from './tool.ts'

const subscribeTool = defineTool({
  name: 'subscribe',
  title: 'Subscribe',
  description:
    'Subscribes to the feed at an address, or to the only feed of a web page. With several, nothing is added: `choose` lists them; ask again with one of their addresses. `refused`: nothing was added, and `message` says why.',
  isWriting: true,
  hints: { openWorldHint: true },
  input: z.object({
    url: z.string().min(1).max(maxLength.address),
    folder: z.string().max(maxLength.folder).optional(),
  }),
  async run({ context }, { url, folder = '' }) {
    const carried = await runForProgram(context, addFeed, { url, folder })
    return toolResultOf(carried, 'Nothing was added.', (result) => {
      switch (result.kind) {
        case 'added':
          return {
            kind: result.added > 0 ? 'added' : 'already-subscribed',
            feeds: result.ids.map((feedId, at) => ({ feedId, title: outside(result.titles[at] ?? '') })),
          }
        case 'choose':
          return {
            kind: 'choose',
            candidates: result.candidates
              .slice(0, 20)
              .map((one) => ({ url: outside(one.url), title: outside(one.title) })),
          }
        case 'refused':
          // It may contain what a server answered.
          return { kind: 'refused', message: outside(result.message) }
      }
    })
  },
})

const unsubscribeTool = defineTool({
  name: 'unsubscribe',
  title: 'Unsubscribe',
  description:
    'Ends the subscription to a feed, by its feedId. For a day it can be undone, with folders and read marks: call it again with only the undoId of the answer.',
  isWriting: true,
  hints: { destructiveHint: true },
  input: z.object({
    feedId: numericId.optional(),
    undoId: z.string().min(8).max(80).optional(),
  }),
  async run({ context }, { feedId, undoId }) {
    if ((feedId === undefined) === (undoId === undefined))
      return { kind: 'failed', message: 'Give a feedId, or the undoId of an earlier answer.' }
    if (undoId !== undefined) {
      const undone = await runForProgram(context, undoRemoveFeeds, { undoId })
      return undone.kind === 'done' && undone.view === 0
        ? { kind: 'failed', message: 'There is nothing to undo, or it is more than a day ago.' }
        : toolResultOf(undone, 'There is nothing to undo, or it is more than a day ago.', () => ({ isDone: true }))
    }
    const made = crypto.randomUUID()
    const removed = await runForProgram(context, removeFeeds, { ids: [feedId], undoId: made })
    return removed.kind === 'done' && removed.view === 0
      ? { kind: 'failed', message: `The reader does not subscribe to a feed ${feedId}.` }
      : toolResultOf(removed, `There is no feed ${feedId}.`, () => ({ isDone: true, undoId: made }))
  },
})

export const subscribingTools = [subscribeTool, unsubscribeTool]
