import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alerts } from '../../../test/examples/alerts.ts'
import { alertText } from './alert-text.ts'

test('a watch says that a report is the second one; what is followed may have any number of them', () => {
  const report = { ...alerts.find(({ kind }) => kind === 'report')!, isNewStory: false }
  const watched = { ...report, cause: { kind: 'watch', target: 'watch-1', label: 'The ferry' } as const }
  const said = (alert: typeof report, language: string) =>
    alertText([alert], language).body.replace(/[\u2068\u2069]/g, '')
  const { sourceName } = report
  assert.match(said(report, 'en'), /^Another independent report, by /)
  const expected = {
    en: `Second independent report, by ${sourceName} · watched: The ferry`,
    de: `Zweiter unabhängiger Bericht: ${sourceName} · beobachtet: The ferry`,
  }
  for (const [language, words] of Object.entries(expected)) assert.equal(said(watched, language), words)
  for (const language of ['es', 'fr', 'ar'])
    assert.notEqual(said(watched, language).split(' · ')[0], said(report, language).split(' · ')[0])
})
