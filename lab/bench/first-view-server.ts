import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { serveEdition } from '../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../src/app/demo.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import { demoNow, findFilledDemo } from '../../test/integration/filled-demo.ts'
import { openFeedFarm } from './material/feed-farm.ts'

/**
 * `node lab/bench/first-view-server.ts FOLDER FEEDS ENTRIES`: the product on a store of the demo edition and a farm of feeds.
 * A store that is in the folder is served as it is, at the moment it was built, so that Today is the same page. Prints
 * its address and the story of the day.
 */
const [folder = '', feeds = '1000', entries = '30', farm] = process.argv.slice(2)
const stamp = join(folder, 'built-at')
const isThere = existsSync(stamp)
/** Where tests run, the edition as it was taken in for all of them. */
const filled = isThere ? undefined : await findFilledDemo()
const builtAt = isThere ? new Date(await readFile(stamp, 'utf8')) : filled ? demoNow : new Date()
if (filled) await cp(filled.folder, folder, { recursive: true })
const offsetMs = builtAt.getTime() - Date.now()
const config = {
  ...readConfig({ TWOSOURCE_PORT: '0' }),
  TWOSOURCE_DATA: folder,
  TWOSOURCE_ALLOW_PRIVATE: true,
}
await using context = await createContext(
  config,
  () => {},
  () => new Date(Date.now() + offsetMs),
  { limits: { perHost: 16 } },
)
const { operations, pipeline } = context
if (!isThere) {
  await using stack = new AsyncDisposableStack()
  if (!filled) {
    const edition = stack.adopt(await serveEdition({ now: builtAt }), (one) => one.close())
    await readEdition(context, edition)
  }
  const served = stack.adopt(
    await openFeedFarm({ feeds: Number(feeds), entries: Number(entries), farm, database: undefined }),
    (one) => one.close(),
  )
  await subscribe(operations, served.feeds, 'Bench')
  await pipeline.pollOnce()
  await writeFile(stamp, builtAt.toISOString())
}
const { counts } = await operations.store.check()
const { stories } = await getToday.run(operations, {})
const running = await servePages(context, { trustsMachine: true })
console.log(JSON.stringify({ url: running.url, story: stories[0]?.id, counts }))
// It ends with its standard input.
for await (const _ of process.stdin);
await running.close()
