import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { defaultPreferences, type Preferences } from '../core/preferences.ts'

const preferences: Preferences = {
  ...defaultPreferences,
  theme: 'dark',
  language: 'fr',
  density: 'dense',
  textSize: 'large',
  typeface: 'sans',
  timeZone: 'Asia/Tokyo',
}

async function rootOf(read: () => Promise<Preferences>, headers: Record<string, string> = {}): Promise<string> {
  const web = exampleWeb({ ...exampleOperations().app, get_preferences: read }, { version: '0', now: () => now })
  const answer = await web.request('/about', { headers })
  assert.equal(answer.status, 200)
  return answer.text()
}

describe('what the reader chose', () => {
  it('is how every page looks', async () => {
    const page = await rootOf(async () => preferences)
    assert.match(
      page,
      /<html lang="fr" dir="ltr" data-theme="dark" data-density="dense" data-text="large" data-type="sans">/,
    )
  })

  it('gives way to what was switched in this browser', async () => {
    const page = await rootOf(async () => preferences, { cookie: 'theme=auto; language=ar' })
    assert.match(page, /<html lang="ar" dir="rtl" data-density/)
  })

  it('comes before what the browser asks for, and does without a store that does not answer', async () => {
    const asked = { 'accept-language': 'ar' }
    assert.match(await rootOf(async () => preferences, asked), /<html lang="fr"/)
    assert.match(await rootOf(async () => Promise.reject(new Error('closed')), asked), /<html lang="ar" dir="rtl">/)
  })

  it('includes the time zone, before that of the browser, which comes before the server’s', async () => {
    const zoneOn = (page: string) => /data-zone="([^"]+)"/.exec(page)?.[1]
    const cookie = { cookie: 'zone=America/New_York' }
    const unset = async () => defaultPreferences
    assert.equal(zoneOn(await rootOf(async () => preferences, cookie)), 'Asia/Tokyo')
    assert.equal(zoneOn(await rootOf(unset, cookie)), 'America/New_York')
    assert.equal(zoneOn(await rootOf(unset)), 'UTC')
    assert.equal(zoneOn(await rootOf(unset, { cookie: 'zone="><script>' })), 'UTC')
    assert.match(await rootOf(unset), /<span>Times are in UTC\.<\/span>/)
    assert.doesNotMatch(await rootOf(unset, cookie), /Times are in/)
  })

  it('is asked for once in a request, and not for a file', async () => {
    let count = 0
    const counted = async () => {
      count++
      return defaultPreferences
    }
    const web = exampleWeb(
      { ...exampleOperations().app, get_preferences: counted },
      {
        version: '0',
        now: () => now,
      },
    )
    await web.request('/')
    assert.equal(count, 1)
    await web.request('/favicon.svg')
    assert.equal(count, 1)
  })
})
