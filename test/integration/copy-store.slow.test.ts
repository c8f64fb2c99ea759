import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { describe, type TestContext, test } from 'node:test'
import { copyStoreCommand } from '../../src/app/commands/copy-store-command.ts'
import { indexedText } from '../../src/pipeline/pages/indexed-text.ts'
import { type CopySource, openPostgresSource, openSqliteSource } from '../../src/store/copy/copy-source.ts'
import { type CopyOptions, type CopyResult, copyStore, sumOf } from '../../src/store/copy/copy-store.ts'
import { listTables, notCopied } from '../../src/store/copy/copy-tables.ts'
import { openMigrated, openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { openCommands, usage } from './command-run.ts'
import { makeDatabase, makeEmptyDatabase, skipReason, type TestDatabase } from './databases.ts'
import { fillEveryTable } from './fill-every-table.ts'
import { runProduct } from './product.ts'
import { at, ingested, parsed, polled, subscribe, withEntries } from './store-fixtures.ts'

const skip = skipReason('postgres')

describe('copying a store', { skip }, () => {
  test('every table with every kind of value comes over and back', async (t) => {
    const [first, second, third] = await databases(t, 'sqlite', 'new postgres', 'new sqlite')
    const filled = fillEveryTable(first.url)
    const over = await copy(first, second)
    assert.equal(over.kind, 'done', JSON.stringify(over))
    assert.deepEqual(over.kind === 'done' && over.tables.map(({ table }) => table).toSorted(), filled.toSorted())
    assert.ok(over.kind === 'done' && over.tables.every(({ source }) => source.count === 2))
    assert.ok(over.kind === 'done' && over.changedTexts > 50, 'U+0000 was not told of')
    // As it is kept when there is much of it.
    await second.execute(partitioned)
    const back = await copy(second, third)
    assert.equal(back.kind, 'done', JSON.stringify(back))
    assert.deepEqual(await sums(third), await sums(first))
    using db = new DatabaseSync(third.url)
    const [row] = db.prepare('select content_html, packed from entry_content order by sequence').all()
    assert.equal(row?.content_html, null)
    assert.ok(row?.packed instanceof Uint8Array, 'long HTML is compressed again')
    const [entry] = db.prepare(`select seq from sqlite_sequence where name = 'entry'`).all()
    assert.equal(entry?.seq, 1000)
  })

  test('both databases have the same tables and columns, and each is copied or left out for a reason', async (t) => {
    const [sqlite, postgres] = await databases(t, 'sqlite', 'postgres')
    const ofSqlite = await withSource(sqlite, ({ reader }) => listTables(reader, 'sqlite'))
    await (await postgres.open()).close()
    const ofPostgres = await withSource(postgres, ({ reader }) => listTables(reader, 'postgres'))
    assert.deepEqual(ofSqlite, ofPostgres)
    using db = new DatabaseSync(sqlite.url)
    const all = db.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`).all()
    const copied = new Set(ofSqlite.map(({ name }) => name))
    const others = all.map(({ name }) => String(name)).filter((name) => !copied.has(name))
    assert.ok(
      others.every((name) => Object.keys(notCopied).some((known) => name.startsWith(known))),
      others.join(', '),
    )
  })

  test('articles, marks and quotations are read and found in the copy as before', async (t) => {
    const [first, second, third] = await databases(t, 'sqlite', 'postgres', 'sqlite')
    await fillWithNews(first)
    assert.equal((await copy(first, second)).kind, 'done')
    assert.equal((await copy(second, third)).kind, 'done')
    for (const database of [second, third]) {
      const store = await database.open()
      assert.deepEqual(
        (await store.entries.search('harbour', 10)).rows.map(({ title }) => title),
        ['The harbour opens'],
      )
      assert.equal((await store.entries.search('feedword', 40)).rows.length, 30)
      assert.equal((await store.entries.searchQuotes('open again', 'mayor', 5)).length, 1)
      // Numbers go on where they stood.
      const feedId = await subscribe(store, 'https://later.example/')
      await store.feeds.savePolls([parsed(feedId, [polled({ key: 'later' })])])
      assert.equal((await store.entries.list('owner', {}, 100)).rows.length, 32)
    }
  })

  test('words that the two databases write otherwise do not make a copy a bad one', async (t) => {
    const [first, second] = await databases(t, 'sqlite', 'postgres')
    const titles = [
      '❤️',
      '⚡️ Свой дом',
      'Свои дома',
      'बताया कि आज',
      'आज की खबर',
      'ข่าววันนี้',
      'Z҉҉҉algo',
      'Zalgo',
      '1️⃣ 2️⃣',
      'ёлка',
      'елка',
    ]
    const store = await first.open()
    await withEntries(
      store,
      titles.map((title, number) => ({ key: `${number}`, title, text: `${title} kamen` })),
    )
    await store.close()
    const copied = await copy(first, second)
    assert.equal(copied.kind, 'done', JSON.stringify(copied))
  })

  test('an index that lacks an entry is seen', async (t) => {
    const [first, second] = await databases(t, 'sqlite', 'postgres')
    const store = await first.open()
    await withEntries(store, [
      { key: 'one', title: 'Ferry sails', text: 'Ferry sails.' },
      { key: 'two', title: 'Tram stops', text: 'Tram stops.' },
    ])
    await store.close()
    await first.execute('delete from entry_search where rowid = 2')
    const copied = await copy(first, second)
    assert.equal(copied.kind, 'differs', JSON.stringify(copied))
  })

  test('stopped again and again, it goes on there and comes out the same', async (t) => {
    const [first, second] = await databases(t, 'sqlite', 'postgres')
    fillEveryTable(first.url)
    let result: CopyResult = { kind: 'stopped' }
    let runs = 0
    for (; result.kind === 'stopped' && runs < 200; runs++) {
      let steps = 0
      result = await copy(first, second, { isStopped: () => ++steps > 7 * runs + 1 })
      if (result.kind === 'stopped' && runs === 0)
        await assert.rejects(second.open(), { name: 'UnfinishedCopyError', message: /Run the same copy-store/ })
    }
    assert.equal(result.kind, 'done', JSON.stringify(result))
    assert.ok(runs > 10, `${runs} runs`)
    await (await second.open()).close()
  })

  test('what is in use is refused and stays as it was', async (t) => {
    const [first, second, other] = await databases(t, 'sqlite', 'postgres', 'sqlite')
    const store = await first.open()
    await subscribe(store)
    assert.match(refusalOf(openSqliteSource(first.url, false)), /is in use.*Stop Twosource/)
    await store.close()
    const full = await second.open()
    await subscribe(full)
    assert.match(refusalOf(await openPostgresSource(second.url, second.schema!, false)), /other connections? /)
    await full.close()
    const before = await sums(second)
    const result = await copy(first, second)
    assert.match(result.kind === 'refused' ? result.message : '', /isn’t empty: “source” has rows/)
    assert.deepEqual(await sums(second), before)
    assert.match(refusalOf(openSqliteSource(`${other.url}.none`, false)), /There is no file/)
  })

  test('an unfinished copy of another store is refused, and thrown away when asked', async (t) => {
    const [first, other, target] = await databases(t, 'sqlite', 'postgres', 'postgres')
    fillEveryTable(first.url)
    const store = await other.open()
    await subscribe(store, 'https://other.example/')
    await store.close()
    assert.equal((await copy(first, target, { isStopped: () => true })).kind, 'stopped')
    const refused = await copy(other, target)
    assert.match(refused.kind === 'refused' ? refused.message : '', /unfinished copy of another database/)
    const done = await copy(other, target, { startOver: true })
    assert.equal(done.kind, 'done', JSON.stringify(done))
    assert.deepEqual(await sums(target), await sums(other))
  })

  test('a source that is written to between two runs does not pass for copied', async (t) => {
    const [first, second] = await databases(t, 'sqlite', 'postgres')
    fillEveryTable(first.url)
    let steps = 0
    await copy(first, second, { isStopped: () => ++steps > 60 })
    await first.execute(`update account set email = 'another' where id = 'id 1'`)
    const result = await copy(first, second)
    assert.equal(result.kind, 'differs')
    assert.deepEqual(result.kind === 'differs' && result.tables.map(({ table }) => table), ['account'])
    await assert.rejects(second.open(), { name: 'UnfinishedCopyError' })
    assert.equal((await copy(first, second, { startOver: true })).kind, 'done')
  })

  test('the command copies into the schema that the address names, and out of it', async (t) => {
    const [first, second, third] = await databases(t, 'sqlite', 'postgres', 'sqlite')
    const store = await first.open()
    await withEntries(store, [{ key: 'a' }])
    await store.close()
    const named = `${second.url}?options=${encodeURIComponent(`-c search_path=${second.schema}`)}`
    const back = `${third.url}.back`
    const entriesIn = async (copy: Store) => (await copy.check()).counts.entries
    for (const [from, to] of [
      [first.url, named],
      [named, back],
    ] as const) {
      const { code, err } = await runProduct(['copy-store', '--from', from, '--to', to, '--while-running'], {})
      assert.equal(code, 0, err)
    }
    assert.equal(await entriesIn(await second.open()), 1)
    await using copied = await openStore(back)
    assert.equal(await entriesIn(copied), 1)
  })

  test('a kind of database that it does not speak is refused, not taken for a file; a password in it is not told', async (t) => {
    const { twosource, close } = await openCommands([copyStoreCommand])
    t.after(close)
    for (const pair of [
      ['--from', 'mysql://me:s3cret@a/b', '--to', 'x.db'],
      ['--from', 'x.db', '--to', 'mysql://me:s3cret@a/b'],
    ]) {
      const { code, err } = await twosource('copy-store', ...pair)
      assert.equal(code, usage)
      assert.match(err, /^--(from|to) takes postgres:\/\//)
      assert.doesNotMatch(err, /s3cret/)
    }
  })

  test('data of an older program are not copied', async (t) => {
    const [first, second] = await databases(t, 'sqlite', 'postgres')
    await first.execute('delete from schema_version where version = (select max(version) from schema_version)')
    const result = await copy(first, second)
    assert.match(result.kind === 'refused' ? result.message : '', /older program.*Start this program on it once/)
  })
})

const partitioned = `
  alter table fingerprint rename to fingerprint_first;
  create table fingerprint (hash bigint not null, document_sequence bigint not null, primary key (hash, document_sequence))
    partition by range (document_sequence);
  alter table fingerprint attach partition fingerprint_first for values from (minvalue) to (3);
  create table fingerprint_other partition of fingerprint default`

type Wanted = `${'' | 'new '}${'sqlite' | 'postgres'}`

/** As many databases: with tables, which is quicker, or new, without any. */
async function databases(t: TestContext, ...wanted: readonly Wanted[]) {
  const made = await Promise.all(
    wanted.map((one) => {
      const dialect = one.endsWith('postgres') ? 'postgres' : 'sqlite'
      return one.startsWith('new') ? makeEmptyDatabase(dialect) : makeDatabase(dialect)
    }),
  )
  t.after(() => Promise.all(made.map((database) => database.remove())))
  return made as [TestDatabase, TestDatabase, TestDatabase]
}

async function openSource({ url, schema }: TestDatabase): Promise<CopySource> {
  // Other schemas of the same server are other tests.
  const source = schema ? await openPostgresSource(url, schema, true) : openSqliteSource(url, false)
  if ('refused' in source) throw new Error(source.refused)
  return source
}

async function withSource<Result>(database: TestDatabase, work: (source: CopySource) => Promise<Result>) {
  const source = await openSource(database)
  try {
    return await work(source)
  } finally {
    await source.close()
  }
}

async function copy(from: TestDatabase, to: TestDatabase, options: Partial<CopyOptions> = {}): Promise<CopyResult> {
  return withSource(from, async (source) => {
    const { engine } = await openMigrated(to.url, to.schema ? { schema: to.schema } : {})
    try {
      return await copyStore(source, engine, { textOf: indexedText, ...options })
    } finally {
      await engine.close()
    }
  })
}

function sums(database: TestDatabase) {
  return withSource(database, async ({ reader, dialect }) => {
    const found: Record<string, string> = {}
    for (const table of await listTables(reader, dialect)) {
      const { count, hash } = await sumOf(reader, table, true)
      found[table.name] = `${count} ${hash}`
    }
    return found
  })
}

function refusalOf(opened: Awaited<ReturnType<typeof openPostgresSource>>): string {
  return 'refused' in opened ? opened.refused : 'not refused'
}

async function fillWithNews(database: TestDatabase): Promise<void> {
  const store = await database.open()
  const entries = await withEntries(store, [
    { key: 'harbour', title: 'The harbour opens', text: 'Short words of the feed.' },
    ...Array.from({ length: 30 }, (_, index) => ({ key: `k${index}`, text: `A feedword in entry ${index}.` })),
  ])
  const text = 'The mayor said: “It will open again on Monday.” Ships wait outside.'
  const quotes = [{ said: 'It will open again on Monday.', speaker: 'The mayor' }]
  await store.articles.saveIngested([ingested({ entry: entries[0]!, text, quotes })])
  await store.entries.search('anything', 1)
  await store.entries.setRead('owner', [entries[3]!.id], true, at(1))
  await store.entries.setStarred('owner', entries[4]!.id, true, at(1))
  await store.close()
}
