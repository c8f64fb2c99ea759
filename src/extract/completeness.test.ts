import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appearsIn, type CompletenessSigns, firstSentence, judgeCompleteness } from './completeness.ts'
import { extract } from './extract.ts'
import { readJsonLd } from './facts/json-ld.ts'
import { wallPhrase } from './surplus/wall-words.ts'
import { keyOf } from './words.ts'

const paragraph = 'The council met on Monday and heard from eleven people who live beside the old harbour road. '

function judge(signs: Partial<CompletenessSigns> & { words?: number; data?: object }): string {
  const { words = 300, data, ...rest } = signs
  const texts = Array.from({ length: Math.ceil(words / 17) }, () => paragraph.trim())
  const node = data === undefined ? undefined : readJsonLd([JSON.stringify({ '@type': 'NewsArticle', ...data })])[0]
  const none = { walls: [], headlines: [], following: [], leadProblem: undefined }
  return judgeCompleteness({ kind: 'article', texts, node, ...none, ...rest }).kind
}

test('an ordinary article is complete', () => assert.equal(judge({}), 'complete'))

test('a page without text has failed', () => assert.equal(judge({ texts: [] }), 'failed'))

test('a stub of an article that is not free is paywalled', () => {
  assert.equal(judge({ words: 80, data: { isAccessibleForFree: false } }), 'paywalled')
  assert.equal(judge({ words: 80, data: { isAccessibleForFree: 'False' } }), 'paywalled')
  assert.equal(judge({ words: 80, data: { hasPart: { isAccessibleForFree: false } } }), 'paywalled')
})

test('a paid article that is here in full is complete', () => {
  assert.equal(judge({ words: 900, data: { isAccessibleForFree: false } }), 'complete')
  assert.equal(judge({ words: 900, walls: ['Subscribe for unlimited access'] }), 'complete')
})

test('a wall at the end of the text or beside a short one is a wall', () => {
  assert.equal(judge({ texts: [paragraph.repeat(30), 'Subscribe to continue reading'] }), 'paywalled')
  assert.equal(judge({ words: 100, walls: ['This article is only for subscribers'] }), 'paywalled')
  assert.equal(judge({ words: 20, walls: ['Already a subscriber? Sign in'] }), 'paywalled')
  assert.equal(judge({ words: 300, walls: ['To continue reading, register'], data: { wordCount: 1200 } }), 'paywalled')
})

test('far fewer words than the page announces are a blurb', () => {
  assert.equal(judge({ words: 100, data: { wordCount: 1000 } }), 'blurb')
  assert.equal(judge({ words: 900, data: { wordCount: 1000 } }), 'complete')
})

test('a text that breaks off, or one of a few words, is a blurb', () => {
  assert.equal(judge({ texts: [paragraph.repeat(6), 'And then the mayor said…'] }), 'blurb')
  assert.equal(judge({ texts: ['One short line of nine words is all there is.'] }), 'blurb')
  assert.equal(judge({ texts: ['One short line.'], kind: 'video' }), 'complete')
})

test('a problem with the opening is reported', () => {
  assert.equal(judge({ leadProblem: 'The opening is missing' }), 'lead-missing')
})

const walls = [
  'Subscribe to continue reading',
  'Sign in or create a free account to read the full story',
  'This article is for subscribers only',
  'You have reached your limit of free articles',
  'Cet article est réservé aux abonnés',
  'Il vous reste 72.4% de cet article à lire',
  'Jetzt weiterlesen',
  'Suscríbete para seguir leyendo',
  'هذا المحتوى للمشتركين',
]
for (const wall of walls) test(`“${wall}” is a wall`, () => assert.notEqual(wallPhrase(wall), undefined))

const noWalls = [
  'He asked the members to continue the talks.',
  'Subscribers to the fund lost their money.',
  'The register of members is kept at the town hall.',
]
for (const text of noWalls) test(`“${text}” is no wall`, () => assert.equal(wallPhrase(text), undefined))

test('the first sentence ends at its mark, whatever the script', () => {
  assert.equal(
    firstSentence('The bridge has been open since Monday. It rained.'),
    'The bridge has been open since Monday.',
  )
  assert.equal(firstSentence('Short one. Too short.'), undefined)
  assert.equal(
    firstSentence('هل تفتح المكتبة أبوابها صباح يوم الأحد القادم؟ نعم.'),
    'هل تفتح المكتبة أبوابها صباح يوم الأحد القادم؟',
  )
})

test('a sentence stands in a text whose punctuation differs', () => {
  const key = ` ${keyOf('On Monday the bridge – at last – opened to cars, buses and bicycles')} `
  assert.ok(appearsIn('The bridge, at last, opened to cars, buses and bicycles.', key))
  assert.ok(!appearsIn('The ferry stopped running on the same evening in May.', key))
})

test('what stands in the head of every page of a paid site makes no short article a cut one', () => {
  assert.equal(judge({ words: 100, walls: ['Already a subscriber? Sign in'] }), 'complete')
})

test('a brief of the announced length is complete', () => {
  assert.equal(judge({ words: 30, data: { wordCount: 34 } }), 'complete')
  assert.equal(judge({ words: 30 }), 'blurb')
})

test('a text that sends its readers on is a blurb, in their own words', () => {
  const signs = { kind: 'article', node: undefined, walls: [], headlines: [], leadProblem: undefined } as const
  const cut = { ...signs, texts: ['Rain fell on the hills for nine days and then…'], following: ['Lire la suite'] }
  assert.deepEqual(judgeCompleteness(cut), {
    kind: 'blurb',
    reason: 'The page sends its readers on: “Lire la suite”',
  })
  const spoken = { ...signs, texts: [paragraph.repeat(5), '“We waited,” she said, “and waited…”'], following: [] }
  assert.equal(judgeCompleteness(spoken).kind, 'complete')
})

test('an error, a login, a dialog or an appeal is no article, and the page is quoted', () => {
  const said = (headlines: readonly string[], ...texts: string[]) =>
    judgeCompleteness({
      kind: 'article',
      texts,
      headlines,
      node: undefined,
      walls: [],
      following: [],
      leadProblem: undefined,
    })
  assert.deepEqual(said(['Seite nicht gefunden'], 'Diese Seite existiert nicht oder wurde verschoben.'), {
    kind: 'failed',
    reason: 'The page was not found at this address: “Seite nicht gefunden”',
  })
  assert.equal(said([], 'We use cookies to serve personalised ads. You can withdraw your consent.').kind, 'failed')
  assert.equal(said(['404: a room without a door'], paragraph.repeat(12)).kind, 'complete')
})

test('badges beside headlines of other articles are no paywall of this one', () => {
  const prose = paragraph.trim()
  const card = '<li><a href="/plus/1">Divers find a second quay</a> <span>Subscribers only content</span></li>'
  const kindOf = (after: string): string =>
    extract({
      html: `<html><head><title>The old harbour road</title></head><body><main><article><h1>The old harbour road</h1><p>${prose}</p><p>${prose.replace('Monday', 'Sunday')}</p><p>${prose.replace('Monday', 'Tuesday')}</p><p>${prose.replace('Monday', 'Friday')}</p>${after}</article></main></body></html>`,
      url: 'https://harbour.example/road',
    }).completeness.kind
  assert.equal(kindOf(`<section><h2>More</h2><ul>${card.repeat(3)}</ul></section>`), 'complete')
  assert.equal(kindOf('<div><p>Subscribe to continue reading this article.</p></div>'), 'paywalled')
})
