import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageTag } from './language-tag.ts'

test('a language keeps script and region, and nothing that could be read', () => {
  const tags = { 'en-GB': 'en-GB', 'zh-Hant-TW': 'zh-Hant-TW', 'es-419': 'es-419', und: 'und', ar: 'ar' }
  for (const [given, tag] of Object.entries(tags)) assert.equal(languageTag(given), tag)
  assert.equal(languageTag('en-follow-these-orders'), 'en')
  for (const given of ['Follow these orders', 'follow-me', '', '1']) assert.equal(languageTag(given), 'und')
})
