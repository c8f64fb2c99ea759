import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import { supportedLayers } from '../analyze/supported-layers.ts'
import { timeRules } from '../analyze/times/calendar-meanings.ts'
import { applyRules } from '../analyze/times/time-rules.ts'
import { packOf, packOrEnglish, packs } from './all.ts'
import { otherPacks } from './other-languages.ts'

/** How a date is written in one of the languages. */
const dateForms = ['3 MONTH 2024', '3. MONTH 2024', '3 de MONTH de 2024', 'MONTH 3, 2024']

/** Every pattern of a part of a pack, with the path to it. */
function patternsIn(part: unknown, path: string): (readonly [path: string, source: string])[] {
  if (part instanceof RegExp) return [[path, part.source]]
  if (typeof part === 'string') return [[path, part]]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => patternsIn(value, `${path}.${name}`))
}

describe('the packs', () => {
  it('are each in the folder of their code, and no language is there twice', () => {
    for (const { code } of packs) assert.ok(existsSync(new URL(`./${code}/pack.ts`, import.meta.url)), code)
    const codes = [...packs, ...otherPacks].map(({ code }) => code)
    assert.deepEqual([...new Set(codes)], codes)
  })

  it('are found by a tag with a region, and English for a language that could not be determined', () => {
    assert.equal(packOf('fr-CA')?.code, 'fr')
    assert.equal(packOf('und'), undefined)
    for (const unknown of ['und', '']) assert.equal(packOrEnglish(unknown)?.code, 'en')
    assert.equal(packOrEnglish('xx'), undefined)
  })

  for (const pack of packs) {
    const { code, sentences, times, quotations, names, numbers, stopWords, opposites } = pack

    it(`have what they claim to read: ${code}`, () => {
      const { read } = supportedLayers(code)
      assert.ok(sentences, 'no sentences')
      assert.equal(read.includes('dates'), times !== undefined)
      assert.equal(read.includes('speakers'), quotations !== undefined)
      if (!read.includes('speakers')) return
      assert.ok(quotations?.cueVerbs ?? quotations?.reports, 'quotations without a verb of saying')
      assert.ok(names?.roles ?? names?.capitalized ?? names?.uncased, 'quotations without the names of who speaks')
    })

    it(`have patterns that compile, and words in lower case: ${code}`, () => {
      for (const [path, source] of patternsIn(pack, code))
        assert.doesNotThrow(() => new RegExp(source.replaceAll('LANGUAGE', ''), 'u'), path)
      for (const list of [stopWords?.articles, stopWords?.sentences, stopWords?.questions, sentences?.starters])
        assert.equal(list, list?.toLowerCase())
      for (const pair of numbers?.split(' ') ?? []) assert.match(pair, /^[^\s=]+=\d+$/)
      for (const line of opposites?.trim().split('\n') ?? []) assert.match(line, /\S \/ \S/)
    })

    it(`date every month and weekday that they name: ${code}`, () => {
      assert.ok(times)
      const rules = timeRules(times)
      const { months = [], weekdays = [] } = times.calendar ?? {}
      assert.ok(!times.calendar || (months.length === 12 && weekdays.length === 7))
      const valuesIn = (text: string) => applyRules(rules, text, 20_000, code).map(({ value }) => value)
      for (const [at, variants] of months.entries())
        for (const name of variants) {
          const day = `2024-${String(at + 1).padStart(2, '0')}-03`
          assert.ok(
            dateForms.some((form) => valuesIn(form.replace('MONTH', name)).includes(day)),
            `${name} is not read`,
          )
        }
      for (const [name = ''] of weekdays) {
        assert.match(name, times.trigger)
        assert.match(name, times.counted)
      }
    })
  }
})
