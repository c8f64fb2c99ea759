import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from './extract.ts'

/** Pseudo-random numbers that are the same in every run. */
function drawer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const texts = [
  '',
  ' ',
  'By',
  'By By By',
  '2025-13-45',
  '٣/٤/٢٠٢٥',
  '9'.repeat(400),
  'Published Updated Published',
  'a | b | c – d',
  '\u202e\u0000x',
  '“„”',
  'By Ann Lee, , , and and',
  '1/1/1',
  '</script>',
  '{"@type":',
  'И '.repeat(200),
  '😀'.repeat(99),
  'null',
  '::',
  'Ann Lee @'.repeat(30),
]
const keys = [
  'headline',
  'author',
  'name',
  'datePublished',
  'dateModified',
  'isAccessibleForFree',
  'hasPart',
  'itemListElement',
  'articleSection',
  '@id',
  '@type',
  'image',
  'url',
  'inLanguage',
  'creator',
]
const types = ['NewsArticle', 'Person', 'Organization', 'BreadcrumbList', 'WebPage', ['Article', 7], null]
const metas = [
  'author',
  'og:title',
  'article:published_time',
  'article:content_tier',
  'paywall',
  'date',
  'og:site_name',
  'twitter:data1',
  'twitter:label1',
  'article:section',
  'robots',
  'access',
]

function value(draw: (below: number) => number, depth: number): unknown {
  const kind = draw(depth > 4 ? 4 : 7)
  if (kind === 0) return texts[draw(texts.length)]
  if (kind === 1) return draw(1_000_000)
  if (kind === 2) return draw(2) === 0
  if (kind === 3) return null
  if (kind === 4) return Array.from({ length: draw(5) }, () => value(draw, depth + 1))
  return object(draw, depth)
}

function object(draw: (below: number) => number, depth: number): unknown {
  const fields = Array.from({ length: draw(6) }, () => [keys[draw(keys.length)], value(draw, depth + 1)])
  return { '@type': types[draw(types.length)], ...Object.fromEntries(fields) }
}

function page(draw: (below: number) => number): string {
  const text = (): string => (texts[draw(texts.length)] ?? '').replaceAll('"', '')
  const head = Array.from({ length: draw(8) }, () => `<meta name="${metas[draw(metas.length)]}" content="${text()}">`)
  const data = JSON.stringify(object(draw, 0)).replaceAll('</', '<\\/')
  const lines = Array.from(
    { length: draw(12) },
    () => `<p class="${['byline', 'author', 'date', ''][draw(4)]}">${text()}</p>`,
  )
  return `<title>${text()}</title>${head.join('')}<script type="application/ld+json">${data}</script><h1>${text()}</h1>${lines.join('')}<time datetime="${text()}">${text()}</time>`
}

test('fields of hostile data are read without throwing, and are of their type', () => {
  const draw = drawer(7)
  for (let round = 0; round < 150; round++) {
    const found = extract({ html: page(draw), url: 'https://post.example/a', fetchedAt: '2025-05-05T00:00:00Z' })
    assert.equal(typeof found.title, 'string')
    assert.ok(
      found.authors.length <= 12 && found.authors.every((name) => typeof name === 'string' && name.length <= 80),
    )
    for (const date of [found.publishedAt, found.updatedAt])
      assert.ok(date === undefined || !Number.isNaN(Date.parse(date)))
    assert.ok(found.access === undefined || ['free', 'metered', 'locked'].includes(found.access))
    assert.ok(found.section === undefined || typeof found.section === 'string')
  }
})

test('long fields end', () => {
  const many = 'Ann Lee and '.repeat(2_000)
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: many,
    author: Array(40).fill({ name: many }),
    datePublished: many,
  })
  const html = `<title>${'a | '.repeat(50_000)}</title><meta name=author content="${many}"><script type="application/ld+json">${data}</script><h1>${many}</h1><p class=byline>By ${many}</p><p>${'Published on '.repeat(30_000)}</p>`
  assert.equal(typeof extract({ html, url: 'https://post.example/a' }).title, 'string')
})
