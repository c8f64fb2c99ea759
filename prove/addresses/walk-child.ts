import { mkdtemp, rm } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StubNetwork, stubNetwork } from './stub-network.ts'

// The stub stands before anything of the program is loaded.
const network: StubNetwork = stubNetwork()
const { readConfig } = await import('../../src/config.ts')
const { createContext } = await import('../../src/context.ts')
const { isPublicAddress } = await import('../../src/http/private-address.ts')
const { readRecords } = await import('../../eval/read-set.ts')
const { callersOf } = await import('./callers.ts')
const { treacherous } = await import('./treacherous-names.ts')
const { rebindings } = await import('./rebindings.ts')

/** What a caller did with the addresses of the set, and with names whose answers change. */
export type CallerWalk = {
  readonly name: string
  readonly namedBy: 'reader' | 'owner'
  readonly records: number
  /** Refused and not connected to, of those marked so. */
  readonly refused: number
  readonly toRefuse: number
  /** Connected to, of those marked as allowed. */
  readonly asked: number
  readonly toAsk: number
  /** Connections to an address that is not public. */
  readonly privateConnects: number
  readonly rebinds: number
  readonly privateRebinds: number
  readonly wrong: readonly string[]
}

const PUBLIC = '93.184.215.14'
const RUNS = 100
const [path = ''] = process.argv.slice(2)
const records = readRecords<{ readonly kind: string; readonly url: string; readonly expect: 'block' | 'allow' }>(path)
const folder = await mkdtemp(join(tmpdir(), 'twosource-addresses-'))
const context = await createContext({ ...readConfig({}), TWOSOURCE_DATA: folder, TWOSOURCE_PER_HOST: 16 }, () => {})
const settings = {
  userAgent: 'Twosource',
  allowPrivate: false,
  maxBytes: 1000,
  timeoutMs: 3000,
  connectTimeoutMs: 3000,
  perHost: 16,
  inFlight: 64,
}
const isOpen = (address: string) => isPublicAddress(address)
const walks: CallerWalk[] = []
for (const { name, namedBy, ask, isShared } of callersOf(context, settings)) {
  const wrong: string[] = []
  let [refused, asked, privateConnects, privateRebinds, rebinds] = [0, 0, 0, 0, 0]
  for (const { kind, url, expect } of records) {
    network.start((host) => treacherous.get(host) ?? [PUBLIC])
    await Promise.resolve()
      .then(() => ask(url))
      .catch(() => {})
    const connects = network.connects()
    const closed = connects.filter((address) => isIP(address) === 0 || !isOpen(address)).length
    privateConnects += closed
    if (expect === 'block' && connects.length === 0) refused++
    else if (expect === 'allow' && connects.length > 0 && closed === 0) asked++
    else if (!isShared || closed > 0) wrong.push(`${kind} ${url}`)
  }
  for (const names of rebindings)
    for (let run = 0; run < RUNS; run++) {
      network.start((_, time) => names(time + (run % 3)))
      // Twice: the second time a connection may be kept, and the name resolved anew.
      for (let time = 0; time < 2; time++)
        await Promise.resolve(ask(`https://changing-${run}.example/x`)).catch(() => {})
      rebinds++
      privateRebinds += network.connects().filter((address) => !isOpen(address)).length
    }
  const toRefuse = records.filter(({ expect }) => expect === 'block').length
  const toAsk = records.length - toRefuse
  walks.push({
    name,
    namedBy,
    records: records.length,
    refused,
    toRefuse,
    asked,
    toAsk,
    privateConnects,
    rebinds,
    privateRebinds,
    wrong,
  })
}
await context[Symbol.asyncDispose]()
await rm(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(walks))
process.exit(0)
