import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plausibleNames } from './plausible-names.ts'

const cases: readonly (readonly [what: string, found: readonly string[], names: readonly string[]])[] = [
  ['an office cut in two', ['Ann Lee, Home', 'Digital Security Expert'], ['Ann Lee']],
  ['the place it was written in', ['Ann Lee', 'Bo Ray, Sandle'], ['Ann Lee', 'Bo Ray']],
  ['what one of them does', ['Ann Lee', 'Astrologer'], ['Ann Lee']],
  ['an agency beside a person', ['Ann Lee', 'dpa', 'Reuters'], ['Ann Lee', 'dpa', 'Reuters']],
  ['a lead-in left on', ['By Harbor Editorial Team'], ['Harbor Editorial Team']],
  ['the company that owns the site', ['Harbor Dentistry PC'], []],
  ['the newsroom beside a person', ['Ann Lee', 'The Tide'], ['Ann Lee']],
  ['a degree', ['Ann Lee, MS, RD'], ['Ann Lee, MS, RD']],
  ['a mark for a note', ['Ann Lee, MD*'], ['Ann Lee, MD']],
  ['labels and the outlet beside them', ['Ann Lee', 'Full Bio', 'COO', 'TIDE ELSEWHERE', 'Harbor Desk'], ['Ann Lee']],
  ['surnames in capitals', ['Ann LEE', 'Bo RAY'], ['Ann LEE', 'Bo RAY']],
  ['a day', ['Sat'], []],
  ['part of an office', ['Senior Autos'], []],
  ['an account', ['NOC Admin'], []],
  ['a label that ran into the name', ['Emma WhiteUpdated'], ['Emma White']],
  ['labels that ran together', ['Wedding ChecklistsJust EngagedWedding Planning', 'Ann Lee'], ['Ann Lee']],
  ['a label and its value', ['CategoryBy Manufacturer'], []],
  ['names with a capital within', ['Ian McLeod', 'Rosa DeSantis'], ['Ian McLeod', 'Rosa DeSantis']],
  ['names in another script', ['박준석', '김태연'], ['박준석', '김태연']],
]

for (const [what, found, names] of cases)
  test(`authors with ${what}`, () => assert.deepEqual(plausibleNames(found), names))
