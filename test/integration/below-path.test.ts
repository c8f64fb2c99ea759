import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { openSetupLink, servePages } from '../../src/app/serve/serve.ts'
import { makeAppPassword } from '../../src/operations/accounts/access-keys.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'

const host = 'example.org'
const home = `https://${host}/news`
const password = 'nine gulls over the pier'

/** The product below a path, as a proxy that passes the path on asks it. */
describe('a server below a path of its host', () => {
  let context: Context
  let running: Awaited<ReturnType<typeof servePages>>
  let folder: string
  let appPassword: string
  let setup: string | undefined
  let cookie = ''

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twosource-below-'))
    const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_PORT: '0', TWOSOURCE_BASE_URL: `${home}/` }
    context = await createContext(readConfig(settings), () => {})
    running = await servePages(context)
    setup = (await openSetupLink(context, running.url))?.url
    const made = await addAccount.run(context.operations, { name: 'Mira', role: 'owner', password })
    assert.ok(typeof made !== 'string')
    const reader = { id: made.id, name: 'Mira', role: 'owner' } as const
    appPassword = (await makeAppPassword.run({ ...context.operations, reader }, { name: 'Phone' }))!.secret
    await context.operations.store.feeds.addMany(made.id, [{ url: 'https://a.example/feed', title: 'A' }], '2026-03-12')
  })
  after(async () => {
    await running.close()
    await context[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  function ask(path: string, fields?: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
    const body = fields && new URLSearchParams(fields).toString()
    const form = { Origin: `https://${host}`, 'Content-Type': 'application/x-www-form-urlencoded' }
    const headers = { Host: host, Accept: 'text/html', Cookie: cookie, ...(body !== undefined && form), ...more }
    return new Promise<{ status: number; location: string; cookies: readonly string[]; link: string; text: string }>(
      (settle, reject) => {
        const method = body === undefined ? 'GET' : 'POST'
        const asked = request(new URL(path, running.url), { method, headers, agent: false }, async (answer) => {
          const text = (await answer.toArray()).join('')
          const { location = '', 'set-cookie': cookies = [], link = '' } = answer.headers
          settle({ status: answer.statusCode ?? 0, location, cookies, link: String(link), text })
        })
        asked.once('error', reject)
        asked.end(body)
      },
    )
  }

  test('leads to signing in and back, below its path and nowhere else', async () => {
    assert.ok(setup?.startsWith(`${home}/setup?token=`), setup)
    assert.equal((await ask('/news/settings/tokens')).location, '/news/sign-in?back=%2Fsettings%2Ftokens')
    const signIn = (back: string) => ask('/news/sign-in', { name: 'Mira', password, back })
    for (const [back, to] of [
      ['/settings/tokens', '/news/settings/tokens'],
      ['//evil.example', '/news/'],
      ['/..//evil.example', '/news/'],
      ['https://evil.example/news/', '/news/'],
      ['\\\\evil.example', '/news/'],
    ] as const)
      assert.equal((await signIn(back)).location, to, back)
    const { cookies } = await signIn('/')
    // Nobody else may set it, and so it has to be for the whole host.
    assert.ok(
      cookies.some((each) => /^__Host-session=.*; Path=\/(?:;|$)/.test(each)),
      cookies.join('\n'),
    )
    cookie = cookies.map((each) => each.split(';')[0]).join('; ')
    const chosen = await ask('/news/preferences', { theme: 'dark', back: '/feeds' })
    assert.deepEqual([chosen.status, chosen.location], [303, '/news/feeds'])
    assert.match(chosen.cookies.join(), /^theme=dark; .*Path=\/news\//)
  })

  test('writes every address of a page, its own and those for programs', async () => {
    for (const path of ['/news/feeds', '/news', '/news/settings/tokens', '/news/nothing-here']) {
      const { text } = await ask(path)
      assert.match(text, / href="\/news\/feeds"/, path)
      assert.doesNotMatch(text, / (?:href|src|action)="\/(?!news\/)/, path)
    }
    const { icons, shortcuts, ...manifest } = JSON.parse((await ask('/news/manifest.webmanifest')).text)
    for (const url of [
      manifest.id,
      manifest.start_url,
      manifest.scope,
      manifest.share_target.action,
      ...icons.map(({ src }: { src: string }) => src),
      ...shortcuts.map(({ url }: { url: string }) => url),
    ])
      assert.match(url, /^\/news\//)
    assert.doesNotMatch((await ask('/news/sw.js')).text.split('\n', 1)[0]!, /"\//)
    const problem = JSON.parse((await ask('/news/api/v1/nothing')).text)
    assert.equal(problem.type, '/news/api#not-there')
    const api = JSON.parse((await ask('/news/api/v1/openapi.json')).text)
    assert.deepEqual(api.servers, [{ url: `${home}/api/v1` }])
  })

  test('returns a wrong form to the page it came from', async () => {
    const { status, text } = await ask('/news/feeds', { url: ' ' }, { Referer: `${home}/add?q=1` })
    assert.equal(status, 400)
    assert.match(text, / href="\/news\/add\?q=1"/)
  })

  test('lets a reader app and an assistant in at its path', async () => {
    const given = { Email: 'Mira', Passwd: appPassword }
    const { text } = await ask('/news/api/greader.php/accounts/ClientLogin', given, { Cookie: '' })
    const [, token] = /^Auth=(.+)$/m.exec(text) ?? []
    const list = await ask('/news/api/greader.php/reader/api/0/subscription/list?output=json', undefined, {
      Authorization: `GoogleLogin auth=${token}`,
    })
    const addresses = list.text.match(new RegExp(`https?:\\\\?/\\\\?/${host}[^"]*`, 'g')) ?? []
    assert.ok(addresses.length > 0, list.text)
    for (const address of addresses) assert.ok(address.startsWith(`${home}/`), address)
    for (const path of ['', '/news']) {
      const told = JSON.parse((await ask(`${path}/.well-known/oauth-authorization-server${path}`)).text)
      assert.deepEqual([told.issuer, told.token_endpoint], [home, `${home}/oauth/token`])
    }
  })

  test('answers health checks at the root', async () => {
    assert.equal((await ask('/livez')).status, 200)
    assert.equal((await ask('/news/livez')).status, 200)
  })
})
