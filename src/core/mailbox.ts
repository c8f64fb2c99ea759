/** `tls` encrypts from the first byte (port 993); `starttls` begins in the clear and switches (port 143). */
export const mailboxSecurities = ['tls', 'starttls'] as const

/** A mailbox at somebody's mail provider, and how to sign in there. */
export type MailboxAccount = {
  readonly host: string
  readonly port: number
  readonly security: (typeof mailboxSecurities)[number]
  readonly user: string
  readonly password: string
}

/** Why a mailbox can't be read. */
export const mailboxTroubles = [
  'login',
  'folder',
  'certificate',
  'unencrypted',
  'address',
  'unreachable',
  'garbled',
  'refused',
] as const

/** `folders`: those that are there, where the one wanted is not. `message`: the server's own words, or the system's. */
export type MailboxTrouble = {
  readonly kind: (typeof mailboxTroubles)[number]
  readonly message?: string
  readonly folders?: readonly string[]
}

/** A letter that was not taken from a mailbox. */
export type LetterLeftOut = {
  readonly sender: string
  readonly title: string
  /** `too-many`: its sender would be one more than a reader may have feeds of. */
  readonly why: 'too-large' | 'unreadable' | 'too-many'
  readonly at: string
}

const hostName = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|[0-9a-f:]{2,45})$/i

/** Reads `imap.example.org` or `imap.example.org:1993`; undefined if it is neither. Without a port it is the usual one. */
export function readMailboxServer(
  text: string,
  security: MailboxAccount['security'],
): Pick<MailboxAccount, 'host' | 'port'> | undefined {
  const [, bare = '', named] = /^\[?(.*?)\]?(?::(\d{1,5}))?$/.exec(text.trim()) ?? []
  const host = bare.toLowerCase()
  const port = named === undefined ? (security === 'tls' ? 993 : 143) : Number(named)
  return hostName.test(host) && port >= 1 && port <= 65_535 ? { host, port } : undefined
}

/** Reads addresses and domains of senders, separated by commas, spaces or lines; undefined if one of them is neither. */
export function readSenders(text: string): readonly string[] | undefined {
  const named = text.split(/[\s,;]+/).filter((each) => each !== '')
  const senders = [...new Set(named.map((each) => each.toLowerCase().replace(/^@/, '')))]
  return senders.every((each) => /^(?:[^\s@<>()"]{1,64}@)?[^\s@<>()"]{1,190}$/.test(each) && each.includes('.'))
    ? senders
    : undefined
}

/** Whether a letter's sender is one of these: an address, or any address of a domain and those below it. */
export function isOfSenders(sender: string, senders: readonly string[]): boolean {
  const domain = sender.slice(sender.lastIndexOf('@') + 1)
  return senders.some((each) => (each.includes('@') ? each === sender : domain === each || domain.endsWith(`.${each}`)))
}
