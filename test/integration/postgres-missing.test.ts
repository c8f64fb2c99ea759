import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDatabase, skipReason } from './databases.ts'
import { withEntries } from './store-fixtures.ts'

/** What a dump that was taken in half, in the wrong order or with more in it leaves behind, what is said of it, and how it is undone. */
const mishaps = [
  ['alter table note rename to away', /is missing the table note\./, 'alter table away rename to note'],
  [
    'alter table feed rename etag to away',
    /is missing the column feed\.etag\./,
    'alter table feed rename away to etag',
  ],
  [
    'alter table visit drop constraint visit_pkey',
    /is missing the key visit \(reader_id, kind, target\)\./,
    'alter table visit add primary key (reader_id, kind, target)',
  ],
  [
    'alter table feed drop constraint feed_url_key',
    /is missing the key feed \(url\)\./,
    'alter table feed add constraint feed_url_key unique (url)',
  ],
  [
    'alter index entry_by_key rename to away',
    /is missing the index entry_by_key\./,
    'alter index away rename to entry_by_key',
  ],
  [
    'alter sequence entry_sequence_seq restart',
    /The numbers of entry\.sequence are behind its rows\./,
    'alter sequence entry_sequence_seq restart with 1000',
  ],
  [
    `create function f() returns trigger language plpgsql as 'begin return null; end';
     create trigger t before insert on entry for each row execute function f()`,
    /The trigger t wasn’t made by Twosource\./,
    'drop trigger t on entry',
  ],
  ['create rule r as on insert to entry do instead nothing', /The rule r wasn’t/, 'drop rule r on entry'],
  ['create policy p on entry', /The policy p wasn’t/, 'drop policy p on entry'],
] as const

test('PostgreSQL: what a database lacks after a dump was taken in is told, and that a whole one lacks nothing', {
  skip: skipReason('postgres'),
}, async () => {
  const database = await makeDatabase('postgres')
  try {
    const store = await database.open()
    await withEntries(store, [{ key: 'a' }])
    for (const [statement, said, undone] of mishaps) {
      const whole = await store.check({ isWhole: true })
      assert.equal(whole.isOk, true, whole.detail)
      await database.execute(statement)
      const { isOk, detail } = await store.check({ isWhole: true })
      assert.equal(isOk, false, statement)
      assert.match(detail, said)
      await database.execute(undone)
    }
  } finally {
    await database.remove()
  }
})

test('PostgreSQL: nothing is missing in a store that was opened and is empty, nor where fingerprints are in parts', {
  skip: skipReason('postgres'),
}, async () => {
  const database = await makeDatabase('postgres')
  try {
    const store = await database.open()
    await database.execute(`
      alter table fingerprint rename to fingerprint_first;
      create table fingerprint (hash bigint not null, document_sequence bigint not null,
        primary key (hash, document_sequence)) partition by range (document_sequence);
      alter table fingerprint attach partition fingerprint_first for values from (minvalue) to (3);
      create table fingerprint_other partition of fingerprint default`)
    const { isOk, detail } = await store.check({ isDeep: true })
    assert.deepEqual([isOk, detail], [true, 'Every page was read and is sound.'])
  } finally {
    await database.remove()
  }
})
