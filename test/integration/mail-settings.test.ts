import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { instanceOwner, ownerId } from '../../src/core/reader-identity.ts'
import { getMailServer, sendTestMail, setMailServer } from '../../src/operations/admin/mail-server.ts'
import { startMailServer } from '../mail-server.ts'

const password = 'mail-canary-5d1f'
const origin = 'http://127.0.0.1:7180'

describe('the mail server of the instance', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>
  let folder: string
  let context: Context
  const logged: string[] = []
  const wanted = (over: object = {}) => ({
    host: '127.0.0.1',
    port: Number(new URL(server.url).port),
    security: 'starttls' as const,
    user: '',
    password: '',
    from: 'Twosource <news@example.org>',
    ...over,
  })

  before(async () => {
    server = await startMailServer()
    folder = await mkdtemp(join(tmpdir(), 'twosource-mail-'))
    context = await createContext(readConfig({ TWOSOURCE_DATA: folder }), (event, fields) =>
      logged.push(JSON.stringify([event, fields])),
    )
  })
  after(async () => {
    await context[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  test('is none until one is chosen, and a test says what is missing', async () => {
    const { operations } = context
    assert.deepEqual(await getMailServer.run(operations, {}), { hasPassword: false, isFixed: false })
    assert.equal(operations.mailer.isSet, false)
    assert.equal((await sendTestMail.run(operations, {})).kind, 'no-address')
    await operations.store.accounts.setEmail(ownerId, 'reader@example.org')
    assert.equal((await sendTestMail.run(operations, {})).kind, 'no-mail')
  })

  test('refuses what cannot be one, naming the field', async () => {
    const { operations } = context
    const field = async (over: object) => {
      const done = await setMailServer.run(operations, wanted(over))
      return done === 'done' ? done : done.field
    }
    for (const host of ['a b', 'user@host', 'smtp://a', 'a/b', '-a']) assert.equal(await field({ host }), 'host', host)
    assert.equal(await field({ port: 0 }), 'port')
    assert.equal(await field({ user: 'a\u0000' }), 'user')
    for (const from of ['', 'nobody', 'a@b\r\nBcc: c@d']) assert.equal(await field({ from }), 'from', from)
    assert.equal(operations.mailer.isSet, false)
  })

  test('sends at once, to the address of the account alone', async () => {
    const { operations } = context
    assert.equal(await setMailServer.run(operations, wanted()), 'done')
    assert.equal(operations.mailer.isSet, true)
    assert.deepEqual(await sendTestMail.run(operations, {}), { kind: 'sent', to: 'reader@example.org' })
    assert.deepEqual(server.received[0]!.to, ['reader@example.org'])
    assert.equal(server.received[0]!.from, 'news@example.org')
    server.answers.RCPT = '550 no such user'
    const failed = await sendTestMail.run(operations, {})
    assert.ok(failed.kind === 'failed' && /no such user/.test(failed.reason))
    delete server.answers.RCPT
  })

  test('never tells its password, and gives it to no other server', async () => {
    const { operations } = context
    await setMailServer.run(operations, wanted({ user: 'ada', password }))
    assert.equal((await getMailServer.run(operations, {})).hasPassword, true)
    await setMailServer.run(operations, wanted({ user: 'ada' }))
    assert.equal((await getMailServer.run(operations, {})).hasPassword, true, 'empty: unchanged')
    const web = openWeb(operations, { version: '0.1.0', identify: async () => instanceOwner })
    const shown = [JSON.stringify(await getMailServer.run(operations, {})), ...logged]
    for (const path of ['/settings/brief', '/server', '/settings', '/settings/account'])
      shown.push(await (await web.request(origin + path)).text())
    for (const text of shown) assert.ok(!text.includes(password), text.slice(0, 200))
    await setMailServer.run(operations, wanted({ host: 'localhost', user: 'ada' }))
    assert.equal((await getMailServer.run(operations, {})).hasPassword, false)
    await setMailServer.run(operations, wanted({ host: '' }))
    assert.equal(operations.mailer.isSet, false)
  })

  test('of the environment wins, and says so', async () => {
    const config = { TWOSOURCE_DATA: folder, TWOSOURCE_SMTP_URL: server.url, TWOSOURCE_MAIL_FROM: 'env@example.org' }
    await using second = await createContext(readConfig(config), () => {})
    const { operations } = second
    await setMailServer.run(operations, wanted({ from: 'page@example.org' }))
    assert.equal((await getMailServer.run(operations, {})).isFixed, true)
    await sendTestMail.run(operations, {})
    assert.equal(server.received.at(-1)!.from, 'env@example.org')
  })
})
