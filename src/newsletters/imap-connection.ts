import type { Socket } from 'node:net'
import { connect as encrypt, type TLSSocket } from 'node:tls'
import type { MailboxTrouble } from '../core/mailbox.ts'
import type { ImapReply } from './imap-text.ts'

/** Thrown within a connection, and a value outside it: what the server or the way to it did. */
export class ImapError extends Error {
  override readonly name = 'ImapError'
  readonly trouble: MailboxTrouble

  constructor(kind: MailboxTrouble['kind'], message?: string, folders?: readonly string[]) {
    super(message ?? kind)
    this.trouble = {
      kind,
      ...(message ? { message: message.slice(0, LONGEST_WORDS) } : {}),
      ...(folders && { folders }),
    }
  }
}

/** The reply that ends a command. */
export type ImapEnd = { readonly status: 'OK' | 'NO' | 'BAD'; readonly words: string }

export type ImapConnection = {
  /** The server's first words. */
  greeting(): Promise<ImapReply>
  /** Sends a command, gives each reply to `take`, and returns the last. `more` is sent when the server asks for it. */
  ask(command: string, options?: AskOptions): Promise<ImapEnd>
  /** Encrypts the connection; nothing sent before counts. */
  encrypt(options: { readonly servername?: string; readonly isTrusted: boolean }): Promise<void>
  close(): void
}

type AskOptions = {
  readonly take?: (reply: ImapReply) => void
  readonly more?: string
  /** Bytes of all literals of a reply; default: as many as a line has. */
  readonly mostBytes?: number
}

const LONGEST_WORDS = 200
/** Of one line; the replies asked for take less than a kilobyte. */
const LONGEST_LINE = 16_384
const MOST_LITERALS = 10
/** Replies to one command; an inbox with this many new emails is not read. */
const MOST_REPLIES = 1_000_000
/** A server is silent this long at most. */
const IDLE_MS = 30_000

/** Speaks IMAP over a socket, with limits on all that the server sends. Everything throws an ImapError, also when `signal` aborts. */
export function speakImap(raw: Socket, signal: AbortSignal, idleMs = IDLE_MS): ImapConnection {
  let socket: Socket | TLSSocket = raw
  let buffer: Buffer = Buffer.alloc(0)
  let failure: ImapError | undefined
  let number = 0
  let wake = () => {}
  const fail = (error: ImapError) => {
    failure ??= error
    wake()
  }
  const woken = () => wake()
  const ended = () => fail(new ImapError('unreachable', 'The server ended the connection'))
  const failed = (error: Error) => fail(new ImapError('unreachable', error.message))
  const cut = () => fail(new ImapError('unreachable', 'The server took too long'))
  const listen = () => {
    socket.on('readable', woken).on('end', ended).on('close', ended).on('error', failed)
    socket.setTimeout(idleMs, cut)
  }
  listen()
  signal.addEventListener('abort', cut, { once: true })

  async function read(): Promise<Buffer> {
    for (;;) {
      const part = socket.read() as Buffer | null
      if (part !== null && part.length > 0) return part
      if (failure) throw failure
      await new Promise<void>((settle) => {
        wake = settle
      })
    }
  }

  async function readLine(): Promise<string> {
    for (;;) {
      const end = buffer.indexOf('\r\n')
      if (end > LONGEST_LINE || (end < 0 && buffer.length > LONGEST_LINE))
        throw new ImapError('garbled', 'The server sends lines that are too long')
      if (end >= 0) {
        const line = buffer.toString('utf8', 0, end)
        buffer = buffer.subarray(end + 2)
        return line
      }
      buffer = buffer.length === 0 ? await read() : Buffer.concat([buffer, await read()])
    }
  }

  async function readBytes(length: number): Promise<Uint8Array> {
    const parts: Buffer[] = []
    let left = length
    while (left > 0) {
      if (buffer.length === 0) buffer = await read()
      const part = buffer.subarray(0, left)
      parts.push(part)
      left -= part.length
      buffer = buffer.subarray(part.length)
    }
    return Buffer.concat(parts)
  }

  async function readReply(mostBytes = LONGEST_LINE): Promise<ImapReply> {
    const lines: string[] = []
    const literals: Uint8Array[] = []
    let bytes = 0
    for (;;) {
      const line = await readLine()
      lines.push(line)
      const literal = /\{(\d{1,10})\}$/.exec(line)?.[1]
      if (literal === undefined) return { lines, literals }
      bytes += Number(literal)
      if (bytes > mostBytes || literals.length >= MOST_LITERALS)
        throw new ImapError('garbled', 'The server sends more than it was asked for')
      literals.push(await readBytes(Number(literal)))
    }
  }

  return {
    greeting: () => readReply(),
    async ask(command, { take, more, mostBytes } = {}) {
      const tag = `a${++number}`
      socket.write(`${tag} ${command}\r\n`)
      for (let replies = 0; replies < MOST_REPLIES; replies++) {
        const reply = await readReply(mostBytes)
        const [line = ''] = reply.lines
        const end = /^(a\d+) (OK|NO|BAD)\b ?(.*)$/i.exec(line)
        if (end?.[1] === tag) return { status: end[2]?.toUpperCase() as ImapEnd['status'], words: end[3] ?? '' }
        if (line.startsWith('+')) socket.write(`${more ?? '*'}\r\n`)
        else if (/^\* BYE\b/i.test(line)) throw new ImapError('refused', line.slice(6).trim())
        else if (line.startsWith('* ')) take?.(reply)
        else throw new ImapError('garbled', 'The server doesn’t speak IMAP')
      }
      throw new ImapError('garbled', 'The server sends replies without end')
    },
    async encrypt({ servername, isTrusted }) {
      // What came before the encryption may be somebody else's.
      if (buffer.length > 0) throw new ImapError('garbled', 'The server sent something before it was encrypted')
      raw.off('readable', woken).off('end', ended).off('close', ended).off('error', failed)
      raw.on('error', () => {})
      raw.setTimeout(0)
      const secure = encrypt({ socket: raw, ...(servername ? { servername } : {}), rejectUnauthorized: !isTrusted })
      socket = secure
      await new Promise<void>((settle, reject) => {
        const refuse = (error: Error) => reject(troubleOfTls(error))
        const late = () => reject(new ImapError('unreachable', 'The server took too long'))
        signal.addEventListener('abort', late, { once: true })
        secure.setTimeout(idleMs, late)
        secure.once('error', refuse).once('close', () => refuse(new Error('The server ended the connection')))
        secure.once('secureConnect', () => {
          secure.off('error', refuse)
          secure.setTimeout(0)
          settle()
        })
      })
      listen()
    },
    close() {
      signal.removeEventListener('abort', cut)
      socket.removeAllListeners('readable')
      socket.on('error', () => {})
      socket.destroy()
      raw.destroy()
    },
  }
}

/** An error of the certificate has a code of its own (node:tls); others mean that nobody speaks TLS there. */
function troubleOfTls(error: NodeJS.ErrnoException): ImapError {
  const { code = '', message } = error
  if (/CERT|SIGNATURE|ISSUER|CHAIN|ALTNAME/.test(code)) return new ImapError('certificate', message)
  return code.startsWith('ERR_SSL') ? new ImapError('garbled', message) : new ImapError('unreachable', message)
}
