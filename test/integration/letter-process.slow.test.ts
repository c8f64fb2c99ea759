import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { openStore } from '../../src/store/open-store.ts'
import { closeAfterwards } from '../loopback-server.ts'
import { runProduct, startProduct } from './product.ts'

const folder = mkdtempSync(join(tmpdir(), 'twosource-letter-process-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const settings = {
  TWOSOURCE_DATA: folder,
  TWOSOURCE_PORT: '0',
  TWOSOURCE_MAIL_PORT: '0',
  TWOSOURCE_MAIL_DOMAIN: 'letters.example',
}
const database = join(folder, 'twosource.db')
const localPart = 'abcdefghijklmnopqrst'
const at = '2026-03-12T12:00:00.000Z'

async function start(more: Readonly<Record<string, string>> = {}) {
  const product = startProduct(['serve'], { ...settings, ...more })
  const [, port] = await product.says(/Newsletters are received on port (\d+)/)
  return { product, port: Number(port) }
}

async function titlesKept(): Promise<readonly string[]> {
  const store = await openStore(database)
  try {
    const { rows } = await store.entries.list('owner', {}, 100)
    return rows.map(({ title }) => title)
  } finally {
    await store.close()
  }
}

function send(port: number, subject: string, tls: object = { ignoreTLS: true }) {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ...tls })
  return transport
    .sendMail({ from: 'a@b.example', to: `${localPart}@letters.example`, subject, messageId: `<${subject}@b.example>` })
    .finally(() => transport.close())
}

test('a letter that was acknowledged is there after the process is killed; one that was not comes again as one entry', async () => {
  const store = await openStore(database)
  await store.newsletterAddresses.add({ id: 'box', readerId: 'owner', localPart, name: 'Box', folder: '', at })
  await store.close()
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const { product, port } = await start()
    const all = Array.from({ length: 6 }, (_, index) => `${round}-${index}`)
    const sent = all.map((subject) => send(port, subject).then(() => acknowledged.push(subject)))
    await Promise.any(sent)
    product.child.kill('SIGKILL')
    await product.ended
    await Promise.allSettled(sent)
    const kept = await titlesKept()
    for (const subject of acknowledged) assert.ok(kept.includes(subject), `${subject} was acknowledged and is lost`)
  }
  assert.ok(acknowledged.length >= 3)
  const { product, port } = await start()
  // Whoever brought them has those still that were not acknowledged, and may not know that others were.
  for (let round = 0; round < 3; round++) for (let index = 0; index < 6; index++) await send(port, `${round}-${index}`)
  product.child.kill('SIGTERM')
  assert.equal(await product.ended, 0)
  assert.equal((await titlesKept()).length, 18)
  assert.equal(new Set(await titlesKept()).size, 18)
  assert.doesNotMatch(product.written.err, /b\.example|abcdefgh/)
})

test('a port that is taken is named, with what to do; doctor says it too', async () => {
  const other = createServer((socket) => socket.end('220 another server\r\n'))
  const port = await new Promise<number>((settle) =>
    other.listen(0, '127.0.0.1', () => settle((other.address() as { port: number }).port)),
  )
  closeAfterwards(() => other.close())
  const taken = { ...settings, TWOSOURCE_MAIL_PORT: String(port) }
  const run = await runProduct(['serve'], taken)
  assert.notEqual(run.code, 0)
  assert.match(
    run.out + run.err,
    /for newsletters is in use\. Stop the program that uses it, or change TWOSOURCE_MAIL_PORT/,
  )
  const doctor = await runProduct(['doctor'], taken)
  assert.match(doctor.out, /✗ Port \d+ for newsletters is in use by another program/)
  other.close()
  assert.match((await runProduct(['doctor'], taken)).out, /✓ Nothing receives newsletters/)
})

test('with a certificate letters come encrypted', {
  skip: !existsSync('/usr/bin/openssl') && 'openssl is not here',
}, async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=letters.example -keyout ${key} -out ${cert}`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  )
  const { product, port } = await start({ TWOSOURCE_MAIL_CERT: cert, TWOSOURCE_MAIL_KEY: key })
  await send(port, 'encrypted', { requireTLS: true, tls: { rejectUnauthorized: false } })
  product.child.kill('SIGTERM')
  await product.ended
  assert.ok((await titlesKept()).includes('encrypted'))
})

test('a certificate that cannot be used is named', async () => {
  const none = { TWOSOURCE_MAIL_CERT: join(folder, 'none.pem'), TWOSOURCE_MAIL_KEY: join(folder, 'none.pem') }
  const run = await runProduct(['serve'], { ...settings, ...none })
  assert.match(run.out + run.err, /TWOSOURCE_MAIL_CERT: There is no file .*none\.pem/)
})

test('a certificate that is a pipe is not waited for', async () => {
  const pipe = join(folder, 'pipe.pem')
  execFileSync('mkfifo', [pipe])
  const run = await runProduct(['serve'], { ...settings, TWOSOURCE_MAIL_CERT: pipe, TWOSOURCE_MAIL_KEY: pipe })
  assert.match(run.out + run.err, /TWOSOURCE_MAIL_CERT: .*pipe\.pem cannot be read: it isn’t a regular file/)
})
