import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Hono } from 'hono'
import { isLookedAt } from './is-looked-at.ts'

it('a page fetched ahead is not looked at', async () => {
  const web = new Hono().get('/', (context) => context.text(String(isLookedAt(context))))
  const answer = async (headers: Record<string, string>) => (await web.request('/', { headers })).text()
  assert.equal(await answer({}), 'true')
  assert.equal(await answer({ 'x-purpose': 'copy' }), 'false')
  assert.equal(await answer({ 'sec-purpose': 'prefetch;prerender' }), 'false')
})
