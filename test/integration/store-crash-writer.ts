import { openStore } from '../../src/store/open-store.ts'
import { at, parsed, polled } from './store-fixtures.ts'

// Writes until it is killed, and says on stdout what was acknowledged: one line for each batch, only after its commit.
const [url = '', round = '', schema] = process.argv.slice(2)
const store = await openStore(url, schema ? { schema, connections: 2 } : {})
const { added, existing } = await store.feeds.addMany(
  'owner',
  [{ url: 'https://a.example/' }, { url: 'https://b.example/' }],
  at(),
)
const feeds = [...existing, ...added]
process.stdout.write('ready\n')
for (let batch = 0; ; batch++) {
  const keys = Array.from({ length: 4 }, (_, index) => `${round}-${batch}-${index}`)
  const entries = keys.map((key) => polled({ key, text: `Some words of ${key}. `.repeat(40) }))
  await store.feeds.savePolls(feeds.map((feedId) => parsed(feedId, entries)))
  process.stdout.write(`${keys.join(' ')}\n`)
  if (batch % 3 === 2) {
    const { rows } = await store.entries.list('owner', { isUnread: true }, 3)
    await store.entries.setRead(
      'owner',
      rows.map((row) => row.id),
      true,
      at(),
    )
    const jobs = await store.jobs.claim('ingest-entry', 5, 1, at(1))
    await store.jobs.complete(jobs.slice(0, 2))
  }
}
