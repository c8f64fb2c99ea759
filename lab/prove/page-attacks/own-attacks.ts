import { good, inArticle, type PageAttack, sentenceOf, times } from './page-attack.ts'

const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`
const article = (fields: string) => jsonLd(`{"@type":"NewsArticle","headline":"T",${fields}}`)
const around = (tag: string, attributes: string, depth: number, inside: string) =>
  `${`<${tag} ${attributes}>`.repeat(depth)}${inside}${`</${tag}>`.repeat(depth)}`
const prose = (length: number) => 'the ferry went out and came back again before the evening, '.repeat(length / 59)

/** Pages made against what this program does: a way through it where a longer page would cost far more than its length. */
export const ownAttacks: readonly PageAttack[] = [
  // What browsers repair.
  { name: '400,000 elements before a table', make: () => inArticle(`${good}<table>${'<br>'.repeat(400_000)}`) },
  { name: '250,000 words before a table', make: () => inArticle(`${good}<table>${'x<tr>'.repeat(250_000)}`) },
  {
    name: '400,000 open, 400,000 others closed',
    make: () => inArticle(`${good}${'<i>'.repeat(400_000)}${'</b>'.repeat(400_000)}`),
  },
  { name: 'a million open', make: () => inArticle(`${good}${'<q>'.repeat(1_000_000)}`) },
  { name: '300,000 forms in forms', make: () => inArticle(`${good}${'<form>'.repeat(300_000)}`) },
  { name: '600,000 attributes', make: () => inArticle(`${good}<p ${times(500_000, (n) => `a${n} `)}>x`) },
  { name: '200,000 more of the body', make: () => inArticle(good + times(200_000, (n) => `<body a${n}>`)) },
  {
    name: '300,000 formatting tags across paragraphs',
    make: () => inArticle(`${good}${'<b><p></b>'.repeat(300_000)}`),
  },
  { name: '100,000 links in links', make: () => inArticle(`${good}${'<a href=x><div>y'.repeat(100_000)}`) },
  { name: '300,000 options', make: () => inArticle(`${good}<select>${'<option>x'.repeat(300_000)}`) },
  { name: '200,000 open templates', make: () => inArticle(`${good}${'<template>'.repeat(200_000)}`) },
  { name: '200,000 tables in SVG in MathML', make: () => inArticle(`${good}${'<svg><math><table>'.repeat(100_000)}`) },
  { name: 'a million bare <', make: () => inArticle(good + '<'.repeat(1_000_000)) },
  { name: '600,000 comments', make: () => inArticle(good + '<!---->'.repeat(500_000)) },
  { name: '60,000 headings', make: () => inArticle(good + '<h1>x</h1>'.repeat(60_000)) },
  { name: '50,000 paragraphs of two words', make: () => inArticle(good + times(50_000, (n) => `<p>word ${n}</p>`)) },
  // Measures that are taken of every element or block.
  { name: 'one word of 3.5 MB', make: () => inArticle(`${good}<p>${'x'.repeat(3_500_000)}</p>`) },
  {
    name: '24,000 strangers beside a long text',
    make: () =>
      inArticle(`<p>${prose(3_000_000)}</p>${good}`).replace(
        '</body>',
        `${times(20_000, (n) => `<li>stranger ${n} of many</li>`)}</body>`,
      ),
  },
  {
    name: 'a class of 1 MB around 20,000 paragraphs',
    make: () => inArticle(`<div class="${'m '.repeat(500_000)}">${times(18_000, sentenceOf)}</div>`),
  },
  { name: '190 times in time', make: () => inArticle(good + around('time', 'datetime=x', 190, prose(3_000_000))) },
  {
    name: '190 bylines in bylines',
    mayLoseText: true,
    make: () => inArticle(good + around('div', 'class=author', 190, prose(3_000_000))),
  },
  {
    name: '190 sections around 3 MB',
    mayLoseText: true,
    make: () => inArticle(good + around('section', 'class=article', 190, `<p>${prose(3_000_000)}</p>`)),
  },
  {
    name: '190 hidden in hidden',
    make: () => inArticle(good + around('div', 'aria-hidden=true', 190, '<br>'.repeat(400_000))),
  },
  {
    name: '190 figures in figures',
    make: () => inArticle(good + around('figure', 'class=caption', 190, '<i>x</i>'.repeat(50_000))),
  },
  {
    name: '190 rows of tables in rows',
    make: () => inArticle(good + around('table', '><tr><td', 60, '<i>x</i>'.repeat(50_000))),
  },
  {
    name: '40,000 captions in one box',
    make: () => inArticle(`${good}<div><img src=a.jpg>${'<p class=caption>x'.repeat(40_000)}</div>`),
  },
  { name: 'a style of 3 MB', make: () => inArticle(`${good}<p style="${'display : '.repeat(300_000)}">x`) },
  // Patterns that could go back and forth.
  {
    name: 'commas as a srcset',
    make: () => inArticle(`${good}${`<figure><img srcset="${','.repeat(20_000)}"></figure>`.repeat(150)}`),
  },
  {
    name: 'a srcset of one long name',
    make: () => inArticle(`${good}${`<figure><img srcset="${'a,b '.repeat(5_000)}"></figure>`.repeat(150)}`),
  },
  {
    name: 'open pictures in noscript',
    make: () => inArticle(good + `<noscript>${'<img '.repeat(990)}</noscript>`.repeat(700)),
  },
  {
    name: 'a title of bars',
    make: () => inArticle(good).replace('<title>T', `<title>x ${'|'.repeat(500_000)}y | example`),
  },
  { name: 'a title of dashes', make: () => inArticle(good).replace('<title>T', `<title>${'a - '.repeat(800_000)}|`) },
  {
    name: 'a title and 50,000 feeds',
    make: () =>
      inArticle(good, `${times(30_000, (n) => `<link type="application/rss+xml" title="f${n}" href=x>`)}`).replace(
        '<title>T',
        `<title>${'a '.repeat(500_000)} - b`,
      ),
  },
  { name: 'marks on one letter', make: () => inArticle(`${good}<p>a${'\u0301\u0316'.repeat(1_000_000)}</p>`) },
  { name: 'spaces in code', make: () => inArticle(`${good}<pre>${' '.repeat(2_000_000)}x</pre>`) },
  { name: 'empty lines in code', make: () => inArticle(`${good}<pre>x${'\n'.repeat(2_000_000)}x</pre>`) },
  {
    name: 'capitals without a space',
    make: () => inArticle(`${good}<p>/${'A'.repeat(500_000)}</p><p>Reporting by ${'A-'.repeat(500_000)}</p>`),
  },
  { name: 'dashes before an agency', make: () => inArticle(`${good}<p>x ${'- '.repeat(900_000)}(</p>`) },
  {
    name: 'walls without an end',
    make: () => inArticle(good + '<p>subscribe to register to sign up to log in to</p>'.repeat(50_000)),
  },
  {
    name: 'appeals of signs',
    make: () => inArticle(`${good}${`<p>our ${"' ".repeat(4_000)}sign up ${'. '.repeat(4_000)}</p>`.repeat(200)}`),
  },
  {
    name: 'a byline of roles',
    make: () => inArticle(good + `<p class=byline>By ${'senior chief '.repeat(22)}</p>`.repeat(8_000)),
  },
  {
    name: 'dates that are none',
    make: () => inArticle(times(8_000, (n) => `<time>${'1 1 '.repeat(40)}${n}</time>`) + good),
  },
  // Structured data.
  { name: 'JSON-LD of open tags', make: () => inArticle(article(`"articleBody":"${'<a'.repeat(900_000)}"`) + good) },
  {
    name: 'JSON-LD of 4 MB strings',
    make: () => inArticle(times(3, () => article(`"author":"${'Ann Lee, '.repeat(140_000)}"`)) + good),
  },
  {
    name: 'JSON-LD 900,000 deep',
    make: () => inArticle(article(`"author":${'{"author":'.repeat(180_000)}1${'}'.repeat(180_000)}`) + good),
  },
  {
    name: 'JSON-LD of 100,000 authors',
    make: () => inArticle(article(`"author":[${times(100_000, (n) => `${n ? ',' : ''}{"name":"Ann ${n}"}`)}]`) + good),
  },
  { name: '30,000 scripts of JSON-LD', make: () => inArticle(article('"url":"x"').repeat(30_000) + good) },
  {
    name: 'JSON-LD of a graph of 300,000',
    make: () => inArticle(jsonLd(`{"@graph":[${times(300_000, (n) => `${n ? ',' : ''}{"a":1}`)}]}`) + good),
  },
  {
    name: 'another telling that stands nowhere',
    make: () => inArticle(good + times(190, () => `<p>${prose(18_000)}</p>`)),
    beside: () => ({
      feed: {
        contentHtml: `<p>${`${'q z '.repeat(90)}. `.repeat(2_000)}</p>`,
        summaryText: `${'z q '.repeat(90)}. `.repeat(2_000),
      },
    }),
  },
  {
    name: 'a rule for a page of 60,000 paragraphs',
    make: () => inArticle(good + '<p>x</p>'.repeat(60_000)),
    beside: () => ({ rule: { host: 'example.com', keep: 'article p', remove: 'p:nth-last-child(2n)' } as never }),
  },
  // Letters.
  { name: 'half characters', make: () => inArticle(`${good}<p>${'\ud800x\udc00'.repeat(600_000)}</p>`) },
  {
    name: 'turned around and invisible',
    make: () => inArticle(`${good}<p>${'\u202e\u2066a\u200b\u200d\u2069'.repeat(500_000)}</p>`),
  },
  { name: 'a million NUL', make: () => inArticle(`${good}<p>${'\0'.repeat(1_000_000)}</p>`) },
  {
    name: 'a million character references',
    make: () => inArticle(`${good}<p>${'&#x202e;'.repeat(200_000)}${'&ampamp'.repeat(200_000)}</p>`),
  },
  {
    name: 'UTF-16 that says it is UTF-8',
    make: () => inArticle(good),
    bytes: () => ({
      body: Buffer.from(`\ufeff${inArticle(good)}`, 'utf16le'),
      contentType: 'text/html; charset=utf-8',
    }),
  },
  {
    name: 'three encodings in one page',
    make: () => inArticle(good),
    bytes: () => ({
      body: Buffer.concat([
        Buffer.from(inArticle(good)),
        Buffer.from([0x80, 0xff, 0xfe, 0x1b, 0x24, 0x42]),
        Buffer.from('ü'.repeat(200_000)),
        Buffer.from('é'.repeat(900_000), 'latin1'),
      ]),
      contentType: 'text/html; charset=shift_jis',
    }),
  },
  {
    name: 'bytes of no encoding',
    make: () => inArticle(good),
    bytes: () => ({
      body: Buffer.concat([
        Buffer.from(inArticle(good)),
        Buffer.alloc(3_000_000, Buffer.from([0xa4, 0xff, 0xc0, 0x81])),
      ]),
      contentType: 'text/html',
    }),
  },
]
