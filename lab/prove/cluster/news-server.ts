import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { randomNumbers } from '../../bench/material/random-numbers.ts'
import { type Answer, answerWrongly, faultKinds, pageFaultCount } from '../soak/faulty-answer.ts'
import { makeNews, type NewsEntry, type NewsRecipe } from './news.ts'

/**
 * Serves feeds and pages of invented news, from a process of its own: `node lab/prove/cluster/news-server.ts RECIPE ADDRESSES PORT`, JSON.
 * Each outlet has an address of its own, as outlets do. Prints its port. `POST /release?count=&order=` says how many entries have been
 * published, in which order (0: that of time); `POST /hook` takes what a webhook is told, `GET /hook` tells it. `POST /faults?share=` says
 * what share of the answers to come is wrong; `GET /faults` tells how many were, by kind.
 */
const [recipe, addresses, port] = process.argv.slice(2).map((given) => JSON.parse(given)) as [
  NewsRecipe,
  readonly string[],
  number,
]
const news = makeNews(recipe)
let published: ReadonlySet<NewsEntry> = new Set()
let told: { readonly name: string; readonly entries: readonly string[] }[] = []
const drawFault = randomNumbers(recipe.seed)
const faults: Record<string, number> = {}
let faultShare = 0

// No connection that is kept is closed from here: it may be taken again in that moment, and what it was taken for is not asked twice.
const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://outlet')
  const [, kind, name = ''] = url.pathname.split('/')
  const number = Number.parseInt(name, 10)
  if (kind === 'release') {
    const count = Number(url.searchParams.get('count'))
    published = new Set([...news.first, ...inOrder(Number(url.searchParams.get('order'))).slice(0, count)])
    if (count === 0) told = []
    response.end('{}')
  } else if (kind === 'faults') {
    faultShare = Number(url.searchParams.get('share') ?? faultShare)
    response.end(JSON.stringify(faults))
  } else if (kind === 'hook' && request.method === 'POST') {
    if (faultShare > 0 && drawFault() < faultShare) {
      noteFault('hook')
      request.resume()
      response.writeHead(500).end()
      return
    }
    told.push(messageOf(request, await bodyOf(request)))
    response.end()
  } else if (kind === 'hook') response.end(JSON.stringify(told))
  else if (kind === 'feed' && news.outlets[number])
    answer(response, { type: 'application/rss+xml; charset=utf-8', body: feedOf(number), path: url.pathname })
  else if (kind === 'a' && news.articles[number])
    answer(response, { type: 'text/html; charset=utf-8', body: pageOf(number), path: url.pathname })
  else response.writeHead(404).end()
})
server.listen(port, '0.0.0.0')
await once(server, 'listening')
const listening = (server.address() as { readonly port: number }).port
console.log(JSON.stringify({ port: listening }))

function answer(response: ServerResponse, right: Answer): void {
  const isWrong = faultShare > 0 && drawFault() < faultShare
  if (!isWrong) {
    response.writeHead(200, { 'content-type': right.type }).end(right.body)
    return
  }
  const count = right.type.startsWith('text/html') ? pageFaultCount : faultKinds.length
  const kind = faultKinds[Math.floor(drawFault() * count)]!
  noteFault(kind)
  void answerWrongly(response, kind, right, drawFault())
}

function noteFault(kind: string): void {
  faults[kind] = (faults[kind] ?? 0) + 1
}

/** The entries as they are published: by time, or shuffled. */
function inOrder(order: number): readonly NewsEntry[] {
  if (order === 0) return news.entries
  const random = randomNumbers(order)
  return news.entries
    .map((entry) => ({ entry, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry)
}

function feedOf(outlet: number): string {
  const language = news.outlets[outlet]?.language
  const items = [...published]
    .filter((entry) => entry.outlet === outlet)
    .map(
      ({ key, article }) =>
        `<item><guid isPermaLink="false">${key}</guid><title>${escaped(article.title)}</title><link>${addressOf(article.outlet)}${article.path}</link><pubDate>${new Date(article.at).toUTCString()}</pubDate></item>`,
    )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${outlet}</title><link>${addressOf(outlet)}/</link><language>${language}</language>${items.join('')}</channel></rss>`
}

function pageOf(number: number): string {
  const { title, paragraphs, language, at } = news.articles[number]!
  const text = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta property="article:published_time" content="${at}"></head><body><nav><a href="/">Home</a></nav><article><h1>${escaped(title)}</h1>${text}</article></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function addressOf(outlet: number): string {
  return `http://${addresses[outlet % addresses.length]}:${listening}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8')
  let body = ''
  for await (const part of request) body += part
  return body
}

function messageOf(request: IncomingMessage, body: string) {
  const { entries = [] } = JSON.parse(body) as { entries?: readonly { readonly id: string | number }[] }
  return { name: String(request.headers['idempotency-key']), entries: entries.map(({ id }) => String(id)) }
}
