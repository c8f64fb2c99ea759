import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { limitsEnv } from '../../../test/other-limits.ts'
import type { Crew, Member } from './crew.ts'
import type { Host } from './network.ts'
import { passingFolder } from './passing-folder.ts'

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
const WEB_PORT = 7180

export const nodeLimits = { perHost: 8, requestsPerMinute: 100_000, analysisMs: 120_000, timeoutMs: 60_000 }

/**
 * Settings of every process of a proof. Pages are not looked at again: an hour that goes by in a moment would ask for all of them. On a
 * machine that has much else to do, reading a page may take long.
 */
export const nodeSettings = {
  TWOSOURCE_ALLOW_PRIVATE: 'true',
  TWOSOURCE_FETCH_PAGES: 'once',
  TWOSOURCE_ANALYSIS_THREADS: '1',
  ...limitsEnv(nodeLimits),
}

/** Starts processes of the product on hosts, each with a data folder of its own. */
export type Nodes = {
  /** One that does all the work there is, and serves pages. */
  whole(crew: Crew, host: Host, name: string, database: string | undefined, cores?: string): Member
  /** One that works and serves no pages. */
  worker(crew: Crew, host: Host, name: string, database: string, cores?: string): Member
  /** One that serves pages and does no work. */
  web(crew: Crew, host: Host, name: string, database: string): Member
  /** Where a process without a PostgreSQL database keeps its own. */
  fileOf(name: string): string
  folderOf(name: string): string
  readonly webPort: number
  /** Removes the data folders. */
  close(): void
}

export function openNodes(): Nodes {
  const folder = passingFolder('cluster')
  const start = (
    crew: Crew,
    host: Host,
    name: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    cores?: string,
  ) =>
    crew.start(
      name,
      (given, settings) =>
        host.spawn(process.execPath, [main, ...given], { env: settings, ...(cores !== undefined && { cores }) }),
      args,
      { ...nodeSettings, TWOSOURCE_DATA: join(folder, name), ...env },
    )
  const on = (database: string | undefined) => (database === undefined ? {} : { TWOSOURCE_DATABASE: database })
  const pages = (host: Host, port: number) => ({ TWOSOURCE_HOST: host.address, TWOSOURCE_PORT: String(port) })
  return {
    webPort: WEB_PORT,
    folderOf: (name) => join(folder, name),
    fileOf: (name) => join(folder, name, 'twosource.db'),
    whole: (crew, host, name, database, cores) =>
      start(crew, host, name, ['serve'], { ...pages(host, 0), ...on(database) }, cores),
    worker: (crew, host, name, database, cores) => start(crew, host, name, ['worker'], on(database), cores),
    web: (crew, host, name, database) =>
      start(crew, host, name, ['serve', '--roles', 'none'], { ...pages(host, WEB_PORT), ...on(database) }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
