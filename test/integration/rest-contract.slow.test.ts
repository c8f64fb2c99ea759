import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { Scope } from '../../src/core/account.ts'
import { operations } from '../../src/operations/all.ts'
import { describeApi, idOf, pathOf } from '../../src/rest/openapi.ts'
import { maxFileBytes, maxJsonBytes } from '../../src/rest/read-input.ts'
import { type RouteRequest, requestOf } from '../../src/rest/request-of.ts'
import { methods, type Route } from '../../src/rest/route.ts'
import { routes } from '../../src/rest/routes/all-routes.ts'
import { scopeOf } from '../../src/rest/scope.ts'
import { validInputs, wrongRequests } from '../rest/contract.ts'
import { type ContractInstance, openContractInstance } from '../rest/contract-instance.ts'

type Described = { readonly responses: Readonly<Record<string, { readonly content?: object }>> }
const description = describeApi('0.1.0', '/api/v1')
const ajv = new Ajv2020({ strict: false })
ajv.addSchema({ $id: 'api', ...JSON.parse(JSON.stringify(description)) })

describe('the contract of the interface for programs', () => {
  let instance: ContractInstance
  before(async () => {
    instance = await openContractInstance()
  })
  after(() => instance.close())

  it('holds for every route with valid input: a documented answer of the documented shape', async () => {
    const answered = new Set<string>()
    // Once more what only reads: now there is something to list.
    for (const route of [...routes, ...routes.filter(({ method }) => method === 'GET')]) {
      const inputs = validInputs(route, instance.common)
      assert.ok(inputs.length > 0, `${route.at}: no input to try it with in lab/prove/isolation/tries.ts`)
      for (const request of inputs.map((input) => requestOf(route, input))) {
        const response = await ask(request)
        assert.ok(
          [200, 204, 404, 502].includes(response.status),
          `${route.at}: ${response.status} ${await response.clone().text()}`,
        )
        await isDocumented(route, response)
        if (response.ok) answered.add(idOf(route))
      }
    }
    assert.ok(answered.size > 100, `only ${answered.size} of ${routes.length} routes had something to answer`)
  })

  it('refuses what is missing, wrong or too large, and names the field', async () => {
    let count = 0
    for (const route of routes)
      for (const { why, request, statuses } of wrongRequests(route, validInputs(route, instance.common)[0]!)) {
        const response = await ask(request)
        assert.ok(
          statuses.includes(response.status),
          `${route.at} ${why}: ${response.status} ${await response.clone().text()}`,
        )
        await isDocumented(route, response)
        count++
      }
    assert.ok(count > 400, String(count))
  })

  it('refuses fields that there are not, and bodies that are too large, cut, of another kind or no JSON', async () => {
    for (const route of routes) {
      const request = requestOf(route, validInputs(route, instance.common)[0]!)
      const expect = async (status: number, changed: Partial<RouteRequest>, headers: Record<string, string> = {}) => {
        const response = await ask({ ...request, ...changed }, instance.tokens.admin, headers)
        assert.equal(response.status, status, `${route.at}: ${await response.clone().text()}`)
        await isDocumented(route, response)
      }
      await expect(422, { path: `${request.path}${request.path.includes('?') ? '&' : '?'}nope=1` })
      if (route.raw) {
        await expect(415, { mediaType: 'image/png' })
        await expect(413, {}, { 'content-length': String(maxFileBytes + 1) })
        await expect(415, {}, { 'content-encoding': 'gzip' })
        if (route.raw.field === 'text') await expect(400, { body: new Uint8Array([0xff, 0xfe, 0xff]) })
      } else if (request.body !== undefined) {
        await expect(422, { body: '{"nope":1}' })
        await expect(400, { body: '{' })
        await expect(400, { body: '[]' })
        await expect(400, { body: new Uint8Array([0x22, 0xff, 0x22]) })
        await expect(415, { mediaType: 'text/plain' })
        await expect(415, {}, { 'content-encoding': 'br' })
        await expect(413, { body: `{"x":"${'x'.repeat(maxJsonBytes)}"}` })
      }
    }
  })

  it('lets nobody in without a token, nor with one that may too little', async () => {
    const ranks: readonly (Scope | undefined)[] = [undefined, 'read', 'write', 'admin']
    for (const route of routes) {
      const operation = operations.find(({ name }) => name === route.operation)!
      const needed = ranks.indexOf(scopeOf(route, operation))
      const request = requestOf(route, validInputs(route, instance.common)[0]!)
      const stranger = await ask(request, null)
      assert.equal(stranger.status === 401, needed > 0, `${route.at} for a stranger: ${stranger.status}`)
      if (stranger.status === 401) assert.match(stranger.headers.get('www-authenticate') ?? '', /^Bearer /)
      // What a token may do is done above: here only who is let in counts.
      for (const scope of ['read', 'write'] as const) {
        if (ranks.indexOf(scope) >= needed && route.method !== 'GET') continue
        const response = await ask(request, instance.tokens[scope])
        assert.equal(
          response.status === 403,
          ranks.indexOf(scope) < needed,
          `${route.at} to ${scope}: ${response.status}`,
        )
        await isDocumented(route, response)
      }
    }
    const wrong = await ask({ method: 'GET', path: '/today' }, 'no-such-token')
    assert.equal(wrong.status, 401)
    assert.match(wrong.headers.get('www-authenticate') ?? '', /invalid_token/)
  })

  it('tells who has it already that it is as it was, and where a list goes on', async () => {
    const first = await ask({ method: 'GET', path: '/preferences' })
    const again = await ask({ method: 'GET', path: '/preferences' }, instance.tokens.admin, {
      'if-none-match': first.headers.get('etag')!,
    })
    assert.deepEqual([again.status, await again.text()], [304, ''])
    for (const [accepted, coding] of [
      ['gzip', 'gzip'],
      ['br, gzip;q=0.5', 'gzip'],
      ['gzip;q=0', null],
      ['gzip; q=0.000, br', null],
      ['x-gzip-not', null],
    ] as const) {
      const packed = await ask({ method: 'GET', path: '/openapi.json' }, null, { 'accept-encoding': accepted })
      assert.equal(packed.headers.get('content-encoding'), coding, accepted)
    }
    const head = await ask({ method: 'HEAD', path: '/preferences' })
    assert.deepEqual([head.status, await head.text(), head.headers.get('etag')], [200, '', first.headers.get('etag')])
    const today = await ask({ method: 'GET', path: '/today?pageSize=1' })
    const { page, pageCount } = (await today.json()) as { readonly page: number; readonly pageCount: number }
    assert.equal(today.headers.get('link') !== null, page < pageCount)
  })

  it('slows down who asks too often, and tells when to come again', async () => {
    const limited = instance.limited(2)
    const statuses: (number | undefined)[] = []
    let last: Response | undefined
    for (let count = 0; count < 3; count++) {
      last = await limited(new Request('http://localhost/api/v1/openapi.json'), {})
      statuses.push(last?.status)
    }
    assert.deepEqual(statuses, [200, 200, 429])
    assert.equal(last?.headers.get('retry-after'), '60')
    assert.equal(last?.headers.get('ratelimit'), '"minute";r=0;t=60')
  })

  it('tells anybody what there is: as OpenAPI, and to a language model', async () => {
    const told = await instance.ask('/openapi.json', {}, null)
    assert.deepEqual(await told?.json(), JSON.parse(JSON.stringify(description)))
    const terms = await instance.answer(new Request('http://localhost/llms.txt'), {})
    assert.match((await terms?.text()) ?? '', /never instructions/)
  })

  it('answers anything at all with a problem, never with a failure', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'stories',
        'notes',
        'follows',
        'entries',
        'search',
        instance.common.story,
        '..',
        '%',
        '%ff',
        '',
        'a/b',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...methods, 'HEAD', 'OPTIONS', 'PROPFIND'),
        fc.array(word, { maxLength: 4 }),
        fc.array(fc.tuple(word, word), { maxLength: 3 }),
        fc.option(
          fc.oneof(fc.json(), fc.string(), fc.constant('{"__proto__":{"x":1}}'), fc.constant('['.repeat(50_000))),
        ),
        async (method, segments, query, body) => {
          const path = `/${segments.map(encodeLoosely).join('/')}?${new URLSearchParams(query)}`
          const takesBody = method !== 'GET' && method !== 'HEAD' && body !== null
          const request = { method, path, ...(takesBody && { body, mediaType: 'application/json' }) }
          const response = await askAny(request, instance.tokens.admin, {})
          // Its dots may have led out of the interface.
          if (!response) return
          assert.ok(response.status < 500, `${method} ${path}: ${response.status}`)
          if (response.status >= 400 && method !== 'HEAD')
            assert.equal(((await response.json()) as { readonly status: number }).status, response.status)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('failed nowhere in all of this', () => assert.deepEqual(instance.failures, []))

  async function ask(
    request: RouteRequest,
    token: string | null = instance.tokens.admin,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await askAny(request, token, headers)
    assert.ok(response, request.path)
    return response
  }

  async function askAny(
    { method, path, mediaType, body }: RouteRequest,
    token: string | null,
    headers: Record<string, string>,
  ): Promise<Response | undefined> {
    const kind = mediaType === undefined ? {} : { 'content-type': mediaType }
    return instance.ask(path, { method, headers: { ...kind, ...headers }, ...(body !== undefined && { body }) }, token)
  }
})

/** Segments of an address as programs write them: percent-encoded, or not quite. */
function encodeLoosely(segment: string): string {
  return segment.includes('%') ? segment.replace(/[^\x21-\x7e]|[?#]/g, '') : encodeURIComponent(segment)
}

const validators = new Map<string, ValidateFunction>()

/** Fails unless the description has such an answer on such a route, and the answer is of the shape it says. */
async function isDocumented(route: Route, response: Response): Promise<void> {
  const pointer = ['paths', pathOf(route), route.method.toLowerCase()] as const
  const described = description.paths[pointer[1]]![pointer[2]] as unknown as Described
  assert.ok(Object.hasOwn(described.responses, response.status), `${route.at}: ${response.status} is not documented`)
  const mediaType = response.headers.get('content-type')?.split(';')[0] ?? ''
  if (response.status >= 400) return isShape('#/components/schemas/Problem', route, await response.clone().json())
  if (response.status !== 200 || !Object.hasOwn(described.responses[200]?.content ?? {}, 'application/json')) return
  assert.equal(mediaType, 'application/json')
  const steps = [...pointer, 'responses', '200', 'content', 'application/json', 'schema']
  const path = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  return isShape(`#/${path}`, route, await response.clone().json())
}

function isShape(pointer: string, route: Route, value: unknown): void {
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `api${pointer}` })
  validators.set(pointer, validate)
  assert.ok(
    validate(value),
    `${route.at}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 600)}`,
  )
}
