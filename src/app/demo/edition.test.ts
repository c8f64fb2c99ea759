import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { articleOf, loadEdition, revisionAt } from './edition.ts'
import { outlets } from './outlets.ts'
import { instantOf } from './render-tokens.ts'

const now = new Date('2025-05-16T18:00:00Z')
const edition = loadEdition(now)
const HOUR_MS = 3_600_000

const words = (text: string) => text.split(/\s+/).length

test('nine outlets print about seventy articles in three languages', () => {
  assert.equal(edition.articles.length, 72)
  assert.equal(new Set(edition.articles.map((article) => article.outlet.id)).size, 9)
  const count = (language: string) => edition.articles.filter((a) => a.outlet.language === language).length
  assert.deepEqual([count('en'), count('fr'), count('ar')], [66, 3, 3])
})

test('whole articles have 120 to 450 words; cut copies, stubs and short items have fewer', () => {
  for (const article of edition.articles) {
    const length = words(article.revisions[0].text)
    const isShort = article.isPaywalled || article.kind !== 'article' || article.outlet.language === 'ar'
    assert.ok(length <= 450, `${article.id} has ${length} words`)
    assert.ok(isShort || length >= 85, `${article.id} has ${length} words`)
  }
})

test('every token is rendered and no braces are left, in every state of every article', () => {
  for (const article of edition.articles)
    for (const revision of article.revisions) {
      const all = [revision.title, revision.text, article.byline, ...Object.values(article.picture ?? {})].join('\n')
      assert.doesNotMatch(all, /[{}]|undefined|NaN|Invalid Date/, article.id)
    }
})

test('the edition renders at any hour of any day, and nothing in it lies in the future', () => {
  for (let hour = 0; hour < 400 * 24; hour += 311) {
    const at = new Date(Date.UTC(2027, 11, 30) + hour * HOUR_MS)
    const moved = loadEdition(at)
    assert.equal(moved.articles.length, edition.articles.length)
    for (const article of moved.articles)
      for (const revision of article.revisions) assert.ok(revision.at <= at.toISOString(), article.id)
  }
})

test('now is cut to the hour', () => {
  const later = loadEdition(new Date('2025-05-16T18:59:59Z'))
  assert.deepEqual(
    later.articles.map((article) => article.publishedAt),
    edition.articles.map((article) => article.publishedAt),
  )
})

test('articles stand newest first and span four days', () => {
  const times = edition.articles.map((article) => article.publishedAt)
  assert.deepEqual(times, times.toSorted().reverse())
  const spanHours = (Date.parse(times[0]!) - Date.parse(times.at(-1)!)) / HOUR_MS
  assert.ok(spanHours > 72 && spanHours < 96)
})

test('a weekday named in a text is less than a week away, so that it means one day only', () => {
  for (const { id, file } of files()) {
    const at = instantOf(/^at: (.+)$/m.exec(file)![1]!, now).getTime()
    for (const [token, moment] of file.matchAll(/\{\{(?:weekday|when|When):([^}]+)\}\}/g)) {
      const days = (instantOf(moment!, now).getTime() - at) / (24 * HOUR_MS)
      assert.ok(days > -6.5 && days < 6.8, `${id}: ${token} is ${days.toFixed(1)} days away`)
    }
  }
})

test('what a text tells with "when" and "clock" lies before its publication or its revision', () => {
  for (const { id, file } of files()) {
    const last = [...file.matchAll(/^(?:=== \d at|at:) (.+)$/gm)].map(([, moment]) => instantOf(moment!, now).getTime())
    for (const [token, moment] of file.matchAll(/\{\{(?:When):([^}]+)\}\}/g))
      assert.ok(instantOf(moment!, now).getTime() < Math.max(...last), `${id}: ${token}`)
  }
})

test('paths are unique and begin with the outlet', () => {
  assert.equal(new Set(edition.articles.map((article) => article.path)).size, edition.articles.length)
  for (const article of edition.articles) assert.ok(article.path.startsWith(`/${article.outlet.id}/`), article.path)
})

test('two outlets are of one family', () => {
  const family = outlets.filter((outlet) => outlet.family === 'Northgate Newspapers').map((outlet) => outlet.name)
  assert.deepEqual(family, ['Aldmere Courier', 'Corran Today'])
})

test('an edited article shows each state at its step', () => {
  const article = articleOf(edition, 'aldmere-courier/dam-warning')
  const titles = ([0, 1, 2] as const).map((step) => revisionAt(article, step).title)
  assert.equal(new Set(titles).size, 3)
  assert.ok(revisionAt(article, 1).at < revisionAt(article, 2).at)
  const onlySecond = articleOf(edition, 'sella-valley-echo/inquiry-quillbeck')
  assert.equal(revisionAt(onlySecond, 1), onlySecond.revisions[0])
  assert.match(revisionAt(onlySecond, 2).text, /Correction:/)
})

test('an article nobody wrote throws with its name', () => {
  assert.throws(() => articleOf(edition, 'meridian/nothing'), /No article "meridian\/nothing"/)
})

function files() {
  const root = new URL('./edition/', import.meta.url)
  return readdirSync(root).flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ id: `${folder}/${name}`, file: readFileSync(new URL(`${folder}/${name}`, root), 'utf8') })),
  )
}
