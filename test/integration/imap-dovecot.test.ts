import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { type MailboxOptions, type OpenMailbox, readMailbox } from '../../src/newsletters/imap-mailbox.ts'
import { type ImapServer, noDovecot, startDovecot } from '../imap-server.ts'

const openSocket: MailboxOptions['openSocket'] = (host, port) =>
  new Promise((settle, reject) => {
    const socket = connect(port, host, () => settle({ socket, isHere: true }))
    socket.once('error', reject)
  })

const troubleOf = (read: Awaited<ReturnType<typeof readMailbox>>) =>
  read.kind === 'trouble' ? read.trouble.kind : 'none'

describe('Dovecot', { skip: noDovecot }, () => {
  let server: ImapServer
  before(async () => {
    server = await startDovecot()
  })
  after(() => server?.stop())

  const read = <Result>(
    work: (box: OpenMailbox) => Promise<Result>,
    {
      isPlain = false,
      folder = 'INBOX',
      ...options
    }: { isPlain?: boolean; folder?: string; trustsHere?: boolean; password?: string } = {},
  ) => {
    const { user, password, port, tlsPort } = server
    const place = isPlain ? ({ port, security: 'starttls' } as const) : ({ port: tlsPort, security: 'tls' } as const)
    const account = { host: '127.0.0.1', user, password: options.password ?? password, ...place }
    return readMailbox(account, folder, { openSocket, signal: AbortSignal.timeout(10_000), ...options }, work)
  }

  test('letters are numbered, described and read, encrypted from the first byte or later', async () => {
    for (const each of ['one', 'two', 'three'])
      server.deliver(`From: A <a@b.example>\nSubject: ${each}\n\nText ${each}.\n`)
    for (const isPlain of [false, true]) {
      const found = await read(
        async (box) => ({
          newest: (await box.newest(2)).map(({ uid }) => uid),
          after: await box.after(1, 10),
          head: Buffer.from((await box.heads([2])).get(2)?.headers ?? '').toString(),
          letter: Buffer.from((await box.letter(3, 1_000)) ?? '').toString(),
          gone: await box.letter(99, 1_000),
        }),
        { isPlain },
      )
      assert.deepEqual(found, {
        kind: 'done',
        result: {
          ...{ newest: [2, 3], after: [2, 3], head: 'From: A <a@b.example>\r\nSubject: two\r\n\r\n' },
          letter: 'From: A <a@b.example>\r\nSubject: three\r\n\r\nText three.\r\n',
          gone: undefined,
        },
      })
    }
  })

  test('a folder that is not there is answered with those that are', async () => {
    server.deliver('From: a@b.example\n\nx\n', { folder: 'N&AOQ-chste' })
    assert.equal((await read(async (box) => (await box.newest(5)).length, { folder: 'Nächste' })).kind, 'done')
    const missing = await read(async () => 1, { folder: 'Nowhere' })
    assert.deepEqual(missing.kind === 'trouble' && missing.trouble.folders?.toSorted(), ['INBOX', 'Nächste'])
  })

  test('a wrong password and a certificate that proves nothing are told apart', async () => {
    for (const password of ['wrong', 'wröng', ''])
      assert.equal(troubleOf(await read(async () => 1, { password })), 'login', password)
    for (const isPlain of [false, true])
      assert.equal(troubleOf(await read(async () => 1, { isPlain, trustsHere: false })), 'certificate')
  })
})
