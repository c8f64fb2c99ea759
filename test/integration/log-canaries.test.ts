import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve } from '../loopback-server.ts'
import { startProduct } from './product.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-canaries-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Words that may be in no line of a log, each planted in one place. */
const planted: string[] = []
const canary = (where: string): string => {
  const word = `canary${planted.length}${where}birdsong`
  planted.push(word)
  return word
}

/** Nobody listens there. */
const nowhere = '127.0.0.1:9'

test('no secret, and nothing of what somebody reads, stands in what a server writes', async () => {
  const failing = await serve((_request, response) => response.writeHead(500).end('no'))
  const product = startProduct(['serve', '--json'], {
    TWOSOURCE_DATA: folder,
    TWOSOURCE_PORT: '0',
    TWOSOURCE_ALLOW_PRIVATE: 'true',
    TWOSOURCE_BASE_URL: 'http://house.example',
    TWOSOURCE_SMTP_URL: `smtp://${canary('smtpuser')}:${canary('smtppassword')}@${nowhere}`,
    TWOSOURCE_MAIL_FROM: 'house@example.org',
    TWOSOURCE_SPEECH: `http://:${canary('speechkey')}@${nowhere}`,
    TWOSOURCE_MODEL_KEY: canary('oldmodelkey'),
    TWOSOURCE_OIDC_ISSUER: `http://${nowhere}`,
    TWOSOURCE_OIDC_CLIENT_ID: 'client',
    TWOSOURCE_OIDC_CLIENT_SECRET: canary('oidcsecret'),
    TWOSOURCE_METRICS: canary('metricstoken'),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${nowhere}`,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${canary('otlpheader')}`,
  })
  const [, base = ''] = await product.says(/"url": "(http:[^"]+)"/)
  const [, code = ''] = await product.says(/"setup": "[^"]*token=([\w-]{43})"/)
  const asked: number[] = []
  // What the owner's browser sends, once it is signed in.
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { ...(cookie && { cookie }), ...(init.headers as Readonly<Record<string, string>>) }
    const answer = await fetch(new URL(path, base), { redirect: 'manual', ...init, headers })
    await answer.text()
    asked.push(answer.status)
    return answer
  }
  const form = (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: new URL(base).origin, ...headers },
    })
  const json = (path: string, method: string, body: unknown) =>
    ask(path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })

  // Signing in, by each door, with what opens none.
  await form('/setup', { name: canary('ownername'), password: canary('setuppassword'), again: 'other' })
  await form(`/setup?token=${canary('setuptoken')}`, { name: 'x', password: canary('password') })
  await form('/sign-in', { name: canary('username'), password: canary('wrongpassword') })
  await ask('/', { headers: { cookie: `session=${canary('cookie')}; __Host-session=${canary('hostcookie')}` } })
  await ask('/', { headers: { 'Remote-User': canary('proxyuser') } })
  await ask('/api/v1/feeds', { headers: { authorization: `Bearer ${canary('apitoken')}` } })
  await ask('/mcp', { headers: { authorization: `Bearer ${canary('mcptoken')}` } })
  await form('/accounts/ClientLogin', { Email: 'x', Passwd: canary('greaderpassword') })
  await ask('/reader/api/0/user-info', { headers: { authorization: `GoogleLogin auth=${canary('greaderauth')}` } })
  await form('/fever/?api', { api_key: canary('feverkey') })
  await ask('/miniflux/v1/me', { headers: { 'X-Auth-Token': canary('minifluxtoken') } })
  await ask('/metrics', { headers: { authorization: `Bearer ${canary('othermetrics')}` } })
  // The owner comes in by link, and makes a token.
  const entered = await form('/setup', { token: code, who: 'only-me' })
  assert.equal(entered.status, 303)
  cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  planted.push(cookie.split('=')[1] ?? 'no session')
  const made = await fetch(new URL('/settings/tokens', base), {
    method: 'POST',
    body: new URLSearchParams({ name: 'program', scope: 'admin' }),
    headers: { origin: new URL(base).origin, cookie },
  })
  const [, token = ''] = /class="secret"[^>]*>([^<]+)</.exec(await made.text()) ?? []
  assert.ok(token)
  planted.push(token)
  await ask('/', { headers: { 'Remote-User': canary('proxyuseragain') } })
  await ask('/settings/account', { headers: { 'Remote-User': canary('proxyuseragain') } })
  await ask('/api/v1/feeds', { headers: { authorization: `Bearer ${token}` } })
  // What somebody reads and looks for.
  await ask(`/search?q=${canary('search')}`)
  await ask(`/api/v1/search?query=${canary('apisearch')}`, { headers: { authorization: `Bearer ${token}` } })
  await ask(`/articles/${canary('article')}`)
  await ask(`/stories/${canary('story')}`)
  await ask(`/entries/${canary('entry')}?back=${canary('back')}`)
  await ask('/', {
    headers: { referer: `http://elsewhere.example/${canary('referer')}`, 'user-agent': canary('useragent') },
  })
  await ask('/', { headers: { 'X-Request-Id': canary('requestid'), 'X-Forwarded-For': canary('forwarded') } })
  // Addresses that open by what is in them.
  for (const path of ['/shared/', '/brief/feed/', '/feeds/out/', '/websub/', '/alerts/stop/', '/invitation/'])
    await ask(`${path}${canary('address')}?token=${canary('query')}`)
  // What is kept, and bodies that cannot be read.
  await json('/api/v1/notes', 'POST', { text: canary('note') })
  await json('/api/v1/preferences', 'PATCH', { preferences: { theme: canary('preference') } })
  await ask('/api/v1/ask', {
    method: 'POST',
    body: `{"question": "${canary('question')}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  })
  await ask('/add', {
    method: 'POST',
    body: canary('body'),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  // A feed and a webhook whose addresses hold keys, and that fail.
  const host = new URL(failing).host
  const feed = `http://${canary('feeduser')}:${canary('feedpassword')}@${host}/${canary('feedpath')}.xml?key=${canary('feedkey')}`
  await form('/add', { url: feed, text: feed, address: feed })
  await json('/api/v1/feeds', 'POST', { url: feed, urls: [feed] })
  await json('/api/v1/destinations', 'POST', {
    kind: 'webhook',
    url: `${failing}/${canary('hook')}`,
    secret: canary('hooksecret'),
  })
  await form('/settings/model', {
    address: `http://${nowhere}/v1`,
    name: 'm',
    'embedding-name': '',
    key: canary('modelkey'),
    'calls-per-day': '50',
    'tokens-per-day': '9000',
    'timeout-seconds': '60',
    'stall-seconds': '20',
  })
  const translate = { by: 'server', address: `http://${nowhere}`, key: canary('translatekey'), perDay: '5' }
  await form('/settings/translation/server', translate)

  // Who has a password, and signs in with it.
  const password = canary('realpassword')
  assert.equal((await form('/settings/account/password', { next: password, again: password })).status, 303)
  cookie = ''
  const [session = ''] = (await form('/sign-in', { name: 'owner', password })).headers.getSetCookie()
  cookie = session.split(';')[0] ?? ''
  planted.push(cookie.split('=')[1] ?? 'no session')
  for (const path of [
    `/search?q=${canary('signedsearch')}`,
    `/articles/${canary('signedarticle')}`,
    '/following',
    '/server',
  ])
    await ask(path)

  product.child.kill('SIGTERM')
  assert.equal(await product.ended, 0, product.written.err)
  assert.ok(planted.length >= 30, String(planted.length))
  assert.ok(asked.filter((status) => status === 200).length >= 10, asked.join(' '))
  const written = product.written.out + product.written.err
  assert.deepEqual(
    planted.filter((word) => written.includes(word)),
    [],
    written,
  )
  // Each line is one JSON record with its time and its event.
  for (const line of product.written.err.split('\n').filter((text) => text !== '')) {
    const record = JSON.parse(line)
    assert.match(`${record.at} ${record.event}`, /^\d{4}-\d\d-\d\dT[\d:.]+Z [a-z-]+$/)
  }
})
