import { defined } from '../core/defined.ts'

/** The mail server and the sender. Both are needed to send mail. */
type MailSettings = {
  /** `smtp://user:password@host:587` or `smtps://user:password@host:465`. */
  readonly url?: string
  /** `Twosource <news@example.org>` or only the address. */
  readonly from?: string
  /** Longest wait for each reply of the mail server, 20 seconds by default; all replies together may take twelve times as long. */
  readonly timeoutMs?: number
}

export type MailMessage = {
  /** One address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly MailAttachment[]
  /** An https URL that unsubscribes with one POST (RFC 8058). */
  readonly listUnsubscribe?: string
}

type MailAttachment = {
  readonly fileName: string
  readonly content: string | Uint8Array
  readonly contentType: string
}

/**
 * `refused`: trying again won't help; `failed`: it may. A failed message may still have arrived if the connection broke after it
 * was handed over; sending it again could then deliver it twice.
 */
type MailResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly mayHaveArrived: boolean }

export type Mailer = {
  /** False if the settings name no mail server: then every message is refused. */
  readonly isSet: boolean
  send(message: MailMessage): Promise<MailResult>
}

const standardTimeoutMs = 20_000
/** A message needs at most ten replies; the limit stops a server that sends one endlessly, byte by byte. */
const maxReplies = 12

/** Creates a mailer. It connects only to send, and disconnects after each message. */
export function createMailer({ url, from, timeoutMs = standardTimeoutMs }: MailSettings): Mailer {
  if (!url || !from)
    return { isSet: false, send: async () => ({ kind: 'refused', message: 'No mail server is set up.' }) }
  const server = serverOf(new URL(url))
  const options = {
    ...server,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  }
  return {
    isSet: true,
    async send(message) {
      const wrong = whatIsWrong(message)
      if (wrong) return { kind: 'refused', message: wrong }
      const { to, subject, text, html, headers = {}, attachments = [], listUnsubscribe } = message
      try {
        // Loaded with the first mail.
        const { createTransport } = await import('nodemailer')
        await createTransport(options).sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          ...defined({ html }),
          headers: { 'Auto-Submitted': 'auto-generated', ...headers, ...unsubscribeHeaders(listUnsubscribe) },
          attachments: attachments.map(({ fileName, content, contentType }) => ({
            filename: fileName,
            content: typeof content === 'string' ? content : Buffer.from(content),
            contentType,
          })),
          // Nothing that a message refers to is fetched, whether file or URL.
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.timeout(timeoutMs * maxReplies),
        })
        return { kind: 'sent' }
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

/** Whether name and password can be decoded from a URL: a literal % has to be written %25. */
export function isEscapedAddress(address: string): boolean {
  try {
    decodeURIComponent(address)
    return true
  } catch {
    return false
  }
}

/** Connection settings for a server. A password is sent to another machine only over an encrypted connection. */
export function serverOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const isHere = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isHere && username !== '',
    ...defined({
      auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  }
}

const control = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/

/** True for a single address that is safe in a header: not a list, without a name or line break. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>(),:;"\\[\]]+@[^\s@<>(),:;"\\[\]]+$/.test(address) && !control.test(address)
}

function whatIsWrong({
  to,
  subject,
  headers = {},
  attachments = [],
  listUnsubscribe,
}: MailMessage): string | undefined {
  if (!isMailAddress(to)) return 'That isn’t a single email address.'
  if (control.test(subject)) return 'The subject has a line break or another control character.'
  for (const [name, value] of Object.entries(headers))
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || control.test(value))
      return `${JSON.stringify(name)} isn’t a valid header.`
  for (const { fileName, contentType } of attachments)
    if (control.test(fileName + contentType)) return 'An attachment has a control character in its name or its type.'
  if (listUnsubscribe !== undefined && !/^https?:\/\/[^\s<>]+$/.test(listUnsubscribe))
    return 'The link to unsubscribe isn’t a URL.'
  return undefined
}

/** RFC 2369 and, if one POST is enough, RFC 8058, which requires https. */
function unsubscribeHeaders(address: string | undefined): Readonly<Record<string, string>> {
  if (address === undefined) return {}
  const oneClick = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return { 'List-Unsubscribe': `<${address}>`, ...(address.startsWith('https:') ? oneClick : {}) }
}

/** A 5xx reply is final (RFC 5321, 4.2.1), except for a failed login: a wrong password can be corrected. */
function failureOf(error: unknown): MailResult {
  const { message, responseCode, code, syscall } = error as NodeJS.ErrnoException & { responseCode?: number }
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  if (isFinal) return { kind: 'refused', message }
  // The server rejected it or was never reached, so nobody has it.
  const isUntaken =
    responseCode !== undefined || syscall === 'connect' || ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE'].includes(code ?? '')
  return { kind: 'failed', message, mayHaveArrived: !isUntaken }
}
