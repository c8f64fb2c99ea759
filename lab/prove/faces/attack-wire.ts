import { request } from 'node:http'
import { connect } from 'node:net'
import type { Judge } from './judge-answer.ts'

const silentMs = 3_000
const end = '\r\n\r\n'
const second = `GET /smuggled-marker HTTP/1.1\r\nHost: localhost${end}`

/** What goes over the wire, and how many answers it may get at most. */
const wires: readonly { readonly what: string; readonly sent: string; readonly most: number }[] = [
  {
    what: 'a length and pieces both',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked${end}0\r\n\r\n${second}`,
    most: 1,
  },
  {
    what: 'two lengths',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: ${second.length}${end}${second}`,
    most: 1,
  },
  {
    what: 'a length with a sign',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5${end}x=123${second}`,
    most: 1,
  },
  {
    what: 'a length with a space before the colon',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nContent-Length : 5${end}${second}`,
    most: 1,
  },
  {
    what: 'pieces by a name that is none',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked${end}0\r\n\r\n${second}`,
    most: 1,
  },
  {
    what: 'pieces twice',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity${end}0\r\n\r\n${second}`,
    most: 1,
  },
  {
    what: 'a piece of a length that is none',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked${end}zz\r\n${second}`,
    most: 1,
  },
  {
    what: 'a piece of 2^64',
    sent: `POST /follow HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked${end}10000000000000000\r\n${second}`,
    most: 1,
  },
  {
    what: 'a field on two lines',
    sent: `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n Content-Length: 9${end}${second}`,
    most: 2,
  },
  { what: 'no host', sent: `GET / HTTP/1.1${end}`, most: 1 },
  { what: 'two hosts', sent: `GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example${end}`, most: 1 },
  { what: 'a NUL in a field', sent: `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b${end}`, most: 1 },
  { what: 'a bare line feed', sent: 'GET / HTTP/1.1\nHost: localhost\n\n', most: 1 },
  { what: 'a space in the address', sent: `GET /a b HTTP/1.1\r\nHost: localhost${end}`, most: 1 },
  { what: 'an address of another host', sent: `GET http://evil.example/ HTTP/1.1\r\nHost: localhost${end}`, most: 1 },
  { what: 'the address of a proxy', sent: `CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost${end}`, most: 1 },
  {
    what: 'an upgrade to nothing',
    sent: `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13${end}`,
    most: 1,
  },
  { what: 'HTTP/2 without having asked', sent: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', most: 1 },
  { what: 'HTTP/0.9', sent: 'GET /\r\n', most: 1 },
  { what: 'a method that is none', sent: `FOO / HTTP/1.1\r\nHost: localhost${end}`, most: 1 },
  {
    what: '20,000 letters of an address',
    sent: `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost${end}`,
    most: 1,
  },
  { what: '5,000 fields', sent: `GET / HTTP/1.1\r\nHost: localhost\r\n${'A: b\r\n'.repeat(5_000)}\r\n`, most: 1 },
  { what: 'a host that is no host', sent: `GET / HTTP/1.1\r\nHost: a b<script>${end}`, most: 1 },
  {
    what: 'an address that cannot be decoded',
    sent: `GET /%ff%fe%zz/%c0%af HTTP/1.1\r\nHost: localhost${end}`,
    most: 1,
  },
  { what: 'a letter of TLS', sent: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', most: 1 },
  {
    what: 'cookies beyond number',
    sent: `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a=b; '.repeat(3_000)}${end}`,
    most: 1,
  },
  {
    what: 'ranges beyond number',
    sent: `GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=${Array.from({ length: 1_500 }, (_, n) => `${n}-`).join(',')}${end}`,
    most: 1,
  },
]

/** What a client of ours would never send, written onto a connection as it is; the server answers on. */
export async function attackWire(origin: string, judge: Judge): Promise<void> {
  const port = Number(new URL(origin).port)
  for (const { what, sent, most } of wires) {
    const asked = { face: 'wire', what, payload: '' }
    judge.counted()
    const heard = await write(port, sent)
    const answers = heard.match(/^HTTP\/1\.[01] \d{3}/gm) ?? []
    if (answers.length > most) judge.find(asked, `${answers.length} answers`)
    if (answers.some((line) => / 5\d\d$/.test(line) && !/ 50[15]$/.test(line))) judge.find(asked, answers.join())
    if (/smuggled-marker/.test(heard) && most === 1) judge.find(asked, 'the second request was answered')
    if (/x-ran|<script>/.test(heard.replace(/<script src/g, ''))) judge.find(asked, 'markup as it came')
    if (/\bat (?:file:|node:|\/)/.test(heard)) judge.find(asked, 'tells of the inside')
    if (!(await isUp(port))) judge.find(asked, 'the server does not answer any more')
  }
  for (const field of [
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Forwarded-For',
    'X-Host',
    'Forwarded',
    'X-Original-URL',
    'X-Rewrite-URL',
  ])
    for (const path of ['/', '/sign-in', '/api', '/llms.txt', '/manifest.webmanifest', '/nothing-here']) {
      judge.counted()
      const heard = await write(
        port,
        `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${field}: evil.example\r\nConnection: close${end}`,
      )
      if (heard.includes('evil.example'))
        judge.find({ face: 'wire', what: `${field} on ${path}`, payload: '' }, 'is believed')
    }
}

function write(port: number, sent: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(sent, 'latin1'))
    const done = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(heard)
    }
    const timer = setTimeout(done, silentMs)
    socket.setTimeout(700, done)
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', done)
    socket.on('close', done)
  })
}

function isUp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    request({ port, path: '/livez', agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
      .on('error', () => resolve(false))
      .end()
  })
}
