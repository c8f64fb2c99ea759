import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainMarkup } from './plain-markup.ts'
import { sanitizeFully, sanitizeHtml } from './sanitize.ts'

const base = 'https://outlet.example/news/today'
const plain = (html: string) => plainMarkup(html, base, (url) => url.includes('/pixel'))

const words = fc.constantFrom('Words ', ' and more', '“quoted”', "it's", '\n', ' ', 'é日本', '—', '1 = 1', '; x', '`')
const entities = fc.constantFrom(
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&nbsp;',
  '&rsquo;',
  '&hellip;',
  '&#8217;',
  '&#228;',
  '&#128512;',
)
const odd = fc.constantFrom(
  '<',
  '>',
  '&',
  '&foo;',
  '&amp',
  '&#x27;',
  '&#0;',
  '<!-- x -->',
  '<script>x</script>',
  '</p>',
  '<p>',
  '<P>',
  '<a>',
  '<img>',
  '<svg>',
  '<br',
  '"',
  '<li>',
  '<td>x</td>',
  '<b/>',
  '<p onclick="x">',
  '<a href="javascript:x">x</a>',
)
const addresses = fc.constantFrom(
  'https://a.example/x',
  'http://a.example',
  '/y?a=1&amp;b=2',
  'z.html',
  '//b.example/',
  'https://a.example/a b',
  'https://a.example/ü',
  'mailto:a@b.example',
  'javascript:alert(1)',
  '',
  '&#106;avascript:x',
  'https://a.example/?a=1&b=2',
  'https://a.example/pixel',
  "https://a.example/o'x",
  'https://a.example/%22',
)
const more = fc.constantFrom(
  '',
  ' class="wide"',
  ' id="x" style="color:red"',
  ' target="_blank"',
  ' title="t"',
  ' class="picture"',
  ' width="600"',
  ' height="1"',
  ' dir="rtl"',
  ' data-x="1"',
  ' data-src="/lazy.png"',
  ' href="/again"',
  ' onclick="x"',
  ' alt="A picture"',
  ' alt=""',
  ' alt="a &amp; b"',
)
const names = fc.constantFrom(
  ...'p b i em strong h2 blockquote ul ol li div span code pre figure figcaption td section font'.split(' '),
)

const markup = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    entities,
    { weight: 1, arbitrary: odd },
    fc.tuple(names, more, tie('nodes')).map(([name, given, inside]) => `<${name}${given}>${inside}</${name}>`),
    fc.tuple(names, tie('nodes')).map(([name, inside]) => `<${name}>${inside}</${name}>`),
    fc.tuple(addresses, more, tie('nodes')).map(([href, given, inside]) => `<a href="${href}"${given}>${inside}</a>`),
    fc.tuple(addresses, more).map(([src, given]) => `<img src="${src}"${given}>`),
    fc.constantFrom('<br>', '<br/>', '<br />', '<hr>', '<hr class="x">'),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
})).nodes as fc.Arbitrary<string>

test('what is read in one pass is what the sanitizer makes of it', () => {
  let read = 0
  fc.assert(
    fc.property(markup, (html) => {
      const safe = plain(html)
      if (safe === undefined) return
      read += 1
      assert.equal(safe, sanitizeFully(html, base))
      assert.equal(sanitizeHtml(safe, base), safe, 'and stays so')
    }),
    { numRuns: 1500 },
  )
  assert.ok(read > 100, `${read} of them were plain`)
})

test('the markup feeds write is plain', () => {
  for (const html of [
    '<p>The council voted &amp; went home.</p>\n<p>“Quoted,” she <em>said</em>.</p>',
    '<p class="lead">See <a href="/more" target="_blank">more</a>.</p><ul><li>One</li><li><b>Two</b></li></ul>',
    '<figure><img src="/a.jpg" alt="The hall" width="600" height="400" /><figcaption>The hall</figcaption></figure>',
    'No markup at all',
    '',
  ])
    assert.notEqual(plain(html), undefined, html)
})

test('all else is left to the sanitizer', () => {
  for (const html of [
    '<script>x</script>',
    '<p onclick="x">y</p>',
    '<a href="javascript:x">y</a>',
    '<p>x',
    'x</p>',
    '<p><div>x</div></p>',
    '<img src="/pixel">',
    '<a href="/x"></a>',
    '<a href="/x"><img src="/y.png"></a>',
    '<b><p>x</p></b>',
    '<p>a < b</p>',
    '&bogus;',
    '<P>x</P>',
    '<!--x-->',
    '<a href="/x"><a href="/y">z</a></a>',
  ])
    assert.equal(plain(html), undefined, html)
})
