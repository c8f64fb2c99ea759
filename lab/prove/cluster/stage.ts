import { rmSync } from 'node:fs'
import type { Crew, Member } from './crew.ts'
import { type DatabaseHost, execute, startDatabase, urlOf } from './database-host.ts'
import { type Host, type Network, openNetwork } from './network.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { type Nodes, openNodes } from './nodes.ts'
import type { Scale } from './scale.ts'

/** Number of the address at which the database is asked for, whichever host has it. */
const DATABASE_AT = 100
const FIRST_OUTLET_AT = 110

/** Hosts, a database, a newsroom: what all cases play on. */
export type Stage = {
  readonly network: Network
  readonly host: (name: 'a' | 'b' | 'c' | 'n') => Host
  readonly database: DatabaseHost
  /** The address that moves with the database. */
  readonly databaseAddress: string
  readonly newsroom: Newsroom
  readonly nodes: Nodes
  /** Makes a database with nothing in it; answers its address. */
  freshDatabase(name: string): Promise<string>
  /** The address of a database of that name, on whichever host. */
  urlOf(name: string): string
  /** Has the folder of a further server removed in the end. */
  keep(server: DatabaseHost): void
  /** Workers on hosts b and c, and web nodes beside them. */
  startCluster(crew: Crew, database: string): readonly Member[]
  close(): Promise<void>
}

/** Sets it up; the English articles are those of a set where one is given. Host a has the database, b and c work, n is the world outside. */
export async function setStage(scale: Scale, seed: number, set?: string): Promise<Stage> {
  const { articles: count } = scale
  const network = openNetwork(['a', 'b', 'c', 'n'])
  const host = (name: 'a' | 'b' | 'c' | 'n') => network.hosts[name] as Host
  const nodes = openNodes()
  const folders: string[] = []
  try {
    const startMs = Date.now() - 50 * 3_600_000
    const addresses = Array.from({ length: Math.min(100, Math.max(6, count / 10)) }, (_, index) =>
      network.addressAt(FIRST_OUTLET_AT + index),
    )
    for (const address of addresses) host('n').takeAddress(address)
    const newsroom = await openNewsroom({ seed, count, startMs, ...(set && { set }) }, addresses, (script, args) =>
      host('n').spawn(process.execPath, [script, ...args]),
    )
    const database = await startDatabase(host('a'), `${network.addressAt(0)}/24`)
    folders.push(database.folder)
    const databaseAddress = network.addressAt(DATABASE_AT)
    host('a').takeOver(databaseAddress)
    return {
      network,
      host,
      database,
      databaseAddress,
      newsroom,
      nodes,
      async freshDatabase(name) {
        await execute(urlOf(database.host.address), `create database ${name}`)
        return urlOf(databaseAddress, name)
      },
      urlOf: (name) => urlOf(databaseAddress, name),
      keep: (server) => folders.push(server.folder),
      startCluster(crew, url) {
        const hosts = ['b', 'c'] as const
        const workers = hosts.flatMap((on) =>
          Array.from({ length: scale.workers }, (_, number) =>
            nodes.worker(crew, host(on), `${on}-worker-${number}`, url),
          ),
        )
        for (const on of hosts.slice(0, scale.webNodes)) nodes.web(crew, host(on), `${on}-web`, url)
        return workers
      },
      async close() {
        network.close()
        nodes.close()
        for (const folder of folders) rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    network.close()
    nodes.close()
    throw error
  }
}
