import assert from 'node:assert/strict'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { closeAfterwards } from '../../test/loopback-server.ts'
import { type MailboxOptions, type OpenMailbox, readMailbox } from './imap-mailbox.ts'

const openSocket: MailboxOptions['openSocket'] = (host, port) =>
  new Promise((settle, reject) => {
    const socket = connect(port, host, () => settle({ socket, isHere: true }))
    socket.once('error', reject)
  })

/** Reads from a server that answers each line with what `answer` gives; `hello` comes first. */
async function readFrom<Result>(
  hello: string,
  answer: (line: string, socket: Socket) => string,
  work: (box: OpenMailbox) => Promise<Result>,
) {
  const server = createServer((socket) => {
    let heard = ''
    socket.on('error', () => {})
    socket.write(hello)
    socket.on('data', (part) => {
      heard += String(part)
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        socket.write(answer(heard.slice(0, end), socket))
        heard = heard.slice(end + 2)
      }
    })
  })
  closeAfterwards(() => server.close())
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  const account = { host: '127.0.0.1', port, security: 'starttls' as const, user: 'ann', password: 'secret' }
  const options = { openSocket, signal: AbortSignal.timeout(10_000), idleMs: 300 }
  const read = await readMailbox(account, 'INBOX', options, work)
  server.close()
  return read
}

const hello = '* OK ready\r\n'
/** A server with as much sense as it takes to open a folder; `fetch` answers the rest. */
const sane = (fetch: (tag: string, line: string) => string) => (line: string) => {
  const [tag = '', command = ''] = line.split(' ')
  if (command === 'EXAMINE') return `* 3 EXISTS\r\n* OK [UIDVALIDITY 9] ids\r\n${tag} OK [READ-ONLY] done\r\n`
  return /FETCH/.test(line) ? fetch(tag, line) : `${tag} OK done\r\n`
}
const troubleOf = (read: Awaited<ReturnType<typeof readFrom>>) => (read.kind === 'trouble' ? read.trouble.kind : 'none')

describe('a mail server that does what it likes', () => {
  test('what is no mail server is named as such', async () => {
    assert.equal(
      troubleOf(
        await readFrom(
          'HTTP/1.1 400 Bad Request\r\n\r\n',
          () => '',
          async () => 1,
        ),
      ),
      'garbled',
    )
    assert.equal(
      troubleOf(
        await readFrom(
          '',
          () => '',
          async () => 1,
        ),
      ),
      'unreachable',
    )
    assert.equal(
      troubleOf(
        await readFrom(
          '* BYE too busy\r\n',
          () => '',
          async () => 1,
        ),
      ),
      'refused',
    )
    const quits = (_line: string, socket: Socket) => {
      socket.destroy()
      return ''
    }
    assert.equal(troubleOf(await readFrom(hello, quits, async () => 1)), 'unreachable')
  })

  test('a line or literal without end, and more than was asked for, end the connection', async () => {
    const heads = (box: OpenMailbox) => box.heads([1])
    const read = (fetch: (tag: string) => string, work: (box: OpenMailbox) => Promise<unknown> = heads) =>
      readFrom(hello, sane(fetch), work)
    assert.equal(troubleOf(await read(() => 'x'.repeat(100_000))), 'garbled')
    assert.equal(troubleOf(await read(() => '* 1 FETCH (UID 1 BODY[] {4000000000}\r\n')), 'garbled')
    assert.equal(troubleOf(await read(() => '* 1 FETCH (UID 1 X {1}\r\na'.repeat(50))), 'garbled')
    const letter = (box: OpenMailbox) => box.letter(1, 10)
    assert.equal(troubleOf(await read(() => '* 1 FETCH (UID 1 BODY[] {11}\r\n01234567890)\r\n', letter)), 'garbled')
    assert.equal(troubleOf(await read(() => '* 1 FETCH (UID 1 BODY[] {10}\r\n01', letter)), 'unreachable')
  })

  test('numbers and letters that were not asked for are passed over', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `* ${at + 1} FETCH (UID ${5_000 - at})\r\n`).join('')
    const numbers = await readFrom(
      hello,
      sane((tag) => `${many}* 1 FETCH (UID 99999999999)\r\n${tag} OK\r\n`),
      (box) => box.after(10, 5),
    )
    assert.deepEqual(numbers, { kind: 'done', result: [11, 12, 13, 14, 15] })
    const other = await readFrom(
      hello,
      sane((tag) => `* 1 FETCH (UID 2 BODY[] "x")\r\n${tag} OK\r\n`),
      (box) => box.letter(1, 10),
    )
    assert.deepEqual(other, { kind: 'done', result: undefined })
  })

  test('whatever it answers is a value', async () => {
    const part = fc.constantFrom(
      '* 1 FETCH (',
      'UID 1',
      ')',
      ' ',
      '\r\n',
      '{3}',
      'abc',
      '"',
      '+ ',
      '* BYE',
      'a5 OK',
      '\u0000',
      '[',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 20 }), async (parts) => {
        const read = await readFrom(
          hello,
          sane((tag) => `${parts.join('')}\r\n${tag} OK\r\n`),
          (box) => box.heads([1]),
        )
        assert.ok(read.kind === 'done' || read.kind === 'trouble')
      }),
      { numRuns: 40 },
    )
  })

  test('an error of ours is none of the server’s', async () => {
    const work = async () => {
      throw new Error('ours')
    }
    await assert.rejects(
      readFrom(
        hello,
        sane((tag) => `${tag} OK\r\n`),
        work,
      ),
      /ours/,
    )
  })
})
