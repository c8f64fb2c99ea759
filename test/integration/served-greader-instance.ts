import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { openGreaderInstance } from './greader-instance.ts'

/** An instance that is served, and a folder for a program that reads from it. `close` ends and removes all. */
export async function serveGreaderInstance(program: string) {
  const instance = await openGreaderInstance('sqlite')
  const folder = await mkdtemp(join(tmpdir(), `twosource-${program}-`))
  const { context } = instance
  const running = await servePages({ ...context, config: { ...context.config, TWOSOURCE_PORT: 0 } } as Context, {
    trustsMachine: true,
  })
  return {
    instance,
    folder,
    url: running.url,
    async close() {
      await running.close()
      await instance.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
