import { defined } from '../../core/defined.ts'
import { type MailServer, mailServerUrl, readMailServer } from '../../core/mail-server.ts'
import { createMailer, type Mailer } from '../../delivery/mail.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'
import type { Store } from '../../store/store.ts'

/** The server's mailer: the one the environment names, else the owner's choice. A change takes effect at once in every process. */
export type ActiveMailer = Mailer & {
  /** True when the environment decides. */
  readonly isFixed: boolean
  /** The owner's choice; the password never leaves this file. */
  current(): Promise<{ readonly server?: MailServer; readonly hasPassword: boolean }>
  /** Saves a choice; without a server none is set. `password`: `keep` keeps the stored one. */
  choose(server: MailServer | undefined, password: string | 'keep' | undefined): Promise<void>
}

/** How long `isSet` may miss a change by another process. */
const FRESH_MS = 10_000

/** Reads the stored choice, unless the environment has one. */
export async function openActiveMailer({
  store,
  environment,
  now,
  log,
}: {
  readonly store: Pick<Store, 'mailServer'>
  readonly environment: { readonly url?: string; readonly from?: string }
  readonly now: () => Date
  readonly log: Log
}): Promise<ActiveMailer> {
  const fixed = createMailer(environment)
  let seen: Mailer = fixed
  let readAt = performance.now()

  const read = async () => {
    const { body, key } = await store.mailServer.find()
    const server = readMailServer(body)
    readAt = performance.now()
    if (!fixed.isSet) seen = server ? createMailer({ url: mailServerUrl(server, key), from: server.from }) : fixed
    return { ...defined({ server, password: key }) }
  }
  await read()

  return {
    isFixed: fixed.isSet,
    get isSet() {
      if (!fixed.isSet && performance.now() - readAt > FRESH_MS) {
        readAt = performance.now()
        read().catch((error: unknown) => log('mail-server-unread', { reason: String(error) }))
      }
      return seen.isSet
    },
    async send(message) {
      if (!fixed.isSet) await read()
      return seen.send(message)
    },
    async current() {
      const { server, password } = await read()
      return { ...defined({ server }), hasPassword: password !== undefined }
    },
    async choose(server, password) {
      const kept = password === 'keep' ? (await store.mailServer.find()).key : password
      await store.mailServer.set(server ? JSON.stringify(server) : '', server && kept, now().toISOString())
      await read()
    },
  }
}
