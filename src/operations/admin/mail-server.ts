import { z } from 'zod'
import { type MailServer, mailSecurities, wrongMailField } from '../../core/mail-server.ts'
import { readPreferences } from '../../core/preferences.ts'
import { defineOperation } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'

/** The instance's mail server as its owner sees it. The password is never included. */
export type MailServerView = {
  readonly server?: MailServer
  readonly hasPassword: boolean
  /** True when the environment names a server: it wins. */
  readonly isFixed: boolean
}

export const getMailServer = defineOperation({
  name: 'get_mail_server',
  minRole: 'owner',
  isForPeople: true,
  summary: 'The mail server, without its password',
  input: z.strictObject({}),
  run: async ({ mailer }): Promise<MailServerView> => ({ ...(await mailer.current()), isFixed: mailer.isFixed }),
})

type MailServerChosen = 'done' | { readonly kind: 'refused'; readonly field: keyof MailServer }

export const setMailServer = defineOperation({
  name: 'set_mail_server',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Sets the mail server; takes effect immediately. An empty host means none',
  input: z.strictObject({
    host: z.string().trim().max(260),
    port: z.number(),
    security: z.enum(mailSecurities),
    user: z.string().trim().max(300),
    /** Empty: unchanged. */
    password: z.string().max(1000),
    from: z.string().trim().max(400),
  }),
  async run({ mailer }, { password, ...server }): Promise<MailServerChosen> {
    if (server.host === '') {
      await mailer.choose(undefined, undefined)
      return 'done'
    }
    const field = wrongMailField(server)
    if (field) return { kind: 'refused', field }
    const before = (await mailer.current()).server
    // A password belongs to one account on one server and is never sent to another.
    const isSame = before?.host.toLowerCase() === server.host.toLowerCase() && before.user === server.user
    await mailer.choose(server, password !== '' ? password : isSame ? 'keep' : undefined)
    return 'done'
  },
})

/** `failed`: the mail server's own message. */
export type TestMailSent =
  | { readonly kind: 'sent'; readonly to: string }
  | { readonly kind: 'no-mail' | 'no-address' }
  | { readonly kind: 'failed'; readonly reason: string }

export const sendTestMail = defineOperation({
  name: 'send_test_mail',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Sends a test email to the reader’s own address',
  input: z.strictObject({}),
  async run(context): Promise<TestMailSent> {
    const { store, reader, mailer, alertContext } = context
    const account = await store.accounts.find(reader.id)
    if (account?.email === undefined) return { kind: 'no-address' }
    if (!mailer.isSet) return { kind: 'no-mail' }
    const tooOften = refuseTurn(context, 'test')
    if (tooOften) return { kind: 'failed', reason: tooOften.message }
    const { language } = readPreferences(await store.preferences.all(reader.id))
    const { title, body } = alertContext.say([], language)
    const sent = await mailer.send({ to: account.email, subject: title, text: `${body}\n` })
    return sent.kind === 'sent' ? { kind: 'sent', to: account.email } : { kind: 'failed', reason: sent.message }
  },
})
