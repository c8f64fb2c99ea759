import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { addressKey } from '../core/text/address-key.ts'

/** What one peer may do at once and in a while. */
type PeerLimits = {
  /** Notes a connection; false, and not noted, where there are too many. */
  opens(peer: string): boolean
  closes(peer: string): void
  /** Notes a letter; false where there were too many in the hour. */
  brings(peer: string): boolean
  /** Notes that an address asked for is not there. */
  misses(peer: string): void
  /** True where that happened too often in ten minutes. */
  guesses(peer: string): boolean
}

const CONNECTIONS = 8
const LETTERS_PER_HOUR = 600
const MISSES = 100
const HOUR_MS = 3_600_000
const MISSES_MS = 600_000
/** Peers remembered at once; of more the oldest are forgotten. */
const MOST_PEERS = 10_000

type Peer = { open: number; letters: number; lettersFrom: number; missed: number; missedFrom: number }

/**
 * Limits by the address of a peer, of IPv6 by its network, in memory; `nowMs` is the clock. A mail server on this machine brings
 * what others sent it: of it neither connections nor misses are counted.
 */
export function createPeerLimits(nowMs: () => number): PeerLimits {
  const peers = new Map<string, Peer>()

  function of(address: string): Peer {
    const key = addressKey(address)
    const now = nowMs()
    const known = peers.get(key)
    if (known) {
      if (now - known.lettersFrom >= HOUR_MS) Object.assign(known, { letters: 0, lettersFrom: now })
      if (now - known.missedFrom >= MISSES_MS) Object.assign(known, { missed: 0, missedFrom: now })
      return known
    }
    const peer = { open: 0, letters: 0, lettersFrom: now, missed: 0, missedFrom: now }
    peers.set(key, peer)
    if (peers.size > MOST_PEERS) forgetOldest()
    return peer
  }

  function forgetOldest(): void {
    for (const [address, { open }] of peers) {
      if (peers.size <= MOST_PEERS) return
      if (open === 0) peers.delete(address)
    }
  }

  return {
    opens(address) {
      const peer = of(address)
      if (peer.open >= CONNECTIONS && !isHere(address)) return false
      peer.open += 1
      return true
    },
    closes(address) {
      const peer = of(address)
      peer.open = Math.max(0, peer.open - 1)
    },
    brings(address) {
      const peer = of(address)
      if (peer.letters >= LETTERS_PER_HOUR) return false
      peer.letters += 1
      return true
    },
    misses(address) {
      of(address).missed += 1
    },
    guesses: (address) => of(address).missed >= MISSES && !isHere(address),
  }
}

function isHere(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

/** What one address may be sent in a day, so that who knows it cannot fill the disk. */
type DayLimits = {
  /** Notes a letter of so many bytes; false, and not noted, where it is too much. */
  takes(localPart: string, lengthBytes: number): boolean
}

const LETTERS = 2_000
const BYTES = 100 * 2 ** 20
const DAY_MS = 86_400_000

/** Limits by address, in memory; `nowMs` is the clock. Only addresses that are there come here, so that they are few. */
export function createDayLimits(nowMs: () => number): DayLimits {
  const days = new Map<string, { letters: number; bytes: number; from: number }>()
  return {
    takes(localPart, lengthBytes) {
      const now = nowMs()
      const known = days.get(localPart)
      const day = known && now - known.from < DAY_MS ? known : { letters: 0, bytes: 0, from: now }
      days.set(localPart, day)
      if (day.letters >= LETTERS || day.bytes + lengthBytes > BYTES) return false
      day.letters += 1
      day.bytes += lengthBytes
      return true
    },
  }
}

/** How a listener for letters is set up. */
export type ListenerSettings = {
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  /** What stands behind the @ of every address here. */
  readonly domain: string
  readonly maxBytes: number
  /** Certificate and key in PEM; without them letters come unencrypted. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** Idle for so long, a peer is sent away; default: a minute. */
  readonly idleMs?: number
  /** Longest time one connection may take; default: five minutes. */
  readonly longestMs?: number
  /** The clock of the limits. */
  readonly nowMs?: () => number
}

/** What the listener asks of who keeps letters. */
export type LetterKeeper<Letterbox> = {
  /** The letterbox of an address; undefined where there is none. */
  find(localPart: string): Promise<Letterbox | undefined>
  /** Settles once the letter is kept for good: only then it is acknowledged. Throws where it may be taken later. */
  keep(letterboxes: readonly Letterbox[], bytes: Uint8Array): Promise<{ readonly kind: 'kept' } | Unreadable>
  /** A fault of ours; the peer is asked to try again. */
  failed(error: unknown): void
}

type Unreadable = { readonly kind: 'unreadable'; readonly message: string }

export type LetterListener = { readonly port: number; close(): Promise<void> }

/** Connections at once, from all peers. */
const MOST_CLIENTS = 40
/** Letters whose bytes are in memory at once; of others nothing is read until it is their turn. */
const MOST_AT_ONCE = 3
const MOST_RECIPIENTS = 10

/**
 * Takes letters over SMTP (RFC 5321) for addresses that exist here, and nothing else: it relays nothing, lets nobody sign in, asks no
 * other server anything, and refuses an unknown address before the letter is sent. Settles once it listens; throws what the
 * system says where it cannot.
 */
export async function startLetterListener<Letterbox>(
  settings: ListenerSettings,
  keeper: LetterKeeper<Letterbox>,
): Promise<LetterListener> {
  const { host, port, domain, maxBytes, tls, idleMs = 60_000, longestMs = 300_000, nowMs = Date.now } = settings
  const limits = createPeerLimits(nowMs)
  const days = createDayLimits(nowMs)
  const open = new Map<string, NodeJS.Timeout>()
  const found = new WeakMap<SMTPServerSession, Map<string, Letterbox>>()
  const inPlace = createPlaces(MOST_AT_ONCE)

  const server = new SMTPServer({
    name: domain,
    heloResponse: '%s',
    size: maxBytes,
    rejectOversized: true,
    disabledCommands: ['AUTH', 'VRFY', 'HELP', ...(tls ? [] : ['STARTTLS'])],
    authOptional: true,
    ...tls,
    logger: false,
    disableReverseLookup: true,
    useProxy: false,
    useXClient: false,
    useXForward: false,
    maxClients: MOST_CLIENTS,
    maxRecipients: MOST_RECIPIENTS,
    maxCommandLength: 4_096,
    socketTimeout: idleMs,
    closeTimeout: 1_000,

    onConnect({ id, remoteAddress }, answer) {
      if (!limits.opens(remoteAddress)) return answer(refusal(421, 'Too many connections from your address'))
      open.set(id, setTimeout(() => hangUp(id), longestMs).unref())
      answer()
    },
    onClose({ id, remoteAddress }) {
      const timer = open.get(id)
      if (!open.delete(id)) return
      clearTimeout(timer)
      limits.closes(remoteAddress)
    },
    onRcptTo({ address }, session, answer) {
      const { remoteAddress } = session
      const localPart = localPartOf(address, domain)
      if (limits.guesses(remoteAddress)) return answer(tryLater)
      const looked = localPart === undefined ? Promise.resolve(undefined) : keeper.find(localPart)
      looked.then((letterbox) => {
        if (localPart === undefined || letterbox === undefined) {
          limits.misses(remoteAddress)
          return answer(noSuchAddress)
        }
        found.set(session, (found.get(session) ?? new Map()).set(localPart, letterbox))
        answer()
      }, fault(answer))
    },
    onData(stream, session, answer) {
      // The library holds to RSET and to a new MAIL FROM: of what was found, only who is written to now.
      const wanted = new Map<string, Letterbox>()
      for (const { address } of session.envelope.rcptTo) {
        const localPart = localPartOf(address, domain) ?? ''
        const letterbox = found.get(session)?.get(localPart)
        if (letterbox !== undefined) wanted.set(localPart, letterbox)
      }
      if (wanted.size === 0) return refuse(stream, answer, noSuchAddress)
      if (!limits.brings(session.remoteAddress)) return refuse(stream, answer, tryLater)
      inPlace(() => take(stream, wanted)).then((refused) => answer(refused, 'Kept'), fault(answer))
    },
  })

  /** A fault of ours or of the connection: whoever brings the letter has it still. */
  function fault(answer: (error: Error) => void) {
    return (error: unknown) => {
      keeper.failed(error)
      answer(tryLater)
    }
  }

  /** Undefined: it is kept. */
  async function take(stream: SMTPServerDataStream, to: ReadonlyMap<string, Letterbox>): Promise<Error | undefined> {
    const bytes = await readAll(stream, maxBytes)
    if (bytes === undefined) return refusal(552, `A letter may have ${maxBytes} bytes`)
    const isTooMuch = [...to.keys()].some((localPart) => !days.takes(localPart, bytes.length))
    if (isTooMuch) return refusal(452, 'Too much for one day')
    const taken = await keeper.keep([...to.values()], bytes)
    return taken.kind === 'kept' ? undefined : refusal(554, `The letter cannot be read: ${oneLine(taken.message)}`)
  }

  function hangUp(id: string): void {
    for (const connection of server.connections) if (connection.id === id) connection.close()
  }

  // What a peer does wrong is no fault of ours.
  server.on('error', () => {})
  const listening = await listen(server, port, host)
  return {
    port: listening,
    close: () =>
      new Promise((settle) => {
        for (const timer of open.values()) clearTimeout(timer)
        server.close(() => settle())
      }),
  }
}

const noSuchAddress = refusal(550, 'No such address here')
const tryLater = refusal(451, 'Not now, try again later')

/** An answer that refuses, as the server library takes it. */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** The part before the @ of an address of ours, in lower case. */
function localPartOf(address: string, domain: string): string | undefined {
  const at = address.lastIndexOf('@')
  return at > 0 && address.slice(at + 1).toLowerCase() === domain.toLowerCase()
    ? address.slice(0, at).toLowerCase()
    : undefined
}

/** Says no to a letter that is not read. */
function refuse(stream: SMTPServerDataStream, answer: (error: Error) => void, error: Error): void {
  stream.resume()
  answer(error)
}

/** The bytes of a letter; of one that is too long nothing is held, but it is read to its end, so that the answer is heard. */
async function readAll(stream: SMTPServerDataStream, maxBytes: number): Promise<Uint8Array | undefined> {
  let parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length
    if (length > maxBytes) parts = []
    else parts.push(part)
  }
  return length > maxBytes ? undefined : Buffer.concat(parts)
}

function listen(server: SMTPServer, port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.server.once('error', reject)
  server.listen(port, host, () => {
    server.server.off('error', reject)
    const address = server.server.address()
    resolve(typeof address === 'object' && address ? address.port : port)
  })
  return promise
}

function oneLine(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200)
}

/** Places for work that takes memory: who comes when all are taken waits in line. */
function createPlaces(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let free = count
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((settle) => waiting.push(settle))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
