import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

const GROUPS = 40
/** All over the range, as hashes are; the last ones near its end. */
const hashOf = (group: number, place: number) => Math.floor(((group * 5 + place + 1) / (GROUPS * 5)) ** 3 * 0xffffffff)

function rowsOf(path: string, table: string): number {
  using file = new DatabaseSync(path)
  return Number(file.prepare(`select count(*) as rows from ${table}`).get()?.rows)
}

for (const dialect of dialects)
  describe(`fingerprints of many documents on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('look-alikes are found before, while and after they go into the index, by every process', async () => {
      const [entry] = await withEntries(store, [{ key: 'any' }], 'https://f.example/')
      const other = await database.open()
      let kept = 0
      const save = (by: Store, count: number) => {
        const documents = Array.from({ length: count }, (_, index) => {
          const number = kept + index
          const fingerprints = [0, 1, 2, 3].map((place) => hashOf(number % GROUPS, place))
          const given = { entry: entry!, text: `Text ${number}`, articleId: `article-${number}`, fingerprints }
          return ingested({ ...given, more: { entryIds: [] } })
        })
        kept += count
        return by.articles.saveIngested(documents)
      }
      const check = async (by: Store) => {
        for (const group of [0, 17, GROUPS - 1]) {
          const hashes = [0, 1, 2, 3].map((place) => hashOf(group, place))
          const found = await by.articles.lookAlikes(hashes, at(-60), 100)
          const wanted = Array.from({ length: kept }, (_, number) => number).filter((each) => each % GROUPS === group)
          assert.deepEqual(
            found.map(({ document, sharedFingerprints }) => [document.text, sharedFingerprints]),
            wanted.map((number) => [`Text ${number}`, 4]),
            `${kept} kept`,
          )
        }
      }
      await save(store, 600)
      await check(store)
      await save(other, 430)
      await check(other)
      await check(store)
      for (let round = 0; round < 5; round += 1) {
        await save(round % 2 === 0 ? store : other, 15)
        await check(store)
        await check(other)
      }
      const later = await database.open()
      await check(later)
      for (let round = 0; round < 3; round += 1) await save(later, 300)
      for (const by of [later, store, other]) await check(by)
      if (dialect === 'sqlite') assert.ok(rowsOf(database.url, 'fingerprint_set') < 1_000)
      if (dialect === 'sqlite') assert.ok(rowsOf(database.url, 'fingerprint') >= 4 * 1_024)
    })

    test('rows that were copied from another database are looked into as well, and go with their age', async () => {
      const [entry] = await withEntries(store, [{ key: 'copied' }], 'https://g.example/')
      await store.articles.saveIngested([ingested({ entry: entry!, text: 'Copied.' })])
      const hex = Buffer.from(Uint32Array.of(1_001, 1_002, 4_294_967_291).buffer).toString('hex')
      await database.execute('delete from fingerprint_set')
      await database.execute(
        `insert into fingerprint_set (document_sequence, hashes) select max(sequence),
          ${dialect === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'::bytea`} from document`,
      )
      const found = async () => {
        const fresh = await database.open()
        const all = await fresh.articles.lookAlikes([1_001, 1_002, 4_294_967_291], at(-60), 5)
        return all.map(({ document, sharedFingerprints }) => [document.text, sharedFingerprints])
      }
      assert.deepEqual(await found(), [['Copied.', 3]])
      while ((await store.retention.shrink(at(60), at(120))) > 0);
      assert.deepEqual(await found(), [])
    })
  })
