import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it, test } from 'node:test'
import { interfaceLanguages } from '../src/web/reader.ts'
import { proseOf, sentencesOf, textsOf, wordsIn, wordsToAvoid } from './plain-english.ts'

/** Folders whose texts are words and patterns to look for in the news, or invented news. */
const ofTheNews = /^src\/(?:languages|analyze|ask|app\/demo|story\/retellings)\/|word-forms\.ts$/
/** Words files of the other languages: `words-fr.ts`, `words/fr.ts`. */
const otherLanguages = interfaceLanguages.map(({ code }) => code).filter((code) => code !== 'en')
const ofOtherLanguages = new RegExp(`(?:words-|/)(?:${otherLanguages.join('|')})\\.ts$`)

/** Texts that use one of the words truly: each begins so. */
const trueUses: readonly string[] = [
  // Instructions to a model, measured as they are.
  'Answer with JSON alone, in this form:',
  '\n\nWhat stands between <<<',
  // A class.
  'holds bad',
  // SQL.
  'coalesce(',
  ' and house.feed_id',
  'subscription as house',
]

describe('plain English', () => {
  it('is what every text of the program is in', () => {
    const found = globSync(['src/**/*.{ts,js}', 'extension/**/*.js'])
      .filter((file) => !/\.test\.ts$/.test(file) && !ofTheNews.test(file) && !ofOtherLanguages.test(file))
      .map((file) => [file, readFileSync(file, 'utf8')] as const)
      .filter(([, source]) =>
        source.split('\n').some((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && wordsToAvoid(line).length > 0),
      )
      .flatMap(([file, source]) => textsOf(source).map((text) => [file, text] as const))
      .filter(([, text]) => !trueUses.some((use) => text.startsWith(use)))
      .flatMap(([file, text]) => wordsToAvoid(text).map((word) => `${file}: ${word} in “${text.trim()}”`))
    assert.deepEqual(found, [])
  })

  for (const page of globSync('docs/guide/*.md').sort()) {
    const sentences = proseOf(readFileSync(page, 'utf8')).flatMap(sentencesOf)

    it(`is what ${page} is in, in short sentences`, () => {
      for (const sentence of sentences) {
        assert.ok(wordsIn(sentence) <= 30, `${wordsIn(sentence)} words: ${sentence}`)
        assert.deepEqual(wordsToAvoid(sentence), [], sentence)
      }
      const mean = sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) / sentences.length
      assert.ok(mean <= 16, `${mean.toFixed(1)} words a sentence`)
    })
  }

  it('is found by these rules', () => {
    assert.equal(wordsToAvoid('The list is made anew.').length, 1)
    assert.deepEqual(wordsToAvoid('There is no such story; a mark stands for two letters, no more than that.'), [])
    assert.deepEqual(textsOf("const a = 'It is told here.' // 'It is told there.'"), ['It is told here.'])
    const page = '# A\n\nOne `a b`\n[two](x.md).\n\n| c | d |\n\n- Three. Four!\n1. Five'
    assert.deepEqual(proseOf(page).flatMap(sentencesOf), ['One CODE two.', 'Three.', 'Four!', 'Five'])
    assert.equal(wordsIn('One, two – 3.'), 3)
  })
})

test('what the guide prints in italics is on the pages', () => {
  const shown = globSync(['src/web/**/words-en.ts', 'src/web/words/en.ts', 'src/rest/*.ts', 'extension/*.{js,html}'])
    .map((file) => plain(readFileSync(file, 'utf8')))
    .join('\n')
  const missing = globSync('docs/guide/*.md').flatMap((page) =>
    labelsOf(readFileSync(page, 'utf8'))
      .filter((label) => !shown.includes(plain(label)))
      .map((label) => `${page}: ${label}`),
  )
  assert.deepEqual(missing, [])
})

/** The labels of buttons and pages that a page of the guide names: `*Settings → Advanced*`. */
function labelsOf(markdown: string): readonly string[] {
  const prose = markdown.replace(/```[\s\S]*?```|`[^`]*`|\*\*[^*]+\*\*/g, '')
  return [...prose.matchAll(/(?<![*\\])\*([^*\n]+)\*(?!\*)/g)].flatMap(([, labels = '']) => labels.split(' → '))
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll("\\'", "'").replace(/…/g, '').trim()
}
