import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alike } from '../../../test/examples/english-alike.ts'
import { jobs } from '../admin/words-en.ts'
import { article, citation, entries } from '../articles/words-en.ts'
import { today } from '../day/words-en.ts'
import { adding, source, welcome } from '../feeds/words-en.ts'
import { counts, everyPage, keyboard, problems } from '../layout/words-en.ts'
import { type InterfaceLanguage, interfaceLanguages, wordsIn } from '../reader.ts'
import { search } from '../search/words-en.ts'
import { story } from '../stories/words-en.ts'
import { en } from './en.ts'

type Tree = { readonly [name: string]: unknown }

/** Every leaf of the words, by its path: `themes.auto`. */
function leaves(tree: Tree, prefix = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] as const],
  )
}

/** Words that may be absent or empty: a topic has its English name in the vocabulary, a sentence has no label. */
const isOptional = (path: string) => path.startsWith('topicNames.') || path === 'matrix.kinds.sentence'
/** Not a word, and with the space around it. */
const isSign = (path: string) => path === 'colon'
const english = new Map(leaves(en).filter(([path]) => !isOptional(path)))

describe('the words of every language', () => {
  for (const { code } of interfaceLanguages) {
    const words = leaves(wordsIn(code)).filter(([path]) => !isOptional(path))

    it(`of ${code} have the same entries as English, each of the same kind`, () => {
      const has = new Set(words.map(([path]) => path))
      const files = `the words-${code}.ts of its room in src/web, or src/web/words/${code}.ts`
      const missing = [...english.keys()].filter((path) => !has.has(path))
      assert.deepEqual(missing, [], `Words that ${code} lacks. Write each in ${files}`)
      const surplus = [...has].filter((path) => !english.has(path))
      assert.deepEqual(surplus, [], `Words that English doesn’t have. Remove each from ${files}`)
      for (const [path, value] of words) assert.equal(typeof value, typeof english.get(path), path)
    })

    it(`of ${code} have no empty text, none with space around it, none with markup`, () => {
      for (const [path, value] of words)
        if (typeof value === 'string') {
          assert.ok(value.length > 0 && (value === value.trim() || isSign(path)), path)
          assert.doesNotMatch(value, /[<>]|&\w+;|undefined|\$\{/, path)
        }
    })

    it(`of ${code} put every text they are given into the line`, () => {
      const lines = words.filter(
        ([path, value]) => typeof value === 'function' && ['day.total', 'attribution', 'figureText'].includes(path),
      )
      assert.equal(lines.length, 3)
      for (const [path, line] of lines) {
        const write = line as (...texts: string[]) => string
        const given = Array.from({ length: write.length }, (_, index) => `‹text ${index}›`)
        const said = write(...given)
        for (const text of given) assert.equal(said.split(text).length, 2, `${path} ${text}`)
      }
    })

    it(`of ${code} put a single text they are given into the line`, () => {
      const { timesIn, shareOfThis, family, added } = wordsIn(code)
      for (const write of [timesIn, shareOfThis, family, added])
        assert.ok(write('‹text›').includes('‹text›'), String(write))
    })

    it(`of ${code} tell counts apart`, () => {
      for (const [path, value] of words)
        if (typeof value === 'function' && value.length === 1 && !/In$|All$|By$|Of$|This$|Share$|Have$/.test(path)) {
          const count = value as (count: number) => string
          assert.notEqual(count(3), count(47), path)
          assert.doesNotMatch(count(3), /NaN|undefined/, path)
          // A page uses one kind of digits.
          assert.doesNotMatch(`${count(3)} ${count(47)}`, /[٠-٩]/, path)
        }
    })

    it(`of ${code} say where each of two numbers is`, () => {
      const { independentOf, revision, outlets } = wordsIn(code)
      for (const write of [independentOf, revision, outlets.firstOf]) {
        assert.notEqual(write(14, 33), write(33, 14))
        assert.match(write(14, 33), /14/)
        assert.match(write(14, 33), /33/)
      }
    })
  }

  for (const [code, common] of Object.entries(alike))
    it(`of ${code} are not left in English`, () => {
      const left = leaves(wordsIn(code as InterfaceLanguage))
        .filter(([path, value]) => typeof value === 'string' && value === english.get(path) && !isSign(path))
        // Ids, and names of programs.
        .filter(([path]) => !/^direction$|^explanations\.\d+\.id$|^moving\.readers\.(?:miniflux|freshrss)$/.test(path))
        .filter(([, value]) => !common.split('|').includes(String(value)))
        .map(([path, value]) => `${path}: ${value}`)
      assert.deepEqual(left, [], `Still in English, in the words-${code}.ts of a room in src/web`)
    })

  it('of no subject are hidden by those of another, where subjects are put together', () => {
    const subjects: readonly Tree[] = [
      ...[everyPage, counts, today, welcome, story, citation, article],
      ...[entries, source, search, adding, jobs, keyboard, problems],
    ]
    const names = subjects.flatMap((subject) => Object.keys(subject))
    assert.equal(new Set(names).size, names.length)
    for (const subject of subjects)
      for (const [name, word] of Object.entries(subject)) assert.equal((en as Tree)[name], word, name)
  })

  it('tell the counts of labels apart', () => {
    for (const { code } of interfaceLanguages) {
      const { labeled, left } = wordsIn(code).labels
      for (const count of [labeled, left]) assert.equal(new Set([1, 2, 3, 47].map(count)).size, 4)
    }
  })

  it('explain as much in every language', () => {
    for (const { code } of interfaceLanguages)
      assert.deepEqual(
        wordsIn(code).explanations.map(({ paragraphs }) => paragraphs.length),
        en.explanations.map(({ paragraphs }) => paragraphs.length),
        code,
      )
  })
})

describe('counting in Arabic', () => {
  const { articles, reports, copies, feedsCount } = wordsIn('ar')
  it('has six forms', () => {
    assert.deepEqual([1, 2, 3, 10, 11, 99, 103].map(articles), [
      'مقال واحد',
      'مقالان',
      '3 مقالات',
      '10 مقالات',
      '11 مقالًا',
      '99 مقالًا',
      '103 مقالات',
    ])
    for (const count of [articles, reports, copies, feedsCount])
      assert.equal(new Set([1, 2, 3, 11].map((number) => count(number).replace(/\d+ /, ''))).size >= 3, true)
  })

  it('keeps the digits that the rest of the page has', () => {
    assert.match(articles(1234), /1,234/)
    assert.doesNotMatch(articles(1234), /[٠-٩]/)
  })
})

describe('counting in Spanish', () => {
  const { articles, asking } = wordsIn('es')
  it('puts “de” between whole millions and what is counted', () => {
    assert.deepEqual([0, 1, 2, 1234, 12_345, 1_000_000, 1_000_001].map(articles), [
      '0 artículos',
      '1 artículo',
      '2 artículos',
      '1234 artículos',
      '12.345 artículos',
      '1.000.000 de artículos',
      '1.000.001 artículos',
    ])
  })

  it('asks how many in the gender of what is counted', () => {
    assert.deepEqual(['personas evacuadas', 'hogares', 'días', 'hospitalizaciones'].map(asking.howManyOf), [
      '¿Cuántas personas evacuadas?',
      '¿Cuántos hogares?',
      '¿Cuántos días?',
      '¿Cuántas hospitalizaciones?',
    ])
  })
})

describe('percentages', () => {
  it('are whole, and written as the language writes them', () => {
    assert.equal(en.percent(0.715), '72%')
    assert.equal(wordsIn('fr').percent(0.5).replace(/\s/u, ' '), '50 %')
    assert.equal(wordsIn('de').percent(0.5).replace(/\s/u, ' '), '50 %')
    assert.equal(wordsIn('es').percent(0.5), '50\u00a0%')
    assert.equal(wordsIn('ar').percent(1), '100%')
  })
})
