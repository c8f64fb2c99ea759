import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { openGreaderHouse } from './greader-house.ts'

/** A house that is served, and a folder for a program that reads from it. `close` ends and removes all. */
export async function serveGreaderHouse(program: string) {
  const house = await openGreaderHouse('sqlite')
  const folder = await mkdtemp(join(tmpdir(), `twosource-${program}-`))
  const { context } = house
  const running = await servePages({ ...context, config: { ...context.config, TWOSOURCE_PORT: 0 } } as Context, {
    trustsMachine: true,
  })
  return {
    house,
    folder,
    url: running.url,
    async close() {
      await running.close()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
