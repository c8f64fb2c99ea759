import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createNewsletterReader } from './newsletter-reader.ts'

const receivedAt = '2026-03-16T10:00:00.000Z'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const reader = createNewsletterReader()
after(() => reader.close())

test('letters are read one after the other, whatever came before', async () => {
  const deep = Array.from(
    { length: 60 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  ).join('')
  const letters = ['Subject: one\n\n1', deep, 'Subject: two\n\n2', 'Subject: three\n\n3']
  const read = await Promise.all(letters.map((letter) => reader.read(bytesOf(letter), receivedAt)))
  assert.deepEqual(
    read.map((one) => (one.kind === 'letter' ? one.entry.title : one.kind)),
    ['one', 'unreadable', 'two', 'three'],
  )
})

test('the first words are those a person sees, without the filling of newsletters', async () => {
  const html = `<html><head><title>Out</title><style>p{}</style></head><body><div>Ferry runs &#847;&zwnj;&nbsp;&#847;&zwnj;</div><p>Every hour.</p></body></html>`
  const read = await reader.read(bytesOf(`Content-Type: text/html\n\n${html}`), receivedAt)
  assert.ok(read.kind === 'letter')
  assert.match(read.text.replace(/\s+/g, ' '), /^Ferry runs Every hour\.$/)
})

test('a letter that takes too long is refused, and the next is read by a new thread', async () => {
  const program = new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, request }) => {
        if (request.bytes.length > 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
        parentPort.postMessage({ id, kind: 'done', result: { kind: 'unreadable', message: 'read' } })
      })`,
    )}`,
  )
  // Long enough for a new thread to start on a busy machine and read its newsletter.
  const slow = createNewsletterReader({ deadlineMs: 5_000, program })
  const [first, second] = await Promise.all(['long', 'x'].map((text) => slow.read(bytesOf(text), receivedAt)))
  assert.match(first?.kind === 'unreadable' ? first.message : '', /took longer than/)
  assert.deepEqual(second, { kind: 'unreadable', message: 'read' })
  await slow.close()
})

test('a letter that takes too much memory ends its thread, not the server', async () => {
  const program = new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill({})) })`,
    )}`,
  )
  const greedy = createNewsletterReader({ program })
  const read = await greedy.read(bytesOf('x'), receivedAt)
  assert.equal(read.kind, 'unreadable')
  await greedy.close()
})

test('after it is closed nothing is refused: letters are to be brought again', async () => {
  const closed = createNewsletterReader()
  await closed.close()
  await assert.rejects(closed.read(bytesOf('x'), receivedAt), /is stopping/)
})
