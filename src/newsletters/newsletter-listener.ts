import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { addressKey } from '../core/text/address-key.ts'
import { createDayLimits } from './day-limits.ts'

type PeerLimits = {
  /** Counts a connection. Returns false, without counting it, when there are too many. */
  allowsConnection(peer: string): boolean
  closes(peer: string): void
  /** Counts a newsletter. Returns false when there were too many in the hour. */
  allowsMessage(peer: string): boolean
  /** Counts a request for an address that does not exist. */
  countMiss(peer: string): void
  /** True when there were too many such requests in ten minutes. */
  guessesTooOften(peer: string): boolean
}

const CONNECTIONS = 8
const MESSAGES_PER_HOUR = 600
const MISSES = 100
const HOUR_MS = 3_600_000
const MISSES_MS = 600_000
/** Peers remembered at once; beyond that the oldest are dropped. */
const MAX_PEERS = 10_000

type Peer = { open: number; messages: number; messagesSince: number; missed: number; missedSince: number }

/**
 * Limits by IP address (by network for IPv6), in memory; `nowMs` is the clock. A mail server on this machine forwards what others sent it,
 * so its connections and misses are not counted.
 */
export function createPeerLimits(nowMs: () => number): PeerLimits {
  const peers = new Map<string, Peer>()

  function of(address: string): Peer {
    const key = addressKey(address)
    const now = nowMs()
    const known = peers.get(key)
    if (known) {
      if (now - known.messagesSince >= HOUR_MS) Object.assign(known, { messages: 0, messagesSince: now })
      if (now - known.missedSince >= MISSES_MS) Object.assign(known, { missed: 0, missedSince: now })
      return known
    }
    const peer: Peer = { open: 0, messages: 0, messagesSince: now, missed: 0, missedSince: now }
    peers.set(key, peer)
    if (peers.size > MAX_PEERS) forgetOldest()
    return peer
  }

  function forgetOldest(): void {
    for (const [address, { open }] of peers) {
      if (peers.size <= MAX_PEERS) return
      if (open === 0) peers.delete(address)
    }
  }

  return {
    allowsConnection(address) {
      const peer = of(address)
      if (peer.open >= CONNECTIONS && !isHere(address)) return false
      peer.open += 1
      return true
    },
    closes(address) {
      const peer = of(address)
      peer.open = Math.max(0, peer.open - 1)
    },
    allowsMessage(address) {
      const peer = of(address)
      if (peer.messages >= MESSAGES_PER_HOUR) return false
      peer.messages += 1
      return true
    },
    countMiss(address) {
      of(address).missed += 1
    },
    guessesTooOften: (address) => of(address).missed >= MISSES && !isHere(address),
  }
}

function isHere(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

export type ListenerSettings = {
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  readonly domain: string
  readonly maxBytes: number
  /** Certificate and key in PEM; without them newsletters arrive unencrypted. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** A peer that is idle this long is disconnected; default: a minute. */
  readonly idleMs?: number
  /** Maximum duration of a connection; default: five minutes. */
  readonly longestMs?: number
  readonly nowMs?: () => number
}

/** What the listener needs from the code that stores newsletters. */
type NewsletterReceiver<Recipient> = {
  /** Returns undefined when the address does not exist. */
  find(localPart: string): Promise<Recipient | undefined>
  /** Settles once the newsletter is stored permanently: only then it is acknowledged. Throws when the sender should try again later. */
  keep(recipients: readonly Recipient[], bytes: Uint8Array): Promise<{ readonly kind: 'kept' } | Unreadable>
  /** Called for an error of ours; the peer is asked to try again. */
  failed(error: unknown): void
}

type Unreadable = { readonly kind: 'unreadable'; readonly message: string }

type NewsletterListener = { readonly port: number; close(): Promise<void> }

/** Connections at once, from all peers. */
const MAX_CLIENTS = 40
/** Newsletters whose bytes are in memory at once; the others are not read until it is their turn. */
const MAX_AT_ONCE = 3
const MAX_RECIPIENTS = 10

/**
 * Receives newsletters over SMTP (RFC 5321) for addresses that exist here, and nothing else: relays nothing, offers no login, asks no other
 * server anything, and refuses an unknown address before the message is sent. Settles once it listens; throws the system's error when it
 * cannot.
 */
export async function startNewsletterListener<Recipient>(
  settings: ListenerSettings,
  receiver: NewsletterReceiver<Recipient>,
): Promise<NewsletterListener> {
  const { host, port, domain, maxBytes, tls, idleMs = 60_000, longestMs = 300_000, nowMs = Date.now } = settings
  const limits = createPeerLimits(nowMs)
  const days = createDayLimits(nowMs)
  const open = new Map<string, NodeJS.Timeout>()
  const found = new WeakMap<SMTPServerSession, Map<string, Recipient>>()
  const inPlace = createSlots(MAX_AT_ONCE)

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
    maxClients: MAX_CLIENTS,
    maxRecipients: MAX_RECIPIENTS,
    maxCommandLength: 4_096,
    socketTimeout: idleMs,
    closeTimeout: 1_000,

    onConnect({ id, remoteAddress }, answer) {
      if (!limits.allowsConnection(remoteAddress)) return answer(refusal(421, 'Too many connections from your address'))
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
      if (limits.guessesTooOften(remoteAddress)) return answer(tryLater)
      const looked = localPart === undefined ? Promise.resolve(undefined) : receiver.find(localPart)
      looked.then((recipient) => {
        if (localPart === undefined || recipient === undefined) {
          limits.countMiss(remoteAddress)
          return answer(noSuchAddress)
        }
        found.set(session, (found.get(session) ?? new Map()).set(localPart, recipient))
        answer()
      }, onFault(answer))
    },
    onData(stream, session, answer) {
      // The library resets its list at RSET and at a new MAIL FROM, so only the recipients it still lists count.
      const wanted = new Map<string, Recipient>()
      for (const { address } of session.envelope.rcptTo) {
        const localPart = localPartOf(address, domain) ?? ''
        const recipient = found.get(session)?.get(localPart)
        if (recipient !== undefined) wanted.set(localPart, recipient)
      }
      if (wanted.size === 0) return refuse(stream, answer, noSuchAddress)
      if (!limits.allowsMessage(session.remoteAddress)) return refuse(stream, answer, tryLater)
      inPlace(() => take(stream, wanted)).then((refused) => answer(refused, 'Kept'), onFault(answer))
    },
  })

  /** An error of ours or of the connection: the sender still has the newsletter. */
  function onFault(answer: (error: Error) => void) {
    return (error: unknown) => {
      receiver.failed(error)
      answer(tryLater)
    }
  }

  /** Returns undefined when it was stored. */
  async function take(stream: SMTPServerDataStream, to: ReadonlyMap<string, Recipient>): Promise<Error | undefined> {
    const bytes = await readAll(stream, maxBytes)
    if (bytes === undefined) return refusal(552, `An email may have ${maxBytes} bytes`)
    const isTooMuch = [...to.keys()].some((localPart) => !days.allows(localPart, bytes.length))
    if (isTooMuch) return refusal(452, 'Too much for one day')
    const taken = await receiver.keep([...to.values()], bytes)
    return taken.kind === 'kept' ? undefined : refusal(554, `The email cannot be read: ${oneLine(taken.message)}`)
  }

  function hangUp(id: string): void {
    for (const connection of server.connections) if (connection.id === id) connection.close()
  }

  // A protocol error of a peer isn't an error of ours.
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

/** Refuses a newsletter without storing it. */
function refuse(stream: SMTPServerDataStream, answer: (error: Error) => void, error: Error): void {
  stream.resume()
  answer(error)
}

/** The bytes of a newsletter. One that is too long is not stored, but read to its end, so that the peer sees the answer. */
async function readAll(stream: SMTPServerDataStream, maxBytes: number): Promise<Uint8Array | undefined> {
  let parts: Buffer[] = []
  let length = 0
  for await (const part of stream) {
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

/** Slots for work that takes memory: when all are taken, callers wait in line. */
function createSlots(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
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
