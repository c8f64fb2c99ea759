import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from './faces/judge-answer.ts'

test('an answer is judged by its status, its words and its fields', async () => {
  const found = judge()
  const asked = { face: 'x', what: 'y', payload: 'z' }
  const safe = { 'content-type': 'text/html', 'x-content-type-options': 'nosniff', 'content-security-policy': 'x' }
  await found.look(asked, () => new Response('fine', { headers: safe }), true)
  assert.deepEqual(found.tally().findings, [])
  await found.look(asked, () => new Response('x', { status: 500, headers: safe }), true)
  await found.look(asked, () => new Response('Error\n at f (file:///a.ts:1)', { headers: safe }), true)
  await found.look(asked, () => new Response('x', { headers: { ...safe, 'x-injected': '1' } }), true)
  await found.look(asked, () => new Response('<script>alert("x-ran")</script>', { headers: safe }), true)
  await found.look(asked, () => new Response(null, { status: 302, headers: { location: '//evil.example/' } }))
  await found.look(asked, () => new Response('x', { headers: { 'content-type': 'text/html' } }))
  await found.look(asked, () => Promise.reject(new Error('no')))
  assert.equal(found.tally().findings.length, 7)
  assert.equal(found.tally().count, 8)
})
