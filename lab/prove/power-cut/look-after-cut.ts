import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openRecordingFolder } from '../../../src/delivery/recording-folder.ts'
import { openPictureFolder } from '../../../src/store/articles/picture-folder.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { bytesNamed } from './named-bytes.ts'

/** What is wrong with what a power cut left. */
export type Left = {
  readonly lost: readonly string[]
  readonly torn: readonly string[]
  readonly unsound: readonly string[]
}

/** Opens what was left as the product does after a cut, and looks for all that it had said was kept. */
export async function lookAfterCut(folder: string, said: ReadonlyMap<string, readonly string[]>): Promise<Left> {
  const data = join(folder, 'data')
  const database = join(data, 'twosource.db')
  const lost: string[] = []
  const torn: string[] = []
  const unsound: string[] = []
  if (said.size > 0 && !existsSync(database)) lost.push('the database')
  try {
    const store = await openStore(database)
    const { isOk, detail } = await store.check({ isDeep: true })
    if (!isOk) unsound.push(detail)
    await store.close()
  } catch (error) {
    unsound.push(`It does not open: ${String(error)}`)
    return { lost, torn, unsound }
  }
  using db = new DatabaseSync(database)
  const found: Readonly<Record<string, ReadonlySet<string>>> = {
    feed: listOf(db, 'select url as key from feed'),
    entry: listOf(db, 'select key from entry group by key having count(*) = 2'),
    folder: listOf(db, `select replace(name, ' ', '_') as key from kept_folder`),
    read: listOf(db, 'select sequence as key from reading_mark where is_read = 1'),
  }
  for (const [kind, there] of Object.entries(found))
    for (const key of said.get(kind) ?? []) if (!there.has(key)) lost.push(`${kind} ${key}`)
  for (const key of listOf(db, 'select key from entry group by key having count(*) <> 2')) torn.push(`entry ${key}`)
  const batches = `select substr(key, 1, instr(key, '-') - 1) as key from entry group by 1 having count(*) <> 8`
  for (const key of listOf(db, batches)) torn.push(`batch ${key}`)
  await lookAtPictures(data, torn)
  await lookAtRecordings(data, torn)
  lookAtBackups(data, said.get('backup') ?? [], lost, unsound)
  return { lost, torn, unsound }
}

function listOf(db: DatabaseSync, statement: string): ReadonlySet<string> {
  return new Set(
    db
      .prepare(statement)
      .all()
      .map(({ key }) => String(key)),
  )
}

/** Pictures are fetched again when they are gone; half of one must not be shown. */
async function lookAtPictures(data: string, torn: string[]): Promise<void> {
  const folder = await openPictureFolder(join(data, 'images'), 50_000_000)
  for (let batch = 0; batch < 200; batch++) {
    const key = `picture-of-batch-${batch}`
    const picture = await folder.find(key)
    if (picture && !Buffer.from(bytesNamed(key)).equals(Buffer.from(picture.bytes))) torn.push(key)
  }
}

/** The same for recordings. */
async function lookAtRecordings(data: string, torn: string[]): Promise<void> {
  const form = { extension: 'ogg', contentType: 'audio/ogg' } as never
  const folder = openRecordingFolder(join(data, 'speech'), form, 50_000_000)
  for (let batch = 0; batch < 200; batch++) {
    const key = `recording-${batch}`
    const recording = await folder.find(key)
    if (recording && !Buffer.from(bytesNamed(key)).equals(await recording.read())) torn.push(key)
  }
}

/** A copy that was said to be made is there, and every file with the name of one is one. */
function lookAtBackups(data: string, said: readonly string[], lost: string[], unsound: string[]): void {
  const folder = join(data, 'backups')
  const names = existsSync(folder) ? readdirSync(folder) : []
  for (const name of said) if (!names.includes(name)) lost.push(`backup ${name}`)
  for (const name of names.filter((each) => each.endsWith('.db'))) {
    try {
      if (readFileSync(join(folder, name)).length === 0) throw new Error('empty')
      using db = new DatabaseSync(join(folder, name), { readOnly: true })
      const [row] = db.prepare('pragma integrity_check').all()
      if (row?.integrity_check !== 'ok') throw new Error(String(row?.integrity_check))
    } catch (error) {
      unsound.push(`backup ${name}: ${String(error)}`)
    }
  }
}
