import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { editionLimits, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../src/app/demo.ts'
import { servePages } from '../../src/app/serve/serve.ts'

/** The pages of the demo edition once all of it is read. Its clock stands still at `now`: days and ages are the same whenever it is served. */
export async function serveDemo(now: Date): Promise<AsyncDisposable & { readonly url: string }> {
  const data = await mkdtemp(join(tmpdir(), 'twosource-pictures-'))
  const edition = await serveEdition({ now })
  const config = { TWOSOURCE_DATA: data, TWOSOURCE_PORT: '0', TWOSOURCE_ALLOW_PRIVATE: 'true' }
  const context = await createContext(
    readConfig(config),
    () => {},
    () => now,
    { limits: editionLimits },
  )
  await readEdition(context, edition)
  await fetchIcons(context)
  const running = await servePages(context, { trustsMachine: true })
  return {
    url: running.url,
    async [Symbol.asyncDispose]() {
      await running.close()
      await context[Symbol.asyncDispose]()
      await edition.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

const longestIconsMs = 20_000

/** A page that is asked first would otherwise show letters for the icons of outlets. */
async function fetchIcons({ operations: { store, reader, icons } }: Context): Promise<void> {
  const sources = (await store.feeds.list(reader.id)).map(({ sourceId }) => sourceId)
  const until = Date.now() + longestIconsMs
  while (Date.now() < until && sources.some((id) => icons?.versionOf(id) === undefined)) await setTimeout(50)
}
