import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { FeedKind, FeedSubject } from '../../core/feed/feed-subject.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { FeedAddressTable } from './feed-schema.ts'

/** A secret URL of one of a reader's feeds. */
export type FeedAddress = FeedSubject & {
  readonly id: string
  readonly readerId: string
  /** The name of its subject when it was created. */
  readonly label: string
  /** True when a hub is notified of changes: the hub then knows the URL. */
  readonly isAnnounced: boolean
  readonly at: string
}

/** Secret feed URLs. Only a hash of each URL is stored. */
export function feedAddressStore(engine: Engine) {
  const { reader } = engine
  return {
    /** One URL per feed: if there is one already, returns that and writes nothing. */
    add: (address: FeedAddress, tokenHash: string): Promise<FeedAddress> =>
      engine.write(async (tx) => {
        const { id, readerId, kind, target, label, isAnnounced, at } = address
        const row = { id, token_hash: tokenHash, reader_id: readerId, kind, target, label, announced: null, at }
        await engine.insertMany(tx, 'feed_address', [{ ...row, is_announced: isAnnounced ? 1 : 0 }], {
          ifExists: 'on conflict (reader_id, kind, target) do nothing',
        })
        const kept = await tx
          .selectFrom('feed_address')
          .selectAll()
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where('target', '=', target)
          .executeTakeFirstOrThrow()
        return toAddress(kept)
      }),

    /** Newest first, each with the hash of its URL. */
    async list(readerId: string): Promise<readonly (FeedAddress & { readonly tokenHash: string })[]> {
      const rows = await reader
        .selectFrom('feed_address')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...toAddress(row), tokenHash: row.token_hash }))
    },

    async find(tokenHash: string): Promise<FeedAddress | undefined> {
      const row = await reader
        .selectFrom('feed_address')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row && toAddress(row)
    },

    /** Returns undefined when this reader has no such URL. */
    remove: (readerId: string, id: string): Promise<true | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('feed_address')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        return row && true
      }),

    announce: (readerId: string, id: string, isAnnounced: boolean): Promise<true | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .updateTable('feed_address')
          .set({ is_announced: isAnnounced ? 1 : 0, announced: null })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        return row && true
      }),

    /** Those announced to a hub, by id, with the hash of the content last announced. */
    async listAnnounced(
      limit: number,
      after: string = '',
    ): Promise<readonly (FeedAddress & { readonly tokenHash: string; readonly announced?: string })[]> {
      const rows = await reader
        .selectFrom('feed_address')
        .selectAll()
        .where('is_announced', '=', 1)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        ...toAddress(row),
        tokenHash: row.token_hash,
        ...defined({ announced: row.announced ?? undefined }),
      }))
    },

    async noteAnnounced(id: string, announced: string): Promise<void> {
      await engine.write((tx) => tx.updateTable('feed_address').set({ announced }).where('id', '=', id).execute())
    },
  }
}

export type FeedAddressStore = ReturnType<typeof feedAddressStore>

/**
 * Renames the folder of the folder feeds' URLs. When folders are merged, the URLs of both continue, though each target must be
 * unique: the second gets a target that no folder can have, and its label names the folder.
 */
export async function followRenamedFolder(tx: Tx, readerId: string, name: string, to: string): Promise<void> {
  if (name === to || to === '') return
  const ofFolder = (folder: string) =>
    tx
      .updateTable('feed_address')
      .where('reader_id', '=', readerId)
      .where('kind', '=', 'folder')
      .where('target', '=', folder)
  const isTaken = await tx
    .selectFrom('feed_address')
    .select('id')
    .where('reader_id', '=', readerId)
    .where('kind', '=', 'folder')
    .where('target', '=', to)
    .executeTakeFirst()
  await ofFolder(name)
    .set(isTaken ? { target: sql<string>`${besideMark} || id` } : { target: to })
    .execute()
  await tx
    .updateTable('feed_address')
    .set({ label: to })
    .where('reader_id', '=', readerId)
    .where('kind', '=', 'folder')
    .where('label', '=', name)
    .execute()
}

/** No folder name begins with white space. */
const besideMark = '\n'

function toAddress({ id, reader_id, kind, target, label, is_announced, at }: FeedAddressTable): FeedAddress {
  const folder = kind === 'folder' ? label : target
  return { id, readerId: reader_id, kind: kind as FeedKind, target: folder, label, isAnnounced: is_announced === 1, at }
}
