import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sanitizeHtml } from './sanitize.ts'

const base = 'https://e.example/news/'
const rel = 'rel="noopener noreferrer nofollow"'

const cases: readonly (readonly [string, string, string])[] = [
  ['writing stays', '<p>One <b>two</b> <em>three</em></p>', '<p>One <b>two</b> <em>three</em></p>'],
  [
    'links are absolute and follow nobody',
    '<a href="../x" target=_blank>x</a>',
    `<a href="https://e.example/x" ${rel}>x</a>`,
  ],
  ['a mail address stays a link', '<a href="mailto:a@e.example">a</a>', `<a href="mailto:a@e.example" ${rel}>a</a>`],
  ['a script address is no link', '<a href="javascript:alert(1)">x</a>', '<span>x</span>'],
  ['a script address with a control inside is no link', '<a href="java\nscript:alert(1)">x</a>', '<span>x</span>'],
  ['a data address is no link', '<a href="data:text/html,x">x</a>', '<span>x</span>'],
  ['scripts and styles go with their text', 'a<script>b</script><style>c</style>d', 'ad'],
  ['event handlers, ids, classes and styles go', '<p onclick="x" id=a class=b style="c">d</p>', '<p>d</p>'],
  [
    'frames, forms and vector graphics go',
    '<iframe src=x>a</iframe><form><input></form><svg><text>b</text></svg>c',
    'c',
  ],
  [
    'a picture is a link that names it',
    '<img src="a.jpg" alt="A  bridge">',
    `<a href="https://e.example/news/a.jpg" ${rel} class="picture">Picture: A bridge</a>`,
  ],
  [
    'a picture without words is a link too',
    '<img src="/a.jpg">',
    `<a href="https://e.example/a.jpg" ${rel} class="picture">Picture</a>`,
  ],
  [
    'a picture inside a link keeps its link',
    '<a href="/x"><img src="/a.jpg" alt="B"></a>',
    `<a href="https://e.example/a.jpg" ${rel} class="picture">Picture: B</a>`,
  ],
  ['a tracking pixel goes', 'a<img src="https://t.example/p.gif" width="1" height="1">', 'a'],
  ['a picture with a script address goes', '<img src="javascript:alert(1)" alt="x">', ''],
  ['an embedded picture goes', '<img src="data:image/svg+xml,x" alt="x">', ''],
  [
    'tables keep their cells',
    '<table><tr><td colspan="2">a</td></tr></table>',
    '<table><tr><td colspan="2">a</td></tr></table>',
  ],
  [
    'a wild colspan goes',
    '<table><tr><td colspan="99999999">a</td></tr></table>',
    '<table><tr><td>a</td></tr></table>',
  ],
  ['what stands in an object is kept', 'a<object data="x"><p>b</p></object>c', 'a<p>b</p>c'],
  ['a frame that is never closed takes nothing along', '<p>a</p><iframe src="x" /><p>b</p>', '<p>a</p><p>b</p>'],
  ['a script that is never closed takes its code along', '<p>a</p><script>b()', '<p>a</p>'],
  ['a script that says it is empty takes nothing along', '<script src="x" /><p>a</p>', '<p>a</p>'],
  [
    'what was said of the words stays: language, title, source, time, number',
    '<blockquote cite="/a"><b lang="ar" dir="rtl" title="t">a</b></blockquote><ol><li value="3">b</li></ol><del datetime="2026-01-02">c</del>',
    '<blockquote cite="https://e.example/a"><b lang="ar" dir="rtl" title="t">a</b></blockquote><ol><li value="3">b</li></ol><del datetime="2026-01-02">c</del>',
  ],
  ['a source with a script address goes', '<q cite="javascript:alert(1)">a</q>', '<q>a</q>'],
  ['direction and language stay', '<p dir="rtl" lang="ar">a</p>', '<p dir="rtl" lang="ar">a</p>'],
  ['comments go', 'a<!-- b -->c<!--><i>d</i>', 'ac<i>d</i>'],
  ['open tags are closed', '<p>a<b>b', '<p>a<b>b</b></p>'],
]
for (const [what, html, safe] of cases) test(what, () => assert.equal(sanitizeHtml(html, base), safe))

test('without a base address only absolute links stay', () => {
  assert.equal(
    sanitizeHtml('<a href="/x">x</a><a href="https://e.example/">y</a>', ''),
    `<span>x</span><a href="https://e.example/" ${rel}>y</a>`,
  )
})

const pieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<a href="/x">',
  '</a>',
  '<img src=a alt="b" onerror=x>',
  '<script>',
  '</script>',
  '<svg>',
  '</svg>',
  '<style>',
  '</style>',
  '<table>',
  '<td>',
  '</table>',
  '<math>',
  '<!--',
  '-->',
  '<b',
  ' onclick=x ',
  '>',
  '"',
  "'",
  '&lt;',
  '&#x3c;',
  '<textarea>',
  '</textarea>',
  '<title>',
  '<noscript>',
  '</noscript>',
  'text ',
  '\u0000',
  '<li>',
  '<iframe srcdoc="',
)

test('whatever comes in, nothing that runs comes out, and a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const safe = sanitizeHtml(parts.join(''), base)
      assert.equal(sanitizeHtml(safe, base), safe)
      assert.doesNotMatch(safe, /<(?:script|svg|style|iframe|img|math|textarea|title|noscript|form)\b/i)
      assert.doesNotMatch(safe, /<[^>]*\s(?:on\w+|style|src|srcdoc|id)\s*=/i)
    }),
    { numRuns: 300 },
  )
})

test('deep nesting and long markup come to an end', () => {
  assert.match(sanitizeHtml(`${'<div>'.repeat(100_000)}end`, base), /end/)
  assert.match(sanitizeHtml(`start${'<b>x'.repeat(20_000)}`, base), /^start/)
})

test('a picture at the deepest level stays a link when it is made safe again', () => {
  const html = `${'<div>'.repeat(60)}<img src="/x.jpg">${'</div>'.repeat(60)}`
  const safe = sanitizeHtml(html, base)
  assert.match(safe, /<a href="[^"]*x\.jpg"[^>]*>Picture<\/a>/)
  assert.equal(sanitizeHtml(safe, base), safe)
})

test('an address that is too long when its letters are written out is no link, the first time and the second', () => {
  const html = `<a href="https://e.example/${'ф'.repeat(3000)}">words</a>`
  const safe = sanitizeHtml(html, base)
  assert.equal(safe, '<span>words</span>')
  assert.equal(sanitizeHtml(safe, base), safe)
})
