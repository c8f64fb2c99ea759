import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../config/config.ts'
import { websubOf } from './websub.ts'

const at = (base: string | undefined, more: Record<string, string> = {}) =>
  websubOf(readConfig({ ...(base !== undefined && { TWOSOURCE_BASE_URL: base }), ...more }))?.base

test('hubs reach a server that has a public address over https', () => {
  assert.equal(at('https://news.example.org/'), 'https://news.example.org')
  assert.equal(at('https://news.example.org', { TWOSOURCE_WEBSUB: 'true' }), 'https://news.example.org')
})

test('hubs do not reach a server without one, nor one whose owner wants none', () => {
  for (const base of [
    undefined,
    'http://news.example.org',
    'https://localhost',
    'https://reader.local',
    'https://192.168.1.7',
    'https://[::1]:7180',
    'https://reader',
  ])
    assert.equal(at(base), undefined, base)
  assert.equal(at('https://news.example.org', { TWOSOURCE_WEBSUB: 'false' }), undefined)
})

test('where private addresses are allowed, so are callbacks there', () => {
  const settings = readConfig({ TWOSOURCE_BASE_URL: 'http://127.0.0.1:7180', TWOSOURCE_ALLOW_PRIVATE: 'true' })
  assert.deepEqual(websubOf(settings), { base: 'http://127.0.0.1:7180', isPlainAllowed: true })
})
