import { z } from 'zod'
import { type Account, maxAccountNameLength } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import { deskStates } from '../../core/desk.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { DeskEvent, DeskPerson, DeskStory } from '../../store/desk/desk.ts'
import { hasDesk } from '../accounts/preferences.ts'
import { day, storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type {
  DeskEventView,
  DeskLogView,
  DeskPersonView,
  DeskStoryPageView,
  DeskStoryView,
  DeskView,
} from './desk-views.ts'

const ON_PAGE = 50
/** The least role that may change the desk. */
export const deskWriter = 'moderator'

export const listDesk = defineOperation({
  name: 'list_desk',
  minRole: 'reader',
  summary: 'The stories on the shared desk, with who has them, their state and due day',
  input: z.strictObject({ isMine: z.boolean().default(false) }),
  async run({ store, reader }, { isMine }): Promise<DeskView> {
    const stories = (await store.desk.list()).map((story) => storyView(story, reader.id))
    return { stories: isMine ? stories.filter(({ assignee }) => assignee?.isMe) : stories }
  },
})

export const getDeskStory = defineOperation({
  name: 'get_desk_story',
  minRole: 'reader',
  summary: 'One story on the shared desk with its notes, its log and who it can be assigned to',
  input: z.strictObject({ story: storyId }),
  async run({ store, reader }, { story: id }): Promise<DeskStoryPageView | undefined> {
    const story = await store.desk.find(id)
    if (!story) return undefined
    const [notes, log] = await Promise.all([store.desk.notes(story.storyId), store.desk.log(story.storyId, ON_PAGE)])
    const isWriter = mayActAs(reader.role, deskWriter)
    return {
      story: storyView(story, reader.id),
      notes: notes.map((note) => ({ ...note, author: personView(note.author, reader.id) })),
      log: log.rows.map((event) => eventView(event, reader.id)),
      people: isWriter ? (await writers(store)).map(({ name }) => name) : [],
    }
  },
})

export const listDeskLog = defineOperation({
  name: 'list_desk_log',
  minRole: 'reader',
  summary: 'What was done at the shared desk, and by whom, newest first',
  input: z.strictObject({ cursor: z.string().max(400).optional() }),
  async run({ store, reader }, { cursor }): Promise<DeskLogView> {
    const { rows, next } = await store.desk.log(undefined, ON_PAGE, cursor)
    return { log: rows.map((event) => eventView(event, reader.id)), ...defined({ next }) }
  },
})

export const putOnDesk = defineOperation({
  name: 'put_on_desk',
  minRole: deskWriter,
  summary: 'Puts a story on the shared desk; one that is there stays as it is',
  input: z.strictObject({ story: storyId }),
  /** Undefined: there is no such story, or the desk is full. */
  async run({ store, reader, now }, { story: id }): Promise<DeskStoryView | undefined> {
    const known = (await store.titles.stories([id])).get(id)
    if (!known) return undefined
    if ((await store.desk.put(known.id, reader.id, now().toISOString())) === 'full') return undefined
    return viewOf({ store, reader }, known.id)
  },
})

export const changeDeskStory = defineOperation({
  name: 'change_desk_story',
  minRole: deskWriter,
  summary: 'Changes the state, the due day or who has a story on the shared desk',
  input: z.strictObject({
    story: storyId,
    state: z.enum(deskStates).optional(),
    assignee: z.string().min(1).max(maxAccountNameLength).nullable().optional(),
    due: day.nullable().optional(),
  }),
  /** As it is afterwards; undefined when it isn't there, or nobody of that name may work at the desk. */
  async run({ store, reader, now }, { story: id, state, assignee, due }): Promise<DeskStoryView | undefined> {
    const story = await store.desk.find(id)
    if (!story) return undefined
    // Who has it keeps it, even if they couldn't be given it now.
    const isNew = assignee != null && assignee !== story.assignee?.name
    const person = isNew ? await writerNamed(store, assignee) : undefined
    if (isNew && !person) return undefined
    const assigneeId = assignee === null ? null : person?.id
    const isThere = await store.desk.change(story.storyId, { state, assigneeId, due }, reader.id, now().toISOString())
    return isThere ? viewOf({ store, reader }, story.storyId) : undefined
  },
})

export const takeOffDesk = defineOperation({
  name: 'take_off_desk',
  minRole: deskWriter,
  summary: 'Takes a story off the shared desk and deletes the notes on it',
  input: z.strictObject({ story: storyId }),
  async run({ store, reader, now }, { story: id }): Promise<true | undefined> {
    const story = await store.desk.find(id)
    if (!story) return undefined
    return (await store.desk.takeOff(story.storyId, reader.id, now().toISOString())) ? true : undefined
  },
})

export const addDeskNote = defineOperation({
  name: 'add_desk_note',
  minRole: deskWriter,
  summary: 'Writes a note on a story on the shared desk, for everybody who sees the desk',
  input: z.strictObject({ story: storyId, body: z.string().trim().min(1).max(maxLength.deskNote) }),
  /** Undefined: the story isn't on the desk, or has as many notes as it may have. */
  async run({ store, reader, now }, { story: id, body }): Promise<{ readonly id: string } | undefined> {
    const story = await store.desk.find(id)
    const made = story && (await store.desk.addNote(story.storyId, body, reader.id, now().toISOString()))
    return made === undefined ? undefined : { id: made }
  },
})

export const removeDeskNote = defineOperation({
  name: 'remove_desk_note',
  minRole: deskWriter,
  summary: 'Deletes one of the reader’s own notes on the shared desk',
  input: z.strictObject({ story: storyId, id: z.string().min(1).max(60) }),
  async run({ store, reader }, { story: storyId, id }): Promise<true | undefined> {
    const story = await store.desk.find(storyId)
    return story && (await store.desk.removeNote(story.storyId, id, reader.id)) ? true : undefined
  },
})

/** Whether a story is on the desk, for those who may see the desk. */
export async function deskOf(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  id: string,
): Promise<{ readonly isOnDesk?: boolean }> {
  if (!mayActAs(reader.role, 'reader') || reader.isInPublic || !(await store.accounts.areSeveral())) return {}
  return { isOnDesk: await store.desk.has(id) }
}

/** What can be asked of the desk. */
export const deskOperations = [
  hasDesk,
  listDesk,
  getDeskStory,
  listDeskLog,
  putOnDesk,
  changeDeskStory,
  takeOffDesk,
  addDeskNote,
  removeDeskNote,
] as const

/** Accounts that may work at the desk. */
async function writers(store: OperationContext['store']) {
  return (await store.accounts.list()).filter(mayWork)
}

function mayWork({ role, disabledAt }: Account): boolean {
  return mayActAs(role, deskWriter) && disabledAt === undefined
}

async function writerNamed(store: OperationContext['store'], name: string) {
  const account = await store.accounts.findByName(name)
  return account && mayWork(account) ? account : undefined
}

async function viewOf(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  id: string,
): Promise<DeskStoryView | undefined> {
  const story = await store.desk.find(id)
  return story && storyView(story, reader.id)
}

/** Without the ids of other readers. */
function personView({ id, name }: DeskPerson, viewerId: string): DeskPersonView {
  return { name, isMe: id === viewerId }
}

function storyView({ assignee, putBy, notes, ...story }: DeskStory, viewerId: string): DeskStoryView {
  return {
    ...story,
    ...defined({
      assignee: assignee && personView(assignee, viewerId),
      putBy: putBy && personView(putBy, viewerId),
    }),
    noteCount: notes,
  }
}

function eventView({ actor, assignee, ...event }: DeskEvent, viewerId: string): DeskEventView {
  return {
    ...event,
    actor: personView(actor, viewerId),
    ...defined({ assignee: assignee && personView(assignee, viewerId) }),
  }
}
