import type {
  DeskEventView,
  DeskNoteView,
  DeskStoryPageView,
  DeskStoryView,
  DeskView,
} from '../../src/operations/desk/desk-views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<b>"Tram & Rail\' \u202e'
const at = '2026-03-17T08:00:00.000Z'
const me = { name: 'Ada', isMe: true }
const bo = { name: hostile, isMe: false }
const times = { putAt: '2026-03-14T09:00:00.000Z', changedAt: '2026-03-15T09:00:00.000Z' }

/** One of each state; of the last nobody is known. */
export const stories: readonly DeskStoryView[] = [
  {
    ...{ storyId: views.story.id, title: views.story.dossier.headline.title, language: 'en', ...times },
    ...{ state: 'in-progress', assignee: me, due: '2026-03-16', putBy: bo, storyChangedAt: at, noteCount: 2 },
  },
  {
    ...{
      storyId: 'desk-story-2',
      title: hostile,
      language: 'ar',
      ...times,
      storyChangedAt: '2026-03-13T09:00:00.000Z',
    },
    ...{ state: 'planned', assignee: bo, due: '2026-03-20', putBy: me, noteCount: 0 },
  },
  {
    ...{ storyId: 'desk-story-3', title: 'The bridge', language: 'en', ...times, storyChangedAt: at },
    ...{ state: 'done', noteCount: 1 },
  },
]
const notes: readonly DeskNoteView[] = [
  { id: 'note-1', author: me, body: 'Ask the depot.\nThen the mayor.', at },
  { id: 'note-2', author: bo, body: hostile, at },
]
const logged = { storyId: stories[0]!.storyId, title: stories[0]!.title, language: 'en', at }
export const log: readonly DeskEventView[] = [
  { ...logged, id: 'event-7', act: 'removed', actor: bo },
  { ...logged, id: 'event-6', act: 'noted', actor: me },
  { ...logged, id: 'event-5', act: 'due', actor: me, value: '2026-03-16' },
  { ...logged, id: 'event-4', act: 'due', actor: me },
  { ...logged, id: 'event-3', act: 'state', actor: me, value: 'in-progress' },
  { ...logged, id: 'event-2', act: 'assigned', actor: bo, assignee: me },
  { ...logged, id: 'event-1', act: 'assigned', actor: bo },
  { ...logged, id: 'event-0', act: 'put', actor: bo },
]

export const page: DeskStoryPageView = { story: stories[0]!, notes, log, people: ['Ada', hostile] }

/** The shared desk, and a record of what was asked of it. */
export function deskExamples(changes: unknown[]) {
  const find = (id: string) => stories.find(({ storyId }) => storyId === id)
  return {
    has_desk: async () => true,
    list_desk: async ({ isMine }): Promise<DeskView> => ({
      stories: isMine ? stories.filter(({ assignee }) => assignee?.isMe) : stories,
    }),
    async get_desk_story({ story: id }): Promise<DeskStoryPageView | undefined> {
      const story = find(id)
      return story && { ...page, story }
    },
    list_desk_log: async ({ cursor }) => ({ log, ...(cursor === undefined ? { next: 'older' } : {}) }),
    async put_on_desk(input) {
      changes.push(['putOnDesk', input])
      return find(input.story)
    },
    async change_desk_story(input) {
      changes.push(['changeDeskStory', input])
      return find(input.story)
    },
    async take_off_desk(input) {
      changes.push(['takeOffDesk', input])
      return find(input.story) && true
    },
    async add_desk_note(input) {
      changes.push(['addDeskNote', input])
      return find(input.story) && { id: 'note-3' }
    },
    async remove_desk_note(input) {
      changes.push(['removeDeskNote', input])
      return find(input.story) && true
    },
  } satisfies Answers
}
