import { mkdtemp, rm } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Caller } from './callers.ts'
import { type StubNetwork, stubNetwork } from './stub-network.ts'

// The stub is in place before anything of the program is loaded.
const network: StubNetwork = stubNetwork()
const { readConfig } = await import('../../../src/app/config/config.ts')
const { createContext } = await import('../../../src/app/context.ts')
const { isPublicAddress } = await import('../../../src/http/private-address.ts')
const { readRecords } = await import('../../eval/read-set.ts')
const { callersOf } = await import('./callers.ts')
const { readProxy } = await import('../../../src/http/proxy.ts')
const { refusingProxy } = await import('./refusing-proxy.ts')
const { treacherous } = await import('./treacherous-names.ts')
const { rebindings } = await import('./rebindings.ts')

/** What a caller did with the addresses of the set, and with names whose answers change. */
export type CallerWalk = {
  readonly name: string
  readonly namedBy: 'reader' | 'owner'
  /** How it goes out. */
  readonly by: Way
  readonly records: number
  /** Refused and not connected to, of those marked so. */
  readonly refused: number
  readonly toRefuse: number
  /** Connected to, of those marked as allowed. */
  readonly asked: number
  readonly toAsk: number
  /** Connections to an address that is not public, the proxy's that was asked for one included. */
  readonly privateConnects: number
  readonly rebinds: number
  readonly privateRebinds: number
  readonly wrong: readonly string[]
}

/** `names`: by a proxy that resolves names. */
export type Way = 'itself' | 'proxy' | 'names'

const PUBLIC = '93.184.215.14'
const [path = '', rounds = '', isProxied] = process.argv.slice(2)
/** How often each changing name is asked for: by a proxy less, and not where that resolves names. */
const runs: Readonly<Record<Way, number>> = {
  itself: Number(rounds),
  proxy: Math.max(3, Math.ceil(Number(rounds) / 5)),
  names: 0,
}
const records = readRecords<{ readonly kind: string; readonly url: string; readonly expect: 'block' | 'allow' }>(path)
const folder = await mkdtemp(join(tmpdir(), 'twosource-addresses-'))
const proxy = await refusingProxy()
network.open(proxy.port)
const settings = {
  userAgent: 'Twosource',
  allowPrivate: false,
  maxBytes: 1000,
  timeoutMs: 3000,
  connectTimeoutMs: 3000,
  perHost: 16,
  inFlight: 64,
}
const walks: CallerWalk[] = []
for (const by of isProxied ? (['itself', 'proxy', 'names'] as const) : (['itself'] as const)) await walkBy(by)
proxy.close()
await rm(folder, { recursive: true, force: true })
// All of it: what is written to a pipe may still be on its way when a process ends.
await new Promise((done) => process.stdout.write(JSON.stringify(walks), done))
process.exit(0)

async function walkBy(by: Way): Promise<void> {
  const address = `http://127.0.0.1:${proxy.port}`
  const ofProxy = by === 'itself' ? {} : { TWOSOURCE_PROXY: address, TWOSOURCE_PROXY_RESOLVES: String(by === 'names') }
  const place = join(folder, by)
  const config = { ...readConfig(ofProxy), TWOSOURCE_DATA: place }
  const context = await createContext(config, () => {}, undefined, { limits: { perHost: 16 } })
  const read = by === 'itself' ? undefined : readProxy(address, by === 'names')
  for (const caller of callersOf(context, { ...settings, ...(read && { proxy: read }) })) await walk(caller, by)
  await context[Symbol.asyncDispose]()
}

async function walk({ name, namedBy, ask, isShared }: Caller, by: Way): Promise<void> {
  const wrong: string[] = []
  let [refused, asked, privateConnects, privateRebinds, rebinds] = [0, 0, 0, 0, 0]
  // What a name leads to is not seen where the proxy resolves it: that guard is given up, and is not counted.
  const isClosed = (host: string) => (by === 'names' && isIP(host) === 0 ? false : !isPublicAddress(host))
  for (const { kind, url, expect } of records) {
    network.start((host) => treacherous.get(host) ?? [PUBLIC])
    proxy.start()
    await Promise.resolve()
      .then(() => ask(url))
      .catch(() => {})
    const connects = [...network.connects(), ...proxy.asked()]
    // Nothing of a reader's goes by itself where there is a proxy.
    const besides = by === 'itself' || namedBy === 'owner' ? 0 : network.connects().length
    const closed = connects.filter(isClosed).length + besides
    privateConnects += closed
    const isUnseen = by === 'names' && expect === 'block' && connects.every((host) => treacherous.has(host))
    if (expect === 'block' && (connects.length === 0 || isUnseen)) refused++
    else if (expect === 'allow' && connects.length > 0 && closed === 0) asked++
    else if (!isShared || closed > 0) wrong.push(`${kind} ${url}`)
  }
  for (const names of rebindings)
    for (let run = 0; run < runs[by]; run++) {
      network.start((_, time) => names(time + (run % 3)))
      proxy.start()
      // Twice: the second time a connection may be kept, and the name resolved again.
      for (let time = 0; time < 2; time++)
        await Promise.resolve(ask(`https://changing-${run}.example/x`)).catch(() => {})
      rebinds++
      privateRebinds += [...network.connects(), ...proxy.asked()].filter(isClosed).length
    }
  const toRefuse = records.filter(({ expect }) => expect === 'block').length
  const toAsk = records.length - toRefuse
  const tried = { name, namedBy, by, records: records.length }
  walks.push({ ...tried, refused, toRefuse, asked, toAsk, privateConnects, rebinds, privateRebinds, wrong })
}
