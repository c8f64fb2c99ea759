import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What becomes of bytes on the way: handed on, or swallowed while the connections stay open. */
type Way = 'open' | 'silent'

/** Stands on loopback between the product and its database. */
export type DatabaseProxy = {
  readonly port: number
  /** Swallows all bytes, in both directions and of new connections too. What is swallowed never arrives. */
  silence(): void
  /** Falls silent at the next commit: before it arrives, or with its answer. */
  silenceAtCommit(what: 'commit' | 'answer'): void
  /** Hands bytes on again, on the connections that are still open. */
  speak(): void
  /** Resets every connection on the side of the product. */
  reset(): void
  /** Ends every connection on the side of the database and says nothing of it to the product: half-open connections. */
  forget(): void
  close(): Promise<void>
}

/** Starts a proxy before the database at this port of loopback. */
export async function openDatabaseProxy(databasePort: number): Promise<DatabaseProxy> {
  let way: Way = 'open'
  let atCommit: 'commit' | 'answer' | undefined
  const pairs = new Set<{ readonly near: Socket; readonly far: Socket; isForgotten: boolean }>()
  const server = createServer((near) => {
    const far = connect(databasePort, '127.0.0.1')
    const pair = { near, far, isForgotten: false }
    pairs.add(pair)
    const hand = (from: Socket, to: Socket) => {
      from.on('data', (bytes) => {
        const isCommit = atCommit !== undefined && from === near && bytes.includes('commit\0')
        const isHanded = way === 'open' && !(isCommit && atCommit === 'commit')
        if (isCommit) {
          way = 'silent'
          atCommit = undefined
        }
        if (isHanded && !pair.isForgotten) to.write(bytes)
      })
      from.on('error', () => {})
      from.once('close', () => {
        if (from === far && (pair.isForgotten || way !== 'open')) return
        pairs.delete(pair)
        to.destroy()
      })
    }
    hand(near, far)
    hand(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    silence() {
      way = 'silent'
    },
    silenceAtCommit(what) {
      atCommit = what
    },
    speak() {
      way = 'open'
    },
    reset() {
      for (const { near } of pairs) near.resetAndDestroy()
    },
    forget() {
      for (const pair of pairs) {
        pair.isForgotten = true
        pair.far.destroy()
      }
    },
    close() {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
