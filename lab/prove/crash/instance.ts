import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { retryJobs } from '../../../src/operations/admin/list-jobs.ts'
import { follow } from '../../../src/operations/library/follow.ts'
import { addAlertChannel } from '../../../src/operations/notify/alert-channels.ts'
import { setAlertSettings } from '../../../src/operations/notify/alerts.ts'
import { furnish } from '../cluster/instance.ts'

/** What a webhook was told: how often each new entry and each alert came, and under which names. */
export type Heard = {
  readonly entries: Map<string, Set<string>>
  readonly alerts: Map<string, Set<string>>
}

/** Listens for what an instance tells outside. */
export async function openHook() {
  const heard: Heard = { entries: new Map(), alerts: new Map() }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const said = JSON.parse(Buffer.concat(chunks).toString()) as {
        entries?: readonly Named[]
        alerts?: readonly Named[]
      }
      const name = String(request.headers['idempotency-key'])
      note(heard.entries, said.entries, name)
      note(heard.alerts, said.alerts, name)
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

type Named = { readonly id: string | number }

function note(into: Map<string, Set<string>>, told: readonly Named[] = [], name: string): void {
  for (const { id } of told) into.set(String(id), (into.get(String(id)) ?? new Set()).add(name))
}

/** What its processes may do, beyond what is usual. */
export const instanceLimits = { analysisMs: 120_000, requestsPerMinute: 1_000_000 }

/** An instance on SQLite that takes all its text from feeds on loopback, on a machine that has much else to do. */
export function instanceSettings(folder: string) {
  return {
    TWOSOURCE_DATA: folder,
    TWOSOURCE_ALLOW_PRIVATE: 'true',
    TWOSOURCE_FETCH_PAGES: 'false',
    TWOSOURCE_ANALYSIS_THREADS: '1',
  }
}

/** Subscribes the owner, has webhooks told of new entries and alerts, and answers a token that may write. */
export async function furnishInstance(
  settings: Readonly<Record<string, string>>,
  feeds: readonly string[],
  hook: string,
): Promise<string> {
  const token = await furnish(settings, { feeds, hook: `${hook}/entries` })
  await using context = await createContext(readConfig(settings), () => {})
  await setAlertSettings.run(context.operations, { isAllOn: true, perHour: 60 })
  await addAlertChannel.run(context.operations, { kind: 'webhook', url: `${hook}/alerts` })
  const sources = await context.operations.store.feeds.listSources('owner')
  for (const { id, name } of sources) await follow.run(context.operations, { kind: 'source', target: id, label: name })
  return token
}

/** Asks for what was given up again, as a person does on Admin; answers how many jobs these were. */
export async function tryAgain(settings: Readonly<Record<string, string>>): Promise<number> {
  await using context = await createContext(readConfig(settings), () => {})
  return retryJobs.run(context.operations, { ids: 'all' })
}
