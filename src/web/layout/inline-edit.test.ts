import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseMarkup } from '../../../test/examples/markup.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { editWords } from '../../story/changes/compare-revisions.ts'
import { inlineEdit } from '../articles/pages/revisions.ts'

const reader = exampleReader()

/** The newer wording with brackets around new words, and braces around removed ones. */
function told(before: string, after: string): string {
  const side = (exact: string) => ({ exact, span: { start: 0, end: exact.length } })
  const words = editWords({ text: before, span: side(before).span }, { text: after, span: side(after).span })
  return String(inlineEdit(side(before), side(after), words, reader))
    .replace(/<span class="sr"[^>]*>[^<]*<\/span>/g, '')
    .replace(/<del>(.*?)<\/del>/gs, '{$1}')
    .replace(/<ins>(.*?)<\/ins>/gs, '[$1]')
}

test('what is gone stands where it stood', () => {
  assert.equal(told('It cost four million.', 'It cost five million.'), 'It cost {four} [five] million.')
  assert.equal(told('It may open soon.', 'It may open.'), 'It may open {soon} .')
  assert.equal(told('It opens.', 'On Monday it opens.'), '{It} [On Monday it] opens.')
  assert.equal(told('It opens today', 'It opens'), 'It opens {today} ')
})

test('whatever the wordings are, the newer stands there letter by letter once what is gone is taken out', () => {
  const words = fc
    .array(fc.constantFrom('a', 'bb', 'It’s', "it's", '12', ',', '“x”', 'é'), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const page = parseMarkup(`<p>${told(before, after)}</p>`)
      const text = page.querySelector('p')?.textContent ?? ''
      const kept = text.replace(/\s*\{[^}]*\}\s*/g, ' ').replace(/[[\]]/g, '')
      assert.equal(kept.replace(/\s+/g, ''), after.replace(/\s+/g, ''))
      const gone = text.replace(/\[[^\]]*\]/g, '').replace(/[{}]/g, '')
      assert.equal(gone.replace(/\s+/g, '').replaceAll('’', "'"), before.replace(/\s+/g, '').replaceAll('’', "'"))
    }),
  )
})
