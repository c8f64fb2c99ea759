import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { arabic } from './time-arabic.ts'
import { dayOf } from './time-calendar.ts'
import { english } from './time-english.ts'
import { french } from './time-french.ts'
import { applyRules, type RuleSet } from './time-rules.ts'

/** A Tuesday. */
const anchor = dayOf(2025, 8, 19) ?? 0

function cases(rules: RuleSet, language: string, table: readonly (readonly [text: string, ...expected: string[]])[]) {
  for (const [text, ...expected] of table)
    it(`reads: ${text}`, () => {
      const found = applyRules(rules, text, anchor, language)
      const read = found.map(({ start, end, value, until }) => {
        const words = text.slice(start, end)
        return `${words} = ${value}${until === undefined ? '' : `/${until}`}`
      })
      assert.deepEqual(read, expected)
    })
}

describe('French times', () => {
  cases(french, 'fr', [
    ['Il sera jugé vendredi.', 'vendredi = 2025-08-22'],
    ['Il a été jugé vendredi soir.', 'vendredi soir = 2025-08-15TEV'],
    ['Ils se sont vus mardi dernier.', 'mardi dernier = 2025-08-12'],
    ['La réunion de mardi prochain', 'mardi prochain = 2025-08-26'],
    ['du 3 au 5 septembre 2025', 'du 3 au 5 septembre 2025 = 2025-09-03/2025-09-05'],
    ['depuis le 1er mars 2022', 'depuis le 1er mars 2022 = 2022-03-01/..'],
    ['Elle est partie avant-hier.', 'avant-hier = 2025-08-17'],
    ['la semaine prochaine', 'la semaine prochaine = 2025-W35'],
    ['il y a trois mois', 'il y a trois mois = 2025-05'],
    ['pendant deux semaines', 'deux semaines = P2W'],
    ['à 18h30', '18h30 = T18:30'],
    ['le 31 février', ...[]],
  ])
})

describe('Arabic times', () => {
  cases(arabic, 'ar', [
    ['وصل الوزير يوم الجمعة', 'يوم الجمعة = 2025-08-15'],
    ['يصل الوزير الجمعة المقبل', 'الجمعة المقبل = 2025-08-22'],
    ['التقيا أمس', 'أمس = 2025-08-18'],
    ['في ٣ آذار ٢٠٢٢', '٣ آذار ٢٠٢٢ = 2022-03-03'],
    ['قبل ٣ أيام', 'قبل ٣ أيام = 2025-08-16'],
    ['منذ عام 2014', 'منذ عام 2014 = 2014/..'],
    ['الأسبوع الماضي', 'الأسبوع الماضي = 2025-W33'],
  ])
})

describe('English times', () => {
  cases(english, 'en', [
    ['He left the day before yesterday.', 'the day before yesterday = 2025-08-17'],
    ['It opened two weeks ago.', 'two weeks ago = 2025-W32'],
    ['since March 2020', 'since March 2020 = 2020-03/..'],
    ['between 2010 and 2014', 'between 2010 and 2014 = 2010/2014'],
    ['February 30, 2025', ...[]],
    ['It may rain and they march on.', ...[]],
    ['a crowd of 2000 people', ...[]],
  ])
})
