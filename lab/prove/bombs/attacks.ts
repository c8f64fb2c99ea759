/** A document that means harm, by name; `size` is how often what hurts is repeated. */
export type Attack = { readonly name: string; readonly make: () => string }

const wrap = (title: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>${title}</title><link>http://e.example</link><item><title>i</title></item></channel></rss>`
const open = (inside: string) => `<rss version="2.0"><channel><title>t</title>${inside}`
const feed = (inside: string) => `${open(inside)}</channel></rss>`
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

/** Attacks on readers of XML and JSON: what expands, what nests, what never closes, what is counted in the hundred thousands. */
export const attacks: readonly Attack[] = [
  {
    name: 'a billion laughs',
    make: () =>
      wrap(
        '&a11;',
        `<!DOCTYPE rss [<!ENTITY a0 "lolololol">${times(11, (n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`)}]>`,
      ),
  },
  {
    name: 'one long entity used often',
    make: () => wrap('&a;'.repeat(20_000), `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(50_000)}">]>`),
  },
  {
    name: 'a file as an entity',
    make: () => wrap('&x;', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
  },
  {
    name: 'a parameter entity',
    make: () => wrap('&x;', '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>'),
  },
  { name: '100,000 levels', make: () => wrap(`t${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`) },
  {
    name: '20,000 levels of HTML',
    make: () => feed(`<item><title>x</title><description><![CDATA[${'<div>'.repeat(20_000)}]]></description></item>`),
  },
  { name: '50,000 items in items', make: () => `${open('<item><description>'.repeat(50_000))}</channel>` },
  {
    name: '100,000 attributes',
    make: () => feed(`<item ${times(100_000, (n) => `a${n}="1" `)}><title>x</title></item>`),
  },
  {
    name: '20,000 namespaces',
    make: () => feed(times(20_000, (n) => `<item xmlns:n${n}="u${n}"><title>x</title></item>`)),
  },
  { name: '5,000 nested namespaces', make: () => feed(times(5000, (n) => `<b xmlns:n${n}="u${n}">`)) },
  { name: '50,000 open CDATA sections', make: () => open('<item><title><![CDATA['.repeat(50_000)) },
  { name: '200,000 open comments', make: () => open('<!-- '.repeat(200_000)) },
  { name: '500,000 bare <', make: () => wrap('<'.repeat(500_000)) },
  { name: 'a million bare &', make: () => wrap('&'.repeat(1_000_000)) },
  { name: '300,000 &#x', make: () => wrap('&#x'.repeat(300_000)) },
  { name: '50,000 open quotes', make: () => open('<item a="'.repeat(50_000)) },
  { name: 'a million spaces', make: () => wrap(`x${' '.repeat(1_000_000)}y`) },
  { name: '50,000 entities, none closed', make: () => `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(50_000)}${feed('')}` },
  { name: '30,000 unclosed tags', make: () => feed('<item><title>x</title><p>'.repeat(30_000)) },
  { name: '20,000 wrong end tags', make: () => feed('<b>'.repeat(20_000) + '</x>'.repeat(20_000)) },
  { name: '300 comments before no page', make: () => `${'<!-- c -->\n'.repeat(300)}<!-- ${'<x>'.repeat(10)}` },
  {
    name: 'words of the language',
    make: () => feed('<item><title>x</title><__proto__><polluted>1</polluted></__proto__></item>'),
  },
  {
    name: '100,000 items',
    make: () => feed(times(100_000, (n) => `<item><guid>${n}</guid><title>Item ${n}</title></item>`)),
  },
  {
    name: 'a title of 10 MB',
    make: () => feed(`<item><guid>1</guid><title>${'word '.repeat(2_000_000)}</title></item>`),
  },
  {
    name: 'a text of 15 MB',
    make: () =>
      feed(`<item><guid>1</guid><description>${'&lt;p&gt;word &amp;amp; '.repeat(680_000)}</description></item>`),
  },
  {
    name: 'a text of 15 MB in pieces',
    make: () =>
      feed(`<item><guid>1</guid><description>${'&lt;p&gt;word &amp;amp;<!---->'.repeat(550_000)}</description></item>`),
  },
  {
    name: 'a text of 15 MB with letters of two bytes',
    make: () =>
      feed(`<item><guid>1</guid><description>\u20ac${'&lt;p&gt;word &amp;amp; '.repeat(680_000)}</description></item>`),
  },
  {
    name: '15 MB of letters of two bytes',
    make: () => feed(`<item><guid>1</guid><description>${'\u0434'.repeat(7_500_000)}</description></item>`),
  },
  {
    name: '15 MB of links that need a base',
    make: () =>
      feed(
        `<item><guid>1</guid><link>https://e.example/a/</link><description><![CDATA[${'<a href="b">c</a> '.repeat(830_000)}]]></description></item>`,
      ),
  },
  {
    name: '15 MB of markup in the open',
    make: () =>
      feed(
        `<item><guid>1</guid><content:encoded>${'<p>a long word &lt; b</p>'.repeat(600_000)}</content:encoded></item>`,
      ),
  },
  {
    name: '15 MB of plain text',
    make: () => feed(`<item><guid>1</guid><description>${'a &lt; b &amp; c '.repeat(880_000)}</description></item>`),
  },
  {
    name: 'a text of 15 MB in base64',
    make: () =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title>x</title><content type="application/x">${'YWFh'.repeat(3_700_000)}</content></entry></feed>`,
  },
  {
    name: 'a JSON Feed with a text of 15 MB',
    make: () =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"${'<p>word \\u0026amp; '.repeat(830_000)}"}]}`,
  },
  {
    name: '100,000 items with an entity declared',
    make: () =>
      `<!DOCTYPE rss [<!ENTITY a "b">]>${feed(times(100_000, (n) => `<item><guid>${n}</guid><title>Item ${n}</title></item>`))}`,
  },
  {
    name: 'ten items of 50,000 elements',
    make: () =>
      feed(times(10, (n) => `<item><guid>${n}</guid><description>${'<b>a</b> '.repeat(50_000)}</description></item>`)),
  },
  {
    name: 'a million addresses that a long base makes longer',
    make: () =>
      feed(
        `<item xml:base="https://e.example/${'a'.repeat(3_000)}/"><guid>1</guid><description><![CDATA[${'<a href="b">'.repeat(1_000_000)}]]></description></item>`,
      ),
  },
  {
    name: 'a JSON Feed of five million objects',
    make: () => `{"items":[{"id":"1"}${',{}'.repeat(5_000_000)}]}`,
  },
  {
    name: '15 MB of items',
    make: () =>
      feed(
        times(
          14_000,
          (n) => `<item><guid>${n}</guid><title>hello</title><description>${'word '.repeat(200)}</description></item>`,
        ),
      ),
  },
  {
    name: 'a JSON Feed of 100,000 items',
    make: () =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[${times(100_000, (n) => `${n > 0 ? ',' : ''}{"id":"${n}"}`)}]}`,
  },
  { name: 'JSON nested 100,000 deep', make: () => `{"items":${'['.repeat(100_000)}` },
]
