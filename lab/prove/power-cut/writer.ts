import { join } from 'node:path'
import type { PictureHeader } from '../../../src/core/article.ts'
import { openRecordingFolder } from '../../../src/delivery/recording-folder.ts'
import { openServerMaintenance } from '../../../src/operations/admin/server-maintenance.ts'
import { openPictureFolder } from '../../../src/store/articles/picture-folder.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { at, parsed, polled } from '../../../test/integration/store-fixtures.ts'
import { bytesNamed } from './named-bytes.ts'

// Writes as a server does, and says on standard output what was kept: one line after each commit, picture, recording and copy.
const [folder = '', batches = '0'] = process.argv.slice(2)
const say = (...words: readonly (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`)

const database = join(folder, 'data', 'twosource.db')
const store = await openStore(database)
say('opened')
const { added: feeds } = await store.feeds.addMany(
  'owner',
  [{ url: 'https://a.example/' }, { url: 'https://b.example/' }],
  at(),
)
say('feed', 'https://a.example/')
const pictures = await openPictureFolder(join(folder, 'data', 'images'), 50_000_000)
const recordings = openRecordingFolder(
  join(folder, 'data', 'speech'),
  { extension: 'ogg', contentType: 'audio/ogg' } as never,
  50_000_000,
)
const instance = openServerMaintenance({
  store,
  folder: join(folder, 'data'),
  databaseFile: database,
  version: '0',
  settings: () => [],
  now: () => new Date(),
})
const header: PictureHeader = { type: 'image/png', width: 10, height: 10 }

for (let batch = 0; batch < Number(batches); batch++) {
  const keys = Array.from({ length: 4 }, (_, index) => `${batch}-${index}`)
  const entries = keys.map((key) => polled({ key, text: `Some words of ${key}. `.repeat(60) }))
  await store.feeds.savePolls(feeds.map((feedId) => parsed(feedId, entries)))
  for (const key of keys) say('entry', key)
  await store.folders.create('owner', `Folder ${batch}`, at())
  say('folder', `Folder_${batch}`)
  const { rows } = await store.entries.list('owner', { isUnread: true }, 3)
  const ids = rows.map(({ id }) => id)
  await store.entries.setRead('owner', ids, true, at())
  for (const id of ids) say('read', id)
  if (batch % 4 === 1) {
    const key = `picture-of-batch-${batch}`
    if (await pictures.save(key, header, bytesNamed(key))) say('picture', key)
  }
  if (batch % 6 === 2) {
    const key = `recording-${batch}`
    await recordings.keep(key, bytesNamed(key), { seconds: 1, cues: [] })
    say('recording', key)
  }
  if (batch % 10 === 5) {
    instance.start('backup')
    let task = (await instance.tasks()).backup
    for (let looks = 0; looks < 400 && task?.endedAt === undefined; looks++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      task = (await instance.tasks()).backup
    }
    if (task?.outcome?.kind === 'done') say('backup', task.outcome.detail)
  }
}
instance.close()
await store.close()
say('closed')
