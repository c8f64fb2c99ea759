import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { cost } from '../../src/credentials/password.ts'
import { mostTries } from '../../src/operations/throttle.ts'
import { startInstance } from './instance.ts'
import type { Proof, ProofResult } from './proof.ts'
import { guided, guidedBelow, startProxies, type WayIn } from './takeover/proxies.ts'

type Check = ProofResult['checks'][number]

const host = 'news.example.org'
const password = 'nine gulls over the pier'
const browser = { Host: host, Origin: `https://${host}`, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
const path = '/news'
/** The first event of a stream comes at once, or the proxy keeps it back. */
const soonMs = 3_000
/** With `--full` longer than any of the three waits for a silent server; otherwise until a heartbeat has come. */
const [streamMs, longStreamMs] = [30_000, 70_000]
const mebibyte = 2 ** 20

/**
 * nginx, Caddy and Apache in front of the product with the lines of the guide, as they are there, for a host of its own and for a path:
 * events come when they happen and a stream outlives a minute, a long file is taken and a longer one refused by us, pages are as small as
 * without a proxy, and each visitor waits for their own wrong passwords alone.
 */
export const prove: Proof = async ({ isFull = false } = {}) => {
  // How often a password may be tried is proved here, not what each try costs.
  Object.assign(cost, { memoryKib: 64, passes: 1 })
  const [root, below] = await Promise.all(
    ['', path].map((where) =>
      startInstance([{ name: 'Mira', password }], {
        TWOSOURCE_BASE_URL: `https://${host}${where}`,
        TWOSOURCE_TRUSTED_PROXIES: '127.0.0.1, ::1',
      }),
    ),
  )
  const [atRoot, atBelow] = [new URL(root!.origin).host, new URL(below!.origin).host]
  const proxies = await startProxies([atRoot, atBelow])
  const waysOf = (at: string, lines: string) => proxies.ways.get(at)!.filter((way) => way.lines === lines)
  try {
    const missing = proxies.missing.join(', ') || 'none'
    const found = [
      ...(await Promise.all(waysOf(atRoot, guided).map((way, index) => tryWay(way, root!.origin, '', index, isFull)))),
      ...(await Promise.all(
        waysOf(atBelow, guidedBelow).map((way, index) => tryWay(way, below!.origin, path, index + 3, isFull)),
      )),
    ]
    return {
      name: 'proxies',
      checks: [
        { what: 'proxies that are not installed', measured: missing, wanted: 'none', isMet: missing === 'none' },
        ...found.flat(),
      ],
    }
  } finally {
    await proxies.close()
    await Promise.all([root!.close(), below!.close()])
  }
}

async function tryWay(
  { software, origin: proxy }: WayIn,
  server: string,
  where: string,
  index: number,
  isFull: boolean,
): Promise<readonly Check[]> {
  const [lastsMs, leastMessages] = isFull ? [longStreamMs, 3] : [streamMs, 2]
  const [origin, direct] = [proxy + where, server + where]
  const check = (what: string, measured: number | string, wanted: string, isMet = String(measured) === wanted) => ({
    what: `${software}${where && `, ${where}/`}: ${what}`,
    measured,
    wanted,
    isMet,
  })
  const { cookie, location } = await signIn(origin, `127.0.4.${index + 1}`, password)
  const stream = streamOf(origin, cookie, lastsMs)
  const sizes = await Promise.all(
    ['br', 'gzip'].map(async (how) => [how, await sizeOf(direct, how), await sizeOf(origin, how)]),
  )
  const small = await upload(origin, cookie, 15)
  const large = await upload(origin, cookie, 17)
  const clients = await tryClients(origin, index)
  const { firstMs, messages, openMs } = await stream
  return [
    check('signing in leads to', location, `${where}/`),
    check('ms until the first event of a stream', firstMs, `< ${soonMs}`, firstMs < soonMs),
    check('a stream goes on for, ms', openMs, `>= ${lastsMs}`, openMs >= lastsMs),
    check('heartbeats in that time, and the first event', messages, `>= ${leastMessages}`, messages >= leastMessages),
    ...sizes.map(([how, without = '', behind = '']) => check(`the sign-in page by ${how}`, behind, String(without))),
    check('a file of 15 MB', small, '200'),
    check('a file of 17 MB', large, '413, in our words'),
    check('wrong passwords looked at from one address', clients.looked, `${mostTries}`),
    check('one that names another address each time', clients.disguised, '429'),
    check('the right password from another address', clients.beside, '303'),
  ]
}

/** What kind of answer the page has, its status, and how large it is once it is unpacked. */
async function sizeOf(origin: string, how: string): Promise<string> {
  const { status, headers, body } = await ask(`${origin}/sign-in`, { headers: { ...browser, 'Accept-Encoding': how } })
  const packedAs = String(headers['content-encoding'] ?? 'nothing')
  const text = packedAs === 'br' ? brotliDecompressSync(body) : packedAs === 'gzip' ? gunzipSync(body) : body
  return `${status}, ${packedAs}, ${text.length} bytes`
}

async function signIn(origin: string, localAddress: string, given: string, more: Record<string, string> = {}) {
  const headers = { ...browser, 'Content-Type': 'application/x-www-form-urlencoded', ...more }
  const body = Buffer.from(new URLSearchParams({ name: 'Mira', password: given }).toString())
  const { status, headers: got } = await ask(`${origin}/sign-in`, { method: 'POST', localAddress, headers, body })
  const cookie = (got['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
  return { status, cookie, location: String(got.location) }
}

/** One visitor tries too often, says to be others, and another visitor comes in all the same. */
async function tryClients(origin: string, index: number) {
  const guesser = `127.0.5.${index + 1}`
  const statuses: number[] = []
  for (let tries = 0; tries < mostTries + 3; tries++)
    statuses.push((await signIn(origin, guesser, `guess ${tries}`)).status)
  const disguised = await signIn(origin, guesser, 'guess', { 'X-Forwarded-For': '203.0.113.9' })
  const beside = await signIn(origin, `127.0.6.${index + 1}`, password)
  return {
    looked: statuses.filter((status) => status === 401).length,
    disguised: disguised.status,
    beside: beside.status,
  }
}

/** A subscription list of so many megabytes, most of it a comment. */
async function upload(origin: string, cookie: string, megabytes: number): Promise<string> {
  const boundary = 'harbor-and-pier'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="feeds.opml"\r\nContent-Type: text/x-opml\r\n\r\n`
  const list = '<opml version="2.0"><body><outline xmlUrl="https://feeds.example/harbor.xml"/></body></opml>'
  const filling = `<!-- ${'x'.repeat(megabytes * mebibyte - 1024)} -->`
  const body = Buffer.from(`${head}${filling}${list}\r\n--${boundary}--\r\n`)
  const headers = { ...browser, Cookie: cookie, 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  const { status, body: said } = await ask(`${origin}/settings/import`, { method: 'POST', headers, body })
  return status === 413 && said.includes('<main') ? '413, in our words' : String(status)
}

/** Reads a stream until it has gone on long enough, or ended. */
function streamOf(origin: string, cookie: string, lastsMs: number) {
  const startedAt = performance.now()
  const sinceMs = () => Math.round(performance.now() - startedAt)
  return new Promise<{ firstMs: number; messages: number; openMs: number }>((settle, reject) => {
    const headers = { Host: host, Cookie: cookie, Accept: 'text/event-stream', 'Accept-Encoding': 'gzip, br' }
    const asked = request(`${origin}/news/events`, { headers, agent: false }, (answer) => {
      const found = { firstMs: lastsMs, messages: 0, openMs: 0 }
      answer.on('data', () => {
        if (found.messages === 0) found.firstMs = sinceMs()
        found.messages += 1
      })
      const end = () => {
        settle({ ...found, openMs: sinceMs() })
        asked.destroy()
      }
      answer.once('close', end)
      void sleep(lastsMs).then(end)
    })
    asked.once('error', reject)
    asked.end()
  })
}

type Asked = {
  readonly method?: string
  readonly localAddress?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}

/** Asks with headers as they are given, from an address of this machine; a server that answers before it has read everything is heard. */
function ask(url: string, { method = 'GET', localAddress = '127.0.0.1', headers, body }: Asked) {
  const length = body === undefined ? {} : { 'Content-Length': String(body.length) }
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((settle, reject) => {
    let answered = false
    const asked = request(url, { method, localAddress, headers: { ...headers, ...length }, agent: false }, (answer) => {
      answered = true
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('close', () =>
        settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.once('error', (error) => {
      if (!answered) reject(error)
    })
    asked.end(body)
  })
}
