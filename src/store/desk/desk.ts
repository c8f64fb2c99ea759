import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { DeskAct, DeskState } from '../../core/desk.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { currentIds, markedTargets } from '../stories/story-aliases.ts'
import { askForDesk } from './desk-pages.ts'

/** Somebody at the desk, under the name of their account. */
export type DeskPerson = { readonly id: string; readonly name: string }

/** A story of the shared desk. Times are ISO 8601; `due` is a day, `YYYY-MM-DD`. */
export type DeskStory = {
  readonly storyId: string
  readonly title: string
  readonly language: string
  readonly state: DeskState
  readonly assignee?: DeskPerson
  readonly due?: string
  /** Absent when they left. */
  readonly putBy?: DeskPerson
  readonly putAt: string
  /** The last change at the desk, and the last one of the story itself. */
  readonly changedAt: string
  readonly storyChangedAt: string
  readonly notes: number
}

export type DeskNote = { readonly id: string; readonly author: DeskPerson; readonly body: string; readonly at: string }

/** One line of the log. `assignee` is absent when the story was given to nobody; `value` is a state or a day. */
export type DeskEvent = {
  readonly id: string
  readonly storyId: string
  readonly title: string
  readonly language: string
  readonly act: DeskAct
  readonly actor: DeskPerson
  readonly assignee?: DeskPerson
  readonly value?: string
  readonly at: string
}

/** What to change; null empties it. */
export type DeskChange = {
  readonly state?: DeskState | undefined
  readonly assigneeId?: string | null | undefined
  readonly due?: string | null | undefined
}

/** More than a newsroom works on at once. */
export const mostDeskStories = 200
export const mostDeskNotes = 200
const keptEvents = 200

/**
 * The shared desk. A story that the viewer may not see is in none of the lists. What was put there under ids that were merged since is
 * one story: the first one's, with the notes and log of all.
 */
export function deskStore(engine: Engine) {
  const { reader } = engine
  const presentId = (table: 'desk_story' | 'desk_note' | 'desk_event') =>
    sql<string>`coalesce(story_alias.story_id, ${sql.ref(`${table}.story_id`)})`

  async function rows(storyIds?: readonly string[]): Promise<readonly DeskStory[]> {
    const found = await reader
      .selectFrom('desk_story')
      .leftJoin('story_alias', 'story_alias.id', 'desk_story.story_id')
      .innerJoin('story', (join) => join.on('story.id', '=', presentId('desk_story')))
      .leftJoin('account as assignee', 'assignee.id', 'desk_story.assignee_id')
      .leftJoin('account as putter', 'putter.id', 'desk_story.put_by')
      .select(['story.id as story', 'story.title', 'story.language', 'story.changed_at as story_changed_at'])
      .select(['desk_story.state', 'desk_story.due', 'desk_story.assignee_id', 'desk_story.put_by'])
      .select(['desk_story.put_at', 'desk_story.changed_at'])
      .select(['assignee.name as assignee_name', 'putter.name as putter_name'])
      .$if(storyIds !== undefined, (query) => query.where(engine.isIn('story.id', storyIds!)))
      .orderBy('desk_story.put_at')
      .orderBy('desk_story.story_id')
      .execute()
    const counts = await reader
      .selectFrom('desk_note')
      .leftJoin('story_alias', 'story_alias.id', 'desk_note.story_id')
      .select([presentId('desk_note').as('story'), sql<number>`count(*)`.as('notes')])
      .$if(storyIds !== undefined, (query) => query.where(engine.isIn(presentId('desk_note'), storyIds!)))
      .groupBy(presentId('desk_note'))
      .execute()
    const notes = new Map(counts.map((row) => [row.story, Number(row.notes)]))
    const first = new Map<string, DeskStory>()
    for (const row of found)
      if (!first.has(row.story))
        first.set(row.story, {
          ...{ storyId: row.story, title: row.title, language: row.language, state: row.state as DeskState },
          ...defined({
            assignee: person(row.assignee_id, row.assignee_name),
            due: row.due ?? undefined,
            putBy: person(row.put_by, row.putter_name),
          }),
          ...{ putAt: row.put_at, changedAt: row.changed_at, storyChangedAt: row.story_changed_at },
          notes: notes.get(row.story) ?? 0,
        })
    return [...first.values()]
  }

  return {
    has: async (storyId: string): Promise<boolean> => {
      const targets = await markedTargets(reader, 'story', storyId)
      const found = await reader
        .selectFrom('desk_story')
        .select('story_id')
        .where(engine.isIn('story_id', targets))
        .executeTakeFirst()
      return found !== undefined
    },

    /** In the order they were put there. */
    list: (): Promise<readonly DeskStory[]> => rows(),

    /** Also by an id that was merged into the story. */
    async find(storyId: string): Promise<DeskStory | undefined> {
      const current = await currentIds(engine, reader, [storyId])
      return (await rows([current.get(storyId) ?? storyId]))[0]
    },

    /** Puts a story there; one that is there stays as it is. `full`: no other fits. */
    put: (storyId: string, by: string, at: string): Promise<'done' | 'full'> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, 'story', storyId)
        const known = await tx.selectFrom('desk_story').select('story_id').execute()
        if (known.some(({ story_id }) => targets.includes(story_id))) return 'done'
        if (known.length >= mostDeskStories) return 'full'
        const row = { story_id: storyId, state: 'planned', assignee_id: null, due: null, put_by: by }
        const made = await tx
          .insertInto('desk_story')
          .values({ ...row, put_at: at, changed_at: at })
          .onConflict((conflict) => conflict.column('story_id').doNothing())
          .executeTakeFirst()
        if (!made.numInsertedOrUpdatedRows) return 'done'
        await note(tx, { storyId, act: 'put', by, at })
        await askForDesk(engine, tx, sql`membership.story_id = ${storyId}`, at)
        return 'done'
      }),

    /** Returns false when the story isn't on the desk. Only what differs is noted in the log. */
    change: (storyId: string, to: DeskChange, by: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, 'story', storyId)
        const [row] = await tx
          .updateTable('desk_story')
          .set({ state: sql`state` })
          .where(engine.isIn('story_id', targets))
          .returningAll()
          .execute()
        if (!row) return false
        const { state = row.state, assigneeId: assignee_id = row.assignee_id, due = row.due } = to
        const acts: readonly (Omit<Noted, 'storyId' | 'by' | 'at'> | false)[] = [
          state !== row.state && { act: 'state', value: state },
          assignee_id !== row.assignee_id && { act: 'assigned', assigneeId: assignee_id },
          due !== row.due && { act: 'due', value: due },
        ]
        const changes = acts.filter((each) => each !== false)
        if (changes.length === 0) return true
        await tx
          .updateTable('desk_story')
          .set({ state, assignee_id, due, changed_at: at })
          .where(engine.isIn('story_id', targets))
          .execute()
        for (const each of changes) await note(tx, { storyId, by, at, ...each })
        return true
      }),

    /** Takes a story off with the notes on it. Returns false when it wasn't there. */
    takeOff: (storyId: string, by: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, 'story', storyId)
        const gone = await tx
          .deleteFrom('desk_story')
          .where(engine.isIn('story_id', targets))
          .returning('story_id')
          .execute()
        if (gone.length === 0) return false
        await tx.deleteFrom('desk_note').where(engine.isIn('story_id', targets)).execute()
        await note(tx, { storyId, act: 'removed', by, at })
        return true
      }),

    /** Undefined when the story isn't on the desk, or has as many notes as it may have. */
    addNote: (storyId: string, body: string, by: string, at: string): Promise<string | undefined> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, 'story', storyId)
        const there = await tx
          .updateTable('desk_story')
          .set({ changed_at: at })
          .where(engine.isIn('story_id', targets))
          .returning('story_id')
          .execute()
        if (there.length === 0) return undefined
        const known = await tx.selectFrom('desk_note').select('id').where(engine.isIn('story_id', targets)).execute()
        if (known.length >= mostDeskNotes) return undefined
        const id = randomUUID()
        await tx.insertInto('desk_note').values({ id, story_id: storyId, reader_id: by, body, at }).execute()
        await note(tx, { storyId, act: 'noted', by, at })
        return id
      }),

    /** Deletes one of the reader's own notes; false when it isn't theirs. */
    removeNote: (storyId: string, id: string, readerId: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const gone = await tx
          .deleteFrom('desk_note')
          .where('id', '=', id)
          .where(engine.isIn('story_id', await markedTargets(tx, 'story', storyId)))
          .where('reader_id', '=', readerId)
          .returning('id')
          .execute()
        return gone.length > 0
      }),

    /** The notes on a story that the viewer sees, the earliest first. */
    async notes(storyId: string): Promise<readonly DeskNote[]> {
      const found = await reader
        .selectFrom('desk_note')
        .leftJoin('story_alias', 'story_alias.id', 'desk_note.story_id')
        .innerJoin('story', (join) => join.on('story.id', '=', presentId('desk_note')))
        .leftJoin('account', 'account.id', 'desk_note.reader_id')
        .select(['desk_note.id', 'desk_note.reader_id', 'desk_note.body', 'desk_note.at', 'account.name'])
        .where('story.id', '=', storyId)
        .orderBy('desk_note.at')
        .orderBy('desk_note.id')
        .execute()
      return found.map(({ id, reader_id, name, body, at }) => ({
        id,
        author: { id: reader_id, name: name ?? '' },
        body,
        at,
      }))
    },

    /** The latest first: of the whole desk, or of one story. */
    async log(storyId: string | undefined, limit: number, cursor?: string): Promise<Page<DeskEvent>> {
      const after = fromCursor(cursor, 2)
      const found = await reader
        .selectFrom('desk_event')
        .leftJoin('story_alias', 'story_alias.id', 'desk_event.story_id')
        .innerJoin('story', (join) => join.on('story.id', '=', presentId('desk_event')))
        .leftJoin('account as actor', 'actor.id', 'desk_event.actor_id')
        .leftJoin('account as assignee', 'assignee.id', 'desk_event.assignee_id')
        .select(['desk_event.id', 'desk_event.act', 'desk_event.actor_id', 'desk_event.assignee_id'])
        .select(['desk_event.value', 'desk_event.at', 'story.id as story', 'story.title', 'story.language'])
        .select(['actor.name as actor_name', 'assignee.name as assignee_name'])
        .$if(storyId !== undefined, (query) => query.where('story.id', '=', storyId!))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(desk_event.at, desk_event.id) < (${after![0]}, ${after![1]})`),
        )
        .orderBy('desk_event.at', 'desc')
        .orderBy('desk_event.id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return pageOf(
        found,
        limit,
        ({ at, id }) => [at, id],
        (row): DeskEvent => ({
          ...{ id: row.id, storyId: row.story, title: row.title, language: row.language, act: row.act as DeskAct },
          actor: { id: row.actor_id, name: row.actor_name ?? '' },
          ...defined({ assignee: person(row.assignee_id, row.assignee_name), value: row.value ?? undefined }),
          at: row.at,
        }),
      )
    },
  }

  type Noted = {
    readonly storyId: string
    readonly act: DeskAct
    readonly by: string
    readonly assigneeId?: string | null
    readonly value?: string | null
    readonly at: string
  }

  async function note(tx: Tx, { storyId, act, by, assigneeId, value, at }: Noted): Promise<void> {
    // Ids ascend with time: acts at the same moment of the clock keep their order.
    const id = `${Date.now().toString(16).padStart(12, '0')}-${randomUUID()}`
    const row = { id, story_id: storyId, act, actor_id: by, assignee_id: assigneeId ?? null }
    await tx
      .insertInto('desk_event')
      .values({ ...row, value: value ?? null, at })
      .execute()
    const old = await tx
      .selectFrom('desk_event')
      .select('id')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .offset(keptEvents)
      .limit(keptEvents)
      .execute()
    const ids = old.map(({ id }) => id)
    if (ids.length > 0) await tx.deleteFrom('desk_event').where(engine.isIn('id', ids)).execute()
  }
}

export type DeskStore = ReturnType<typeof deskStore>

/** Undefined for nobody, and for an account that is gone. */
function person(id: string | null, name: string | null): DeskPerson | undefined {
  return id !== null && name !== null ? { id, name } : undefined
}

/**
 * Somebody leaves: their notes go, what they had is free again, and no log names them. What they put on the desk stays, since others
 * work on it.
 */
export async function leaveDesk(tx: Tx, readerId: string): Promise<void> {
  await tx.updateTable('desk_story').set({ assignee_id: null }).where('assignee_id', '=', readerId).execute()
  await tx.updateTable('desk_story').set({ put_by: null }).where('put_by', '=', readerId).execute()
  await tx.deleteFrom('desk_note').where('reader_id', '=', readerId).execute()
  await tx
    .deleteFrom('desk_event')
    .where((row) => row.or([row('actor_id', '=', readerId), row('assignee_id', '=', readerId)]))
    .execute()
}
