import { type Tag, type TaggedKind, targetKey } from '../../core/marks.ts'
import { foldName } from '../../core/names/name-spelling.ts'
import { nth } from '../../core/nth.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import { earlierIds, markedTargets, onPresentStories } from '../stories/story-aliases.ts'
import type { TagTable } from './mark-schema.ts'

const undoKeptMs = 86_400_000
const stays = 'on conflict (reader_id, kind, target, folded) do nothing'

/** What renaming a tag changed: the rows deleted and inserted. */
type Before = { readonly gone: readonly TagTable[]; readonly made: readonly TagTable[] }

/** Readers' tags. Case and accents don't distinguish tags; the first spelling stays. */
export function tagStore(engine: Engine) {
  const { reader } = engine
  return {
    /** An existing one stays unchanged. */
    async add(readerId: string, tags: readonly Tag[]): Promise<void> {
      if (tags.length === 0) return
      await engine.write((tx) =>
        engine.insertMany(
          tx,
          'tag',
          tags.map((tag) => toRow(readerId, tag)),
          { ifExists: stays },
        ),
      )
    },

    /** Removes a tag from one thing; undefined when it didn't have it. */
    remove: (readerId: string, kind: TaggedKind, target: string, name: string): Promise<Tag | undefined> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, kind, target)
        const rows = await tx
          .deleteFrom('tag')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .where('folded', '=', foldName(name))
          .returning(['name', 'at'])
          .execute()
        const [first] = rows.toSorted((a, b) => (a.at < b.at ? -1 : 1))
        return first && { kind, target, ...first }
      }),

    /** Removes tags from many things and returns how many it removed. */
    removeMany: (
      readerId: string,
      items: readonly { readonly kind: TaggedKind; readonly target: string }[],
      names: readonly string[],
    ): Promise<number> =>
      engine.write(async (tx) => {
        let count = 0
        for (const [kind, some] of Map.groupBy(items, (item) => item.kind)) {
          const ids = some.map(({ target }) => target)
          const { numDeletedRows } = await tx
            .deleteFrom('tag')
            .where('reader_id', '=', readerId)
            .where('kind', '=', kind)
            .where(engine.isIn('folded', [...new Set(names.map(foldName))]))
            .where(engine.isIn('target', [...new Set([...ids, ...(await earlierIds(engine, tx, kind, ids))])]))
            .executeTakeFirstOrThrow()
          count += Number(numDeletedRows)
        }
        return count
      }),

    /** By name, then latest first; tags on merged stories are on the current one. */
    async list(readerId: string): Promise<readonly Tag[]> {
      const rows = await reader
        .selectFrom('tag')
        .select(['kind', 'target', 'folded', 'name', 'at'])
        .where('reader_id', '=', readerId)
        .orderBy('folded')
        .orderBy('at', 'desc')
        .orderBy('kind')
        .orderBy('target')
        .execute()
      const present = await onPresentStories(engine, reader, rows, ({ folded }) => folded)
      return present.map(({ kind, target, name, at }) => ({ kind: kind as TaggedKind, target, name, at }))
    },

    /**
     * Renames a tag everywhere; where both tags are on one thing, it keeps one. Without a new name the tag is deleted. The previous
     * state is kept under `undoId` for a day. Returns the number of things; undefined when there is no such tag.
     */
    rename: (
      readerId: string,
      name: string,
      to: string | undefined,
      undo: { readonly id: string; readonly at: string },
    ): Promise<number | undefined> =>
      engine.write(async (tx) => {
        const folded = foldName(name)
        const rows = await tx
          .selectFrom('tag')
          .selectAll()
          .where('reader_id', '=', readerId)
          .where('folded', '=', folded)
          .execute()
        if (rows.length === 0) return undefined
        await removeRows(engine, tx, readerId, rows)
        const made = to === undefined ? [] : rows.map((row) => ({ ...row, folded: foldName(to), name: to }))
        const added = await engine.insertMany(tx, 'tag', made, { ifExists: stays, returning: ['kind', 'target'] })
        const keys = new Set(added.map(targetKey))
        const before: Before = { gone: rows, made: made.filter((row) => keys.has(targetKey(row))) }
        await tx.deleteFrom('tag_undo').where('at', '<', addMs(undo.at, -undoKeptMs)).execute()
        await tx
          .insertInto('tag_undo')
          .values({ id: undo.id, reader_id: readerId, at: undo.at, body: JSON.stringify(before) })
          .execute()
        return rows.length
      }),

    /** Restores what one renaming or removal changed. */
    undo: (readerId: string, undoId: string): Promise<number | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('tag_undo')
          .where('reader_id', '=', readerId)
          .where('id', '=', undoId)
          .returning('body')
          .executeTakeFirst()
        if (!row) return undefined
        const { gone, made } = JSON.parse(row.body) as Before
        await removeRows(engine, tx, readerId, made)
        await engine.insertMany(tx, 'tag', gone, { ifExists: stays })
        return gone.length
      }),
  }
}

export type TagStore = ReturnType<typeof tagStore>

/** Deletes rows, all of one name and kind at once, since a name can have thousands. */
async function removeRows(engine: Engine, tx: Tx, readerId: string, rows: readonly TagTable[]): Promise<void> {
  for (const some of Map.groupBy(rows, ({ kind, folded }) => `${kind} ${folded}`).values())
    await tx
      .deleteFrom('tag')
      .where('reader_id', '=', readerId)
      .where('kind', '=', nth(some, 0).kind)
      .where('folded', '=', nth(some, 0).folded)
      .where(
        engine.isIn(
          'target',
          some.map(({ target }) => target),
        ),
      )
      .execute()
}

function toRow(readerId: string, { kind, target, name, at }: Tag): TagTable {
  return { reader_id: readerId, kind, target, folded: foldName(name), name, at }
}
