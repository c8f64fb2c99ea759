import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMainText } from '../main-text.ts'
import { parsePage } from '../markup/page-tree.ts'
import { boilerplateStep } from '../surplus/boilerplate.ts'
import { countWords, keyOf } from '../words.ts'
import type { PageHints } from './block-hints.ts'
import { keepBlocks, keepWithoutMain } from './keep-blocks.ts'
import { blocksOf } from './page-blocks.ts'

const prose = [
  'The council met on Monday and heard from eleven people who live beside the old harbour road.',
  'A second hearing was set for the ninth of May, when the engineers are to bring their drawings.',
  'Nobody spoke against the plan, though two fishermen asked where they would put their nets.',
  'The cost is put at four million, a third of which the region has promised to pay by autumn.',
]
const paragraphs = prose.map((text) => `<p>${text}</p>`)

function hintsWith(title: string): PageHints {
  return { titleKeys: new Set([keyOf(title)]), description: '', bodyText: '', authors: [], siteNames: [] }
}

function kept(inner: string, title = 'Harbour road'): { texts: string[]; steps: string[] } {
  const { root } = parsePage(`<body><div class="page"><div class="body">${inner}</div></div></body>`)
  const main = findMainText(root, title)
  assert.notEqual(main, undefined)
  const result = keepBlocks(blocksOf(root), main!, hintsWith(title))
  return { texts: result.kept.map((block) => block.text), steps: result.removals.map((removal) => removal.step) }
}

test('paragraphs are kept in page order', () => assert.deepEqual(kept(paragraphs.join('')).texts, prose))

test('a caption among paragraphs is removed and reported', () => {
  const figure = '<figure><img src="a.jpg"><figcaption>The old road in 1931, when it was new.</figcaption></figure>'
  const { texts, steps } = kept(paragraphs.join(figure))
  assert.deepEqual(texts, prose)
  assert.ok(steps.includes('caption'))
})

test('link lines and appeals among paragraphs are removed', () => {
  const line =
    '<p><a href="/x">Read also: A ferry that never came back</a></p><p>Sign up to our newsletter for more.</p>'
  assert.deepEqual(kept(paragraphs.join(line)).texts, prose)
})

test('a paragraph that comes twice is kept once', () => {
  assert.deepEqual(kept([...paragraphs, paragraphs[1]].join('')).texts, prose)
})

test('a heading over text is kept and one at the end with nothing under it is not', () => {
  const html = `${paragraphs[0]}${paragraphs[1]}<h2>The cost</h2>${paragraphs[2]}${paragraphs[3]}<h2>More news</h2>`
  assert.deepEqual(kept(html).texts, [prose[0], prose[1], 'The cost', prose[2], prose[3]])
})

test('without a main text the container with the most prose is taken', () => {
  const { root } = parsePage(`<nav><p>${prose[0]}</p></nav><div>${paragraphs.join('')}</div><div><p>Short.</p></div>`)
  const { kept: blocks } = keepWithoutMain(blocksOf(root), new Set())
  assert.deepEqual(
    blocks.map((block) => block.text),
    prose,
  )
})

const furniture: readonly (readonly [string, string])[] = [
  ['Related', 'related link'],
  ['Related: A ferry that never came back', 'related link'],
  ['Read more about the harbour', 'related link'],
  ['Lire aussi : Les pêcheurs réclament une halle', 'related link'],
  ['اقرأ أيضا: متحف الميناء', 'related link'],
  ['Sign up for our daily newsletter', 'appeal'],
  ['Follow us on Twitter and Facebook', 'appeal'],
  ['Inscrivez-vous à notre lettre', 'appeal'],
  ['Photo: Ann Lee', 'caption'],
  ['The minister in May. Getty Images', 'credit'],
  ['© 2025 The Post. All rights reserved.', 'credit'],
  ['Share', 'page furniture'],
  ['12 comments', 'page furniture'],
  ['By Maya Okafor', 'page furniture'],
  ['Published 4 May', 'page furniture'],
  ['The post Harbour road appeared first on The Post.', 'page furniture'],
  ['Advertisement', 'advertisement'],
  ['Story continues below this ad', 'advertisement'],
  ['Article content', 'advertisement'],
]
for (const [text, step] of furniture)
  test(`“${text}” is a ${step}`, () => assert.equal(boilerplateStep(text, countWords(text)), step))

const writing = [
  'Shares in the port company rose by four per cent on Monday.',
  'Related costs were not counted, the auditor said.',
  'By Monday the road was under water.',
  'The newsletter of the parish reported the theft.',
  'He said: “Follow the river and you cannot get lost.”',
  'Watching the tide come in, she laughed.',
  'Comment is free, but facts are sacred, wrote the editor in 1921.',
  'More than forty people were hurt.',
  'Printing presses stood idle for a week.',
  'Next year the bridge will be one hundred years old.',
]
for (const text of writing)
  test(`“${text}” is writing`, () => assert.equal(boilerplateStep(text, countWords(text)), undefined))

test('a block that calls itself a caption beside a picture is removed; one without a picture stays', () => {
  const words = '<p class="caption">The old road in 1931, when it was new and nobody drove on it.</p>'
  const withPicture = kept(paragraphs.join(`<div class="photo"><img src="a.jpg">${words}</div>`))
  assert.deepEqual(withPicture.texts, prose)
  assert.ok(withPicture.steps.includes('caption'))
  assert.equal(kept(paragraphs.join('') + words).texts.length, prose.length + 1)
})

/** Two of our own reports in other scripts: none of the model's features may depend on English. */
const abroad: Readonly<Record<string, readonly string[]>> = {
  chinese: [
    '市政府星期一宣布，港口旁边的旧路将在明年春天重新开放，工程费用由地区和城市共同承担。',
    '当地渔民表示，他们希望在施工期间仍然可以使用码头，否则今年的收入将会减少一半以上。',
    '工程师说，新的堤岸会比旧的高出一米，可以抵挡像去年冬天那样的风暴，居民不必再搬走。',
    '议会将于五月九日再次开会，届时将公布全部图纸，并听取学校和商店的意见，然后投票。',
  ],
  arabic: [
    'أعلن مجلس المدينة يوم الاثنين أن الطريق القديم قرب الميناء سيفتح من جديد في الربيع المقبل بعد أعمال طويلة.',
    'وقال الصيادون إنهم يأملون أن يبقى الرصيف مفتوحا خلال الأعمال، وإلا خسروا نصف دخلهم في هذا العام.',
    'وأوضحت المهندسة أن الحاجز الجديد أعلى من القديم بمتر واحد، وأنه يصمد أمام عواصف مثل عاصفة الشتاء الماضي.',
    'ويجتمع المجلس مرة أخرى في التاسع من مايو لعرض الرسوم كلها وسماع رأي المدرسة وأصحاب المتاجر قبل التصويت.',
  ],
  french: [
    'Le conseil a annoncé lundi que la vieille route du port rouvrirait au printemps, après trois ans de travaux.',
    'Les pêcheurs espèrent que le quai restera ouvert pendant le chantier, sans quoi ils perdraient la moitié de leur revenu.',
    'La nouvelle digue dépassera l’ancienne d’un mètre et tiendra face à des tempêtes comme celle de l’hiver dernier.',
    'Le conseil se réunira de nouveau le neuf mai pour montrer tous les plans et entendre l’école et les commerçants.',
  ],
}
for (const [language, lines] of Object.entries(abroad))
  test(`every paragraph of a ${language} report is kept, and a menu beside it is not`, () => {
    const items = lines.map((line) => `<li><a href="/x">${line.slice(0, 14)}</a></li>`).join('')
    const html = `<div class="related"><ul>${items}</ul></div>${lines.map((line) => `<p>${line}</p>`).join('')}`
    assert.deepEqual(kept(html, lines[0]!.slice(0, 8)).texts, lines)
  })
