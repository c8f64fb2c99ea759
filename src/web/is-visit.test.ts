import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Hono } from 'hono'
import { isVisit } from './request-reader.ts'

it('a page fetched ahead is not looked at', async () => {
  const web = new Hono().get('/', (context) => context.text(String(isVisit(context))))
  const answer = async (headers: Record<string, string>) => (await web.request('/', { headers })).text()
  assert.equal(await answer({}), 'true')
  assert.equal(await answer({ 'x-purpose': 'copy' }), 'false')
  assert.equal(await answer({ 'sec-purpose': 'prefetch;prerender' }), 'false')
})

it('a page that another site takes for a picture or a frame is not looked at; a link followed from there is', async () => {
  const web = new Hono().get('/', (context) => context.text(String(isVisit(context))))
  const answer = async (site: string, dest: string) =>
    (await web.request('/', { headers: { 'sec-fetch-site': site, 'sec-fetch-dest': dest } })).text()
  for (const dest of ['image', 'iframe', 'script', 'style', 'object', 'empty']) {
    assert.equal(await answer('cross-site', dest), 'false', dest)
    assert.equal(await answer('same-site', dest), 'false', dest)
  }
  assert.equal(await answer('cross-site', 'document'), 'true')
  assert.equal(await answer('same-origin', 'empty'), 'true')
  assert.equal(await answer('none', 'document'), 'true')
})

it('what a program asks for by HEAD is not looked at', async () => {
  const looked: boolean[] = []
  const web = new Hono().get('/', (context) => {
    looked.push(isVisit(context))
    return context.text('')
  })
  for (const method of ['HEAD', 'GET']) await web.request('/', { method })
  assert.deepEqual(looked, [false, true])
})
