import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { NoRoomError } from '../operations/body-memory.ts'
import { CommitUnknownError, StoreFullError } from '../store/store-errors.ts'

const banners = {
  en: 'The disk of this server is full',
  de: 'Der Datenträger dieses Servers ist voll',
  es: 'El disco de este servidor está lleno',
  fr: 'Le disque de ce serveur est plein',
  ar: 'قرص هذا الخادم ممتلئ',
}

test('while the disk is full every page says so in its language, and no longer than that', async () => {
  let isFull = true
  const web = exampleWeb(exampleOperations().app, {
    version: '0.1.0',
    now: () => now,
    trouble: () => (isFull ? 'disk-full' : undefined),
  })
  const read = async (path: string, language: string) => {
    const answer = await web.request(path, { headers: { 'accept-language': language } })
    return answer.text()
  }
  for (const [language, banner] of Object.entries(banners))
    for (const path of ['/', '/stories/story-1', '/feeds', '/settings', '/nowhere'])
      assert.ok((await read(path, language)).includes(banner), `${path} in ${language}`)
  isFull = false
  for (const path of ['/', '/nowhere']) assert.ok(!(await read(path, 'en')).includes(banners.en))
})

test('a form that could not be kept is answered with 507 and says that nothing was changed', async () => {
  const { app } = exampleOperations()
  const full = { ...app, mark_read: () => Promise.reject(new StoreFullError('the store', undefined)) }
  const errors: string[] = []
  const web = exampleWeb(full, {
    version: '0.1.0',
    now: () => now,
    onError: (error) => errors.push(error.message),
  })
  const answer = await web.request('/entries/read', {
    method: 'POST',
    body: new URLSearchParams({ entry: 'e', read: '1' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  assert.equal(answer.status, 507)
  assert.match(await answer.text(), /This could not be kept, and nothing was changed/)
  assert.deepEqual(errors, [])
})

test('what there is no room for now is answered with 503 and a time, and is no fault in the log', async () => {
  const { app } = exampleOperations()
  const busy = { ...app, mark_read: () => Promise.reject(new NoRoomError()) }
  const errors: string[] = []
  const web = exampleWeb(busy, {
    version: '0.1.0',
    now: () => now,
    onError: ({ message }) => errors.push(message),
  })
  const answer = await web.request('/entries/read', {
    method: 'POST',
    body: new URLSearchParams({ entry: 'e', read: '1' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5'])
  assert.deepEqual(errors, [])
})

test('an edit of which it is not known whether it was saved is answered with 503, and says to look first', async () => {
  const { app } = exampleOperations()
  const lost = { ...app, mark_read: () => Promise.reject(new CommitUnknownError(undefined)) }
  const web = exampleWeb(lost, { version: '0.1.0', now: () => now })
  const answer = await web.request('/entries/read', {
    method: 'POST',
    body: new URLSearchParams({ entry: 'e', read: '1' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  // No Retry-After: an automatic retry could save it twice.
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, null])
  assert.match(await answer.text(), /Check whether it’s there before you try again/)
})
