import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCredit, unnamedAgencies } from './agency-credit.ts'

test('agencies that nobody names are a credit in each language', () => {
  const lines = {
    agencies: ['Agencies', 'By agencies', '(News agencies)', 'Source: agencies'],
    agences: ['Agences', 'avec agences', '(Agences de presse)'],
    Agenturen: ['Agenturen', 'mit Agenturen'],
    agencias: ['Agencias', 'Con agencias.'],
    وكالات: ['وكالات', '(وكالات)', 'عواصم - وكالات', 'القدس ـ وكالات', 'المصدر: وكالات'],
  }
  for (const [name, all] of Object.entries(lines))
    for (const line of all) assert.equal(unnamedAgencies(line), name, line)
})

test('an outlet beside them, an agency with a name and other agencies are none', () => {
  for (const line of [
    'Staff and agencies',
    'Anna Keller and agencies',
    'Travel agencies',
    'The agencies said so.',
    'Agences immobilières',
    'وكالات السفر',
    'Reuters',
  ])
    assert.equal(unnamedAgencies(line), undefined, line)
})

test('they are the credit of a page that names none', () => {
  const none = { authors: [], bylines: [], sourceNames: [], blocks: [] }
  assert.equal(readCredit({ ...none, authors: ['وكالات'] }), 'وكالات')
  assert.equal(readCredit({ ...none, blocks: ['Le pont est fermé.', '(avec agences)'] }), 'agences')
  assert.equal(readCredit({ ...none, authors: ['Agencies'], blocks: ['LONDON (Reuters) - It rose.'] }), 'Reuters')
  assert.equal(readCredit({ ...none, blocks: ['The agencies', 'Two agencies said so.'] }), undefined)
})
