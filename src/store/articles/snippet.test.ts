import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseSearchQuery, type SearchQuery } from '../search/search-query.ts'
import { type Snippet, snippetOf, snippetOfHtml, textOfHtml } from './snippet.ts'

const query = (text: string) => parseSearchQuery(text) as SearchQuery
const marked = ({ text, marks }: Snippet) => marks.map(({ start, end }) => text.slice(start, end))

test('a short text is shown whole, with every match marked', () => {
  const snippet = snippetOf('The bridge, the Bridge and the abridged.', query('bridge'))
  assert.equal(snippet.text, 'The bridge, the Bridge and the abridged.')
  assert.deepEqual(marked(snippet), ['bridge', 'Bridge'])
})

test('a long text is cut around its first match, between words', () => {
  const text = `${'before '.repeat(100)}the needle stands here ${'after '.repeat(100)}`
  const snippet = snippetOf(text, query('needle'))
  assert.match(snippet.text, /^… before .* the needle stands here .* after …$/)
  assert.ok(snippet.text.length < 300)
  assert.deepEqual(marked(snippet), ['needle'])
})

test('without a match the beginning is shown', () => {
  const snippet = snippetOf('word '.repeat(200), query('absent'))
  assert.match(snippet.text, /^word .* …$/)
  assert.deepEqual(snippet.marks, [])
})

test('accents are looked through, also where folding changes the length', () => {
  assert.deepEqual(marked(snippetOf('Un café à Orléans', query('cafe orleans'))), ['café', 'Orléans'])
  assert.deepEqual(marked(snippetOf('İstanbul ve cafe\u0301 bar', query('cafe bar'))), ['cafe\u0301', 'bar'])
})

test('characters of one run are marked as one', () => {
  assert.deepEqual(marked(snippetOf('国家统计局公布', query('统计局'))), ['统计局'])
})

test('the words of a phrase and of other terms are all marked, excluded ones are not', () => {
  assert.deepEqual(marked(snippetOf('a long night of votes', query('"long night" votes -a'))), [
    'long',
    'night',
    'votes',
  ])
})

test('from HTML the same is shown as from its text', () => {
  const html = '<p>One &amp; two</p><script>needle()</script><p>The <em>needle</em>.</p>'
  const snippet = snippetOfHtml(html, query('needle'))
  assert.equal(snippet.text, 'One & two The needle .')
  assert.deepEqual(marked(snippet), ['needle'])
})

test('a match deep in long HTML is found without its tags', () => {
  const paragraph = '<p class="x">filler words of <a href="https://a.example/needless">no use</a></p>'
  const html = `${paragraph.repeat(60)}<p>here the needle stands</p>${paragraph.repeat(60)}`
  const snippet = snippetOfHtml(html, query('needle'))
  assert.match(snippet.text, /^… /)
  assert.deepEqual(marked(snippet), ['needle'])
  assert.doesNotMatch(snippet.text, /[<>]/)
})

test('a word that stands only in a tag is not shown as a match', () => {
  const snippet = snippetOfHtml('<a href="needle">nothing here</a>', query('needle'))
  assert.deepEqual(snippet, { text: 'nothing here', marks: [] })
})

test('the text of HTML has no tags, scripts, comments or named characters', () => {
  assert.equal(
    textOfHtml('<style>p{}</style><p>a<br>b &lt;c&gt; &#65;&#x42; &bogus; &#0;</p><!-- no -->'),
    'a b <c> AB &bogus;',
  )
  assert.equal(textOfHtml('<p unclosed'), '<p unclosed')
  assert.equal(textOfHtml('a &constructor; b'), 'a &constructor; b')
})

test('marks always lie within the snippet, whatever the text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 900 })
  fc.assert(
    fc.property(text, fc.constantFrom('a', 'the bridge', '京', 'é'), fc.boolean(), (around, typed, isHtml) => {
      const content = `${around} ${typed} ${around}`
      const snippet = (isHtml ? snippetOfHtml : snippetOf)(content, query(typed))
      assert.ok(snippet.text.isWellFormed())
      let last = 0
      for (const { start, end } of snippet.marks) {
        assert.ok(start >= last && end > start && end <= snippet.text.length)
        last = end
      }
    }),
  )
})
