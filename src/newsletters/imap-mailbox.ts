import { isIP, type Socket } from 'node:net'
import type { MailboxAccount, MailboxTrouble } from '../core/mailbox.ts'
import { type ImapConnection, type ImapEnd, ImapError, speakImap } from './imap-connection.ts'
import {
  decodeFolder,
  encodeFolder,
  type ImapValue,
  isPrintable,
  quoted,
  readFetched,
  readImapNumber,
  readImapTime,
  readImapValues,
} from './imap-text.ts'

/** A folder of a mailbox, opened so that nothing in it can change. */
export type OpenMailbox = {
  /** While it is the same, an email keeps its number (UID). */
  readonly validity: number
  /** The numbers of the newest emails and when they came, as many at most. */
  newest(most: number): Promise<readonly { readonly uid: number; readonly atMs: number | undefined }[]>
  /** The numbers after this one, the lowest first, as many at most. */
  after(uid: number, most: number): Promise<readonly number[]>
  /** How long these emails are, and what their headers say of where they come from. */
  heads(uids: readonly number[]): Promise<ReadonlyMap<number, LetterHead>>
  /** An email as it came; undefined when it is no longer there. */
  letter(uid: number, mostBytes: number): Promise<Uint8Array | undefined>
}

export type LetterHead = { readonly lengthBytes: number; readonly headers: Uint8Array }

type MailboxRead<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'trouble'; readonly trouble: MailboxTrouble }

export type MailboxOptions = {
  /** `isHere`: the server is this machine. */
  readonly openSocket: (
    host: string,
    port: number,
    signal: AbortSignal,
  ) => Promise<{ readonly socket: Socket; readonly isHere: boolean }>
  readonly signal: AbortSignal
  /** True: nobody is between this machine and itself, so its own servers need no certificate; default. */
  readonly trustsHere?: boolean
  readonly idleMs?: number
}

/** Of the headers asked for, beyond which they are cut. */
const MOST_HEADER_BYTES = 8_192
const MOST_FOLDERS = 50

/**
 * Signs in to a mailbox, opens a folder for reading only (EXAMINE) and does some work with it. What the server or the way to it does is a
 * value; what the work throws is thrown.
 */
export async function readMailbox<Result>(
  account: MailboxAccount,
  folder: string,
  { openSocket, signal, trustsHere = true, idleMs }: MailboxOptions,
  work: (box: OpenMailbox) => Promise<Result>,
): Promise<MailboxRead<Result>> {
  let connection: ImapConnection | undefined
  try {
    const { socket, isHere } = await openSocket(account.host, account.port, signal).catch(noConnection)
    connection = speakImap(socket, signal, idleMs)
    await signIn(connection, account, trustsHere && isHere)
    const result = await work(await openFolder(connection, folder))
    return { kind: 'done', result }
  } catch (error) {
    if (error instanceof ImapError) return { kind: 'trouble', trouble: error.trouble }
    throw error
  } finally {
    connection?.close()
  }
}

function noConnection(error: Error): never {
  const isRefused = error.name === 'RefusedAddressError' || error.name === 'RefusedPortError'
  throw new ImapError(isRefused ? 'address' : 'unreachable', error.message)
}

async function signIn(connection: ImapConnection, account: MailboxAccount, isTrusted: boolean): Promise<void> {
  const { host, security, user, password } = account
  const tls = { isTrusted, ...(isIP(host) === 0 ? { servername: host } : {}) }
  if (security === 'tls') await connection.encrypt(tls)
  const [greeting = ''] = (await connection.greeting()).lines
  if (/^\* BYE\b/i.test(greeting)) throw new ImapError('refused', greeting.slice(6).trim())
  if (!/^\* (?:OK|PREAUTH)\b/i.test(greeting)) throw new ImapError('garbled', 'The server doesn’t speak IMAP')
  let abilities = await readAbilities(connection)
  if (security === 'starttls') {
    const started = abilities.has('STARTTLS') ? await connection.ask('STARTTLS') : undefined
    if (started?.status === 'OK') {
      await connection.encrypt(tls)
      abilities = await readAbilities(connection)
    } else if (!isTrusted) throw new ImapError('unencrypted')
  }
  if (abilities.has('ID')) await connection.ask('ID ("name" "Twosource")')
  const asPlain = abilities.has('LOGINDISABLED') || !isPrintable(user + password)
  const end = asPlain
    ? await connection.ask('AUTHENTICATE PLAIN', { more: Buffer.from(`\0${user}\0${password}`).toString('base64') })
    : await connection.ask(`LOGIN ${quoted(user)} ${quoted(password)}`)
  if (end.status === 'OK') return
  throw new ImapError(/^\[(?:UNAVAILABLE|INUSE|LIMIT|OVERQUOTA)\]/i.test(end.words) ? 'refused' : 'login', wordsOf(end))
}

async function readAbilities(connection: ImapConnection): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  await connection.ask('CAPABILITY', {
    take({ lines: [line = ''] }) {
      const [, abilities] = /^\* CAPABILITY (.*)$/i.exec(line) ?? []
      for (const each of abilities?.split(' ') ?? []) found.add(each.toUpperCase())
    },
  })
  return found
}

async function openFolder(connection: ImapConnection, folder: string): Promise<OpenMailbox> {
  let count = 0
  let validity: number | undefined
  const opened = await connection.ask(`EXAMINE ${quoted(encodeFolder(folder))}`, {
    take({ lines: [line = ''] }) {
      const exists = /^\* (\d+) EXISTS$/i.exec(line)?.[1]
      if (exists !== undefined) count = readImapNumber(exists) ?? 0
      validity = readImapNumber(/\[UIDVALIDITY (\d+)\]/i.exec(line)?.[1]) ?? validity
    },
  })
  if (opened.status !== 'OK') throw new ImapError('folder', wordsOf(opened), await listFolders(connection))
  if (validity === undefined) throw new ImapError('garbled', 'The server doesn’t number its messages (UIDVALIDITY)')

  /** Asks for items of emails; `take` gets each that has a number. */
  async function fetch(
    command: string,
    take: (uid: number, items: ReadonlyMap<string, ImapValue>) => void,
    mostBytes?: number,
  ): Promise<void> {
    const end = await connection.ask(command, {
      ...(mostBytes === undefined ? {} : { mostBytes }),
      take(reply) {
        const values = readImapValues(reply)
        const items = values && readFetched(values)
        const uid = readImapNumber(items?.get('UID'))
        if (items && uid) take(uid, items)
      },
    })
    if (end.status !== 'OK') throw new ImapError('refused', wordsOf(end))
  }

  return {
    validity,
    async newest(most) {
      const found = new Map<number, number | undefined>()
      if (count > 0)
        await fetch(`FETCH ${Math.max(1, count - most + 1)}:* (UID INTERNALDATE)`, (uid, items) => {
          if (found.size < most) found.set(uid, readImapTime(items.get('INTERNALDATE')))
        })
      return [...found].map(([uid, atMs]) => ({ uid, atMs }))
    },
    async after(last, most) {
      let found: number[] = []
      const lowest = () => [...new Set(found)].sort((a, b) => a - b).slice(0, most)
      // `*` is the last email even when its number is lower.
      await fetch(`UID FETCH ${last + 1}:* (UID)`, (uid) => {
        if (uid > last) found.push(uid)
        if (found.length >= 4 * most) found = lowest()
      })
      return lowest()
    },
    async heads(uids) {
      const asked = new Set(uids)
      const heads = new Map<number, LetterHead>()
      if (uids.length > 0)
        await fetch(
          `UID FETCH ${uids.join(',')} (UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM SUBJECT LIST-UNSUBSCRIBE)]<0.${MOST_HEADER_BYTES}>)`,
          (uid, items) => {
            const headers = bytesOf(items.get('BODY'))
            const lengthBytes = readImapNumber(items.get('RFC822.SIZE'))
            if (asked.has(uid) && headers && lengthBytes !== undefined) heads.set(uid, { lengthBytes, headers })
          },
        )
      return heads
    },
    async letter(uid, mostBytes) {
      let letter: Uint8Array | undefined
      await fetch(
        `UID FETCH ${uid} (UID BODY.PEEK[]<0.${mostBytes}>)`,
        (found, items) => {
          if (found === uid) letter = bytesOf(items.get('BODY')) ?? letter
        },
        mostBytes,
      )
      return letter
    },
  }
}

/** The folders there are, so that whoever named another sees them. */
async function listFolders(connection: ImapConnection): Promise<readonly string[]> {
  const folders: string[] = []
  await connection.ask('LIST "" "*"', {
    take(reply) {
      const [, what, flags, , name] = readImapValues(reply) ?? []
      const isClosed = Array.isArray(flags) && flags.some((flag) => /^\\no(?:select|nexistent)$/i.test(String(flag)))
      const text = name instanceof Uint8Array ? Buffer.from(name).toString() : name
      if (what === 'LIST' && typeof text === 'string' && !isClosed && folders.length < MOST_FOLDERS)
        folders.push(decodeFolder(text).slice(0, 200))
    },
  })
  return folders
}

function bytesOf(value: ImapValue): Uint8Array | undefined {
  return typeof value === 'string' ? Buffer.from(value) : value instanceof Uint8Array ? value : undefined
}

/** The server's own words, without its codes. */
function wordsOf({ words }: ImapEnd): string {
  return words.replace(/^\[[^\]]*\]\s*/, '').replace(/\p{Cc}/gu, ' ')
}
