import { createHash } from 'node:crypto'
import { type ListOrder, readListOrder } from '../../core/feed/list-order.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'

/** API clients identify folders by numbers; this one means no folder. */
export const noFolderNumber = 1

/** What is stored of a folder for API clients. `isHidden`: clients leave it out of lists of everything. */
type StoredFolderNumber = { readonly name: string; readonly number: number; readonly isHidden: boolean }

/** A reader's folders: names stored with their feeds, or created before having any. */
export function folderStore(engine: Engine) {
  const orders = whileUnchanged(engine, (readerId: string) => readOrders(engine.reader, readerId))
  return {
    /** Folders that were created explicitly, with or without feeds. */
    created: (readerId: string): Promise<readonly string[]> => createdNames(engine.reader, readerId),
    /** Creates a folder; an existing one stays. `isHidden` is set in both cases if given. */
    async create(readerId: string, name: string, at: string, isHidden?: boolean): Promise<void> {
      await engine.write(async (tx) => {
        await engine.insertMany(tx, 'kept_folder', [{ reader_id: readerId, name, at }], { ifExists: 'ignore' })
        const known = await storedNumbers(tx, readerId)
        const number = (await numbersOf(tx, readerId, known)).get(name) ?? numberOf(name)
        const before = known.find((one) => one.name === name)?.isHidden ?? false
        if (number !== numberOf(name) || (isHidden ?? before) !== before)
          await saveNumber(tx, readerId, { name, number, isHidden: isHidden ?? before })
      })
    },
    /** The orders a reader chose for folders. */
    orders,
    /** The order of a folder's list; undefined: that of the lists around it. */
    async setOrder(readerId: string, name: string, order: ListOrder | undefined): Promise<void> {
      await engine.write((tx) => saveOrder(tx, readerId, name, order))
    },
    /** What is stored of hidden folders, and of those whose number doesn't follow from their name. */
    numbers: (readerId: string): Promise<readonly StoredFolderNumber[]> => storedNumbers(engine.reader, readerId),
  }
}

export type FolderStore = ReturnType<typeof folderStore>

/**
 * The number of each name: the stored one, otherwise 31 bits of a hash of the name, or the next free one. The stored number of a
 * deleted folder isn't reused.
 */
export function numberFolders(
  names: Iterable<string>,
  kept: readonly StoredFolderNumber[],
): ReadonlyMap<string, number> {
  const numbers = new Map(kept.map(({ name, number }) => [name, number]))
  const taken = new Set([0, noFolderNumber, ...numbers.values()])
  for (const name of [...new Set(names)].toSorted()) {
    if (name === '' || numbers.has(name)) continue
    let number = numberOf(name)
    while (taken.has(number)) number += 1
    taken.add(number)
    numbers.set(name, number)
  }
  return numbers
}

/** Renames a folder's own stored data, including its number; an empty name deletes it. */
export async function renameStoredFolder(tx: Tx, readerId: string, name: string, to: string): Promise<void> {
  if (name === to) return
  await moveNumber(tx, readerId, name, to)
  await moveOrder(tx, readerId, name, to)
  const ofReader = tx.selectFrom('kept_folder').select('at').where('reader_id', '=', readerId)
  const kept = await ofReader.where('name', '=', name).executeTakeFirst()
  if (!kept) return
  await tx.deleteFrom('kept_folder').where('reader_id', '=', readerId).where('name', '=', name).execute()
  const isTaken = (await ofReader.where('name', '=', to).executeTakeFirst()) !== undefined
  if (to !== '' && !isTaken)
    await tx.insertInto('kept_folder').values({ reader_id: readerId, name: to, at: kept.at }).execute()
}

async function readOrders(reader: Db | Tx, readerId: string): Promise<ReadonlyMap<string, ListOrder>> {
  const rows = await reader.selectFrom('folder_order').selectAll().where('reader_id', '=', readerId).execute()
  return new Map(rows.map(({ name, list_order }) => [name, readListOrder(list_order) ?? 'newest']))
}

async function saveOrder(tx: Tx, readerId: string, name: string, order: ListOrder | undefined): Promise<void> {
  if (order === undefined) {
    await tx.deleteFrom('folder_order').where('reader_id', '=', readerId).where('name', '=', name).execute()
    return
  }
  await tx
    .insertInto('folder_order')
    .values({ reader_id: readerId, name, list_order: order })
    .onConflict((conflict) => conflict.columns(['reader_id', 'name']).doUpdateSet({ list_order: order }))
    .execute()
}

/** A renamed folder keeps its order; one merged into another has that one's. */
async function moveOrder(tx: Tx, readerId: string, name: string, to: string): Promise<void> {
  const orders = await readOrders(tx, readerId)
  const own = orders.get(name)
  if (own === undefined) return
  await saveOrder(tx, readerId, name, undefined)
  if (to !== '' && !(await namesOf(tx, readerId)).has(to)) await saveOrder(tx, readerId, to, own)
}

/** A folder with a new, unused name stays the same to API clients; one merged into another gets that one's number. */
async function moveNumber(tx: Tx, readerId: string, name: string, to: string): Promise<void> {
  const known = await storedNumbers(tx, readerId)
  const names = await namesOf(tx, readerId)
  const number = numberFolders(names, known).get(name)
  if (to === '' || !names.has(name) || names.has(to) || number === undefined) return
  const isHidden = known.find((one) => one.name === name)?.isHidden ?? false
  await tx.deleteFrom('folder_number').where('reader_id', '=', readerId).where('name', '=', name).execute()
  await saveNumber(tx, readerId, { name: to, number, isHidden })
}

async function numbersOf(
  tx: Tx,
  readerId: string,
  known: readonly StoredFolderNumber[],
): Promise<ReadonlyMap<string, number>> {
  return numberFolders(await namesOf(tx, readerId), known)
}

async function saveNumber(tx: Tx, readerId: string, { name, number, isHidden }: StoredFolderNumber): Promise<void> {
  const set = { number, is_hidden: isHidden ? 1 : 0 }
  await tx
    .insertInto('folder_number')
    .values({ reader_id: readerId, name, ...set })
    .onConflict((conflict) => conflict.columns(['reader_id', 'name']).doUpdateSet(set))
    .execute()
}

async function createdNames(reader: Db | Tx, readerId: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('kept_folder')
    .select('name')
    .where('reader_id', '=', readerId)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

async function namesOf(tx: Tx, readerId: string): Promise<ReadonlySet<string>> {
  const used = await tx
    .selectFrom('subscription')
    .select('folder')
    .distinct()
    .where('reader_id', '=', readerId)
    .where('folder', '<>', '')
    .execute()
  const more = await tx
    .selectFrom('subscription_folder')
    .select('name')
    .distinct()
    .where('reader_id', '=', readerId)
    .execute()
  const names = [...used.map(({ folder }) => folder), ...more.map(({ name }) => name)]
  return new Set([...names, ...(await createdNames(tx, readerId))])
}

async function storedNumbers(reader: Db | Tx, readerId: string): Promise<readonly StoredFolderNumber[]> {
  const rows = await reader
    .selectFrom('folder_number')
    .select(['name', 'number', 'is_hidden'])
    .where('reader_id', '=', readerId)
    .execute()
  return rows.map(({ name, number, is_hidden }) => ({ name, number, isHidden: is_hidden === 1 }))
}

/** 31 bits of a hash of the name: needs no table, and never changes. */
function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() >>> 1
}
