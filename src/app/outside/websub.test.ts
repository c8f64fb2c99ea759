import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../config/config.ts'
import { websubOf } from './websub.ts'

const at = (base: string | undefined) => websubOf(readConfig({ TWOSOURCE_BASE_URL: base }))?.base

test('hubs reach a server that has a public address over https', () => {
  assert.equal(at('https://news.example.org/'), 'https://news.example.org')
})

test('hubs do not reach a server without one', () => {
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
})

test('where private addresses are allowed, so are callbacks there', () => {
  const settings = readConfig({ TWOSOURCE_BASE_URL: 'http://127.0.0.1:7180', TWOSOURCE_ALLOW_PRIVATE: 'true' })
  assert.deepEqual(websubOf(settings), { base: 'http://127.0.0.1:7180', isPlainAllowed: true })
})
