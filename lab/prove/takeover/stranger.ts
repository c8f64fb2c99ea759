import type { Answer } from './ask.ts'

/** Stands in what is the owner's, and in nothing that is for everybody. */
export const privateWord = 'canary-courier.example'

type Headers = Readonly<Record<string, string>>

/** What a stranger may say of where they come from. */
export function disguises(at: string, host: string): readonly Headers[] {
  const here = `http://${at}`
  return [
    {},
    { Host: at, Origin: here, 'Sec-Fetch-Site': 'same-origin' },
    { Host: 'localhost', 'X-Forwarded-Host': 'localhost', 'X-Forwarded-For': '127.0.0.1' },
    {
      'X-Forwarded-For': '127.0.0.1',
      'X-Real-IP': '127.0.0.1',
      Forwarded: 'for=127.0.0.1;host=localhost',
      Origin: `https://${host}`,
    },
  ]
}

type Attempt = {
  readonly path: string
  readonly method?: 'POST'
  readonly headers?: Headers
  readonly body?: string
  /** True for an answer that gave something away. */
  readonly isPrivate: (answer: Answer) => boolean
}

const html = { Accept: 'text/html' }
const wrongToken = 'x'.repeat(43)
const form = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST' as const,
  headers: { ...html, 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})
const json = (body: unknown, headers: Headers = {}) => ({
  method: 'POST' as const,
  headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
  body: JSON.stringify(body),
})
const chosen = { name: 'mallory', next: 'a long enough password', again: 'a long enough password' }

const opens = ({ status, body }: Answer) => status === 200 || body.includes(privateWord)
/** A form that was carried out leads back to a page, and not to where one signs in. */
const isCarriedOut = ({ status, location, body }: Answer) =>
  status === 200 || body.includes(privateWord) || (status === 303 && !/\/(?:setup|sign-in)\b/.test(location))

const pages = [
  '/',
  '/server',
  '/server/people',
  '/feeds',
  '/add',
  '/settings',
  '/settings/account',
  '/settings/account/data.zip',
  '/settings/sign-in',
  '/search?q=canary',
  '/feeds.opml',
  '/progress',
]
const ofPrograms = [
  '/api/v1/feeds',
  '/api/v1/entries',
  '/reader/api/0/user-info',
  '/reader/api/0/subscription/list',
  '/miniflux/v1/me',
  '/miniflux/v1/feeds',
]
const streams = ['/news/events', '/progress/events', '/api/v1/news/events']

const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_feeds', arguments: {} } }

/** What a stranger asks for, one after the other. */
export const attempts: readonly Attempt[] = [
  ...pages.map((path) => ({ path, headers: html, isPrivate: opens })),
  ...[...ofPrograms, ...streams].map((path) => ({ path, isPrivate: opens })),
  { path: '/api/v1/feeds', headers: { Authorization: `Bearer ${wrongToken}` }, isPrivate: opens },
  { path: '/setup', headers: html, isPrivate: ({ body }) => body.includes('name="next"') },
  { path: `/setup?token=${wrongToken}`, headers: html, isPrivate: ({ body }) => body.includes('name="next"') },
  { path: '/setup', ...form(chosen), isPrivate: isCarriedOut },
  { path: '/setup', ...form({ ...chosen, token: wrongToken }), isPrivate: isCarriedOut },
  { path: '/setup', ...form({ who: 'only-me' }), isPrivate: isCarriedOut },
  { path: '/setup', ...form({ who: 'only-me', token: wrongToken }), isPrivate: isCarriedOut },
  { path: '/settings/account/password', ...form(chosen), isPrivate: isCarriedOut },
  { path: '/settings/tokens', ...form({ name: 'x', scope: 'admin' }), isPrivate: isCarriedOut },
  { path: '/server/people/invite', ...form({ role: 'owner', days: '3', note: '' }), isPrivate: isCarriedOut },
  { path: '/server/people/guests', ...form({ read: '1' }), isPrivate: isCarriedOut },
  { path: '/server/backup', ...form({}), isPrivate: isCarriedOut },
  { path: '/add', ...form({ url: 'http://127.0.0.1:9/' }), isPrivate: isCarriedOut },
  { path: '/follow', ...form({ kind: 'topic', target: 'x' }), isPrivate: isCarriedOut },
  { path: '/api/v1/feeds', ...json({ url: 'http://127.0.0.1:9/' }), isPrivate: opens },
  { path: '/mcp', ...json(listTools, { 'MCP-Protocol-Version': '2025-06-18' }), isPrivate: opens },
  { path: '/accounts/ClientLogin', ...form({ Email: 'owner', Passwd: 'x' }), isPrivate: opens },
  {
    path: '/fever/?api&feeds',
    ...form({ api_key: 'x'.repeat(32) }),
    isPrivate: ({ body }) => /"auth":\s*1/.test(body) || body.includes(privateWord),
  },
]
