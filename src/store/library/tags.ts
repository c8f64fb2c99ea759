import type { Tag, TaggedKind } from '../../core/marks.ts'
import { foldName } from '../../core/text/fold-name.ts'
import { thingKey } from '../../core/text/thing-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import { earlierIds, markedTargets, onPresentStories } from '../stories/story-aliases.ts'
import type { TagTable } from './mark-schema.ts'
import type { TagStore } from './share-stores.ts'

const undoKeptMs = 86_400_000
const stays = 'on conflict (reader_id, kind, target, folded) do nothing'

/** What stood under the names a renaming touched: rows taken away, and rows it put in their place. */
type Before = { readonly gone: readonly TagTable[]; readonly made: readonly TagTable[] }

/** The words readers put on what they keep. */
export function tagStore(engine: Engine): TagStore {
  const { reader } = engine
  return {
    async add(readerId, tags) {
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

    remove: (readerId, kind, target, name) =>
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

    removeMany: (readerId, items, names) =>
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

    async list(readerId) {
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

    rename: (readerId, name, to, undo) =>
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
        const keys = new Set(added.map(thingKey))
        const before: Before = { gone: rows, made: made.filter((row) => keys.has(thingKey(row))) }
        await tx.deleteFrom('tag_undo').where('at', '<', addMs(undo.at, -undoKeptMs)).execute()
        await tx
          .insertInto('tag_undo')
          .values({ id: undo.id, reader_id: readerId, at: undo.at, body: JSON.stringify(before) })
          .execute()
        return rows.length
      }),

    undo: (readerId, undoId) =>
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

/** Takes rows away, those of one name and kind at once: of a name there can be thousands. */
async function removeRows(engine: Engine, tx: Tx, readerId: string, rows: readonly TagTable[]): Promise<void> {
  for (const some of Map.groupBy(rows, ({ kind, folded }) => `${kind} ${folded}`).values())
    await tx
      .deleteFrom('tag')
      .where('reader_id', '=', readerId)
      .where('kind', '=', some[0]!.kind)
      .where('folded', '=', some[0]!.folded)
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
