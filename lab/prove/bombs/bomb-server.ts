import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { constants, createBrotliCompress, createGzip, createZstdCompress } from 'node:zlib'
import { attacks } from './attacks.ts'

const MB = 2 ** 20
const head = '<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>x</title></item>'

/** What is served beside the documents: answers that never end, or are far longer than they look. Why each has to be refused. */
export const bombs: Readonly<
  Record<string, { readonly wanted: string; readonly send: (response: ServerResponse) => void }>
> = {
  'a gigabyte in brotli': { wanted: 'too-large', send: (response) => sendPacked(response, 'br', brotliOf(1024)) },
  'a gigabyte in gzip': { wanted: 'too-large', send: (response) => sendPacked(response, 'gzip', gzipOf(1024)) },
  'a gigabyte in zstd': { wanted: 'too-large', send: (response) => sendPacked(response, 'zstd', zstdOf(1024)) },
  'a body without an end': { wanted: 'too-large', send: (response) => pour(response, Number.POSITIVE_INFINITY) },
  '256 MB of padding': { wanted: 'too-large', send: (response) => pour(response, 256) },
  'a length of 4 GB': {
    wanted: 'too-large',
    send: (response) => response.writeHead(200, { 'content-length': String(4096 * MB) }).write(head),
  },
  'a byte now and then': { wanted: 'timeout', send: drip },
  'no answer': { wanted: 'timeout', send: () => {} },
  'broken gzip': {
    wanted: 'bad-encoding',
    send: (response) => sendPacked(response, 'gzip', Promise.resolve(Buffer.from('no gzip at all'))),
  },
  'gzip in gzip in gzip': {
    wanted: 'bad-encoding',
    send: (response) => sendPacked(response, 'gzip, gzip, gzip', Promise.resolve(Buffer.from('x'))),
  },
}

/** Serves an attack at `/<number>` of `attacks`, a bomb at `/bomb/<name>`, given documents at `/doc/<number>`, and a good feed elsewhere. */
export async function serveBombs(documents: readonly Uint8Array[]) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/')
    response.on('error', () => {})
    const bomb = path.startsWith('/bomb/') ? bombs[path.slice(6)] : undefined
    const attack = /^\/\d+$/.test(path) ? attacks[Number(path.slice(1))] : undefined
    const document = path.startsWith('/doc/') ? documents[Number(path.slice(5))] : undefined
    if (bomb) bomb.send(response)
    else response.end(attack?.make() ?? document ?? `${head}</channel></rss>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function sendPacked(response: ServerResponse, coding: string, packed: Promise<Buffer>): Promise<void> {
  response.writeHead(200, { 'content-encoding': coding, 'content-type': 'application/rss+xml' }).end(await packed)
}

const made = new Map<string, Promise<Buffer>>()

/** So many megabytes of one letter, packed once. */
function packOnce(name: string, megabytes: number, stream: NodeJS.ReadWriteStream): Promise<Buffer> {
  const known = made.get(name)
  if (known) return known
  const packed = (async () => {
    const letters = Buffer.alloc(MB, 'x')
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise((resolve) => stream.on('end', resolve))
    stream.write(head)
    for (let count = 0; count < megabytes; count++)
      if (!stream.write(letters)) await new Promise((resolve) => stream.once('drain', resolve))
    stream.end()
    await ended
    return Buffer.concat(chunks)
  })()
  made.set(name, packed)
  return packed
}

const brotliOf = (megabytes: number) =>
  packOnce(
    'br',
    megabytes,
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  )
const gzipOf = (megabytes: number) => packOnce('gzip', megabytes, createGzip({ level: 1 }))

const zstdOf = (megabytes: number) => packOnce('zstd', megabytes, createZstdCompress())

/** Writes padding as fast as it is taken. */
function pour(response: ServerResponse, megabytes: number): void {
  const letters = Buffer.alloc(MB, ' ')
  let left = megabytes
  const more = () => {
    while (left-- > 0) if (response.destroyed || !response.write(letters)) return
    response.end()
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  response.write(head)
  response.on('drain', more)
  more()
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  response.write(head)
  const timer = setInterval(() => response.write(' '), 100)
  response.on('close', () => clearInterval(timer))
}
