import { findJsonOf } from './text/parse-json-of.ts'

/** `tls` encrypts from the first byte (port 465); `starttls` begins in the clear and switches (port 587). */
export const mailSecurities = ['starttls', 'tls'] as const

/** The mail server of this instance, as its owner enters it. The password is stored separately. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: (typeof mailSecurities)[number]
  /** Empty: the server asks for no name and password. */
  readonly user: string
  /** `Twosource <news@example.org>` or only the address. */
  readonly from: string
}

const hostName = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|[0-9a-f:]{2,45})$/i
/** What TWOSOURCE_MAIL_FROM accepts too. */
export const senderAddress = /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/

/** More than a stored mail server has. */
const mostValues = 100

/** The field of a mail server that can't be right; undefined if none. */
export function wrongMailField({ host, port, user, from }: MailServer): keyof MailServer | undefined {
  if (!hostName.test(host)) return 'host'
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return 'port'
  if (user.length > 200 || /\p{Cc}/u.test(user)) return 'user'
  return from.length <= 300 && senderAddress.test(from) && !/\p{Cc}/u.test(from) ? undefined : 'from'
}

/** Reads a stored mail server; undefined if there is none, or it is no longer valid. */
export function readMailServer(body: string | undefined): MailServer | undefined {
  const kept = findJsonOf(body ?? '', mostValues)
  if (typeof kept !== 'object' || kept === null) return undefined
  const { host, port, security, user, from } = kept as Readonly<Record<string, unknown>>
  const server = {
    host: String(host ?? ''),
    port: Number(port),
    security: security === 'tls' ? ('tls' as const) : ('starttls' as const),
    user: String(user ?? ''),
    from: String(from ?? ''),
  }
  return wrongMailField(server) === undefined ? server : undefined
}

/** The URL that a mailer takes: `smtps://user:password@host:465`. */
export function mailServerUrl({ host, port, security, user }: MailServer, password: string | undefined): string {
  const at = host.includes(':') ? `[${host}]` : host
  const login = user === '' ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@`
  return `${security === 'tls' ? 'smtps' : 'smtp'}://${login}${at}:${port}`
}
