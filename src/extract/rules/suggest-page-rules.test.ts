import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readPageFeed } from './read-page-feed.ts'
import { suggestPageRules } from './suggest-page-rules.ts'

const url = 'https://paper.example/'
const titles = [
  'The harbor opens again after nine weeks',
  'Trams stand still for a day in Varn',
  'Council votes for a new bridge over the Tem',
  'Bread becomes dearer for the third time',
  'A lighthouse keeper tells of her last winter',
]
const menu = `<nav><ul>${Array.from({ length: 12 }, (_, at) => `<li><a href="/s${at}">All about section number ${at}</a></li>`).join('')}</ul></nav>`
const foot = `<footer><p><a href="/terms">Terms of use of this site</a> <a href="/privacy">How we treat your data</a> <a href="/jobs">Work with all of us</a></p></footer>`
const page = (body: string) => `<html><body>${menu}${body}${foot}</body></html>`
const many = (write: (title: string, at: number) => string) => titles.map(write).join('\n')
const sentence = 'It took longer than anybody in the town had thought it would.'

const layouts: Readonly<Record<string, string>> = {
  'cards with a heading around the link': many(
    (title, at) =>
      `<article class="card"><img src="/${at}.jpg"><h3><a href="/a/${at}">${title}</a></h3><p>${sentence}</p></article>`,
  ),
  'cards that are one link': many(
    (title, at) =>
      `<div class="grid-cell"><a class="card-link" href="/a/${at}"><img src="/${at}.jpg"><h2>${title}</h2><p>${sentence}</p></a></div>`,
  ),
  'a plain list of links': `<ul class="latest">${many((title, at) => `<li><a href="/a/${at}">${title}</a></li>`)}</ul>`,
  'a list without any class': `<div><ul>${many((title, at) => `<li><a href="/a/${at}">${title}</a></li>`)}</ul></div>`,
  'rows of a table': `<table class="news"><tr><th>Date<th>News</tr>${many((title, at) => `<tr><td>${at + 1} March 2026</td><td><a href="/a/${at}">${title}</a></td></tr>`)}</table>`,
  'terms and descriptions': `<dl id="news">${many((title, at) => `<dt><a href="/a/${at}">${title}</a></dt><dd>${sentence}</dd>`)}</dl>`,
  'classes that a tool made up': many(
    (title, at) => `<div class="css-1x2y${at}z"><h2 class="sc-ab${at}"><a href="/a/${at}">${title}</a></h2></div>`,
  ),
  'a category beside each headline': many(
    (title, at) =>
      `<section class="story"><h4 class="kicker"><a href="/c/${at}">Town</a></h4><h3 class="line"><a href="/a/${at}">${title}</a></h3></section>`,
  ),
  'items with classes of their own': many(
    (title, at) => `<div class="post-${at}1 entry category-x${at}"><h2><a href="/a/${at}">${title}</a></h2></div>`,
  ),
}

describe('a rule is proposed', () => {
  for (const [layout, body] of Object.entries(layouts))
    test(`for ${layout}`, () => {
      const [rule] = suggestPageRules(page(body), url)
      assert.ok(rule, 'none')
      const read = readPageFeed(page(body), url, rule)
      assert.ok(read.kind === 'feed')
      assert.deepEqual(
        read.feed.entries.map(({ title }) => title),
        titles,
        JSON.stringify(rule),
      )
    })

  test('with what most items have: a summary and a date', () => {
    const body = many(
      (title, at) =>
        `<li class="teaser"><h3><a href="/a/${at}">${title}</a></h3><span class="when">${at + 1} March 2026</span><p class="dek">${sentence}</p></li>`,
    )
    assert.deepEqual(suggestPageRules(page(`<ul>${body}</ul>`), url)[0], {
      items: 'li.teaser',
      date: 'span.when',
      summary: 'p.dek',
    })
  })
})

describe('no rule is proposed', () => {
  const nothing: Readonly<Record<string, string>> = {
    'a page of text': page(`<p>${sentence}</p>`.repeat(20)),
    'menus alone': page(''),
    'one headline many times': page('<div><a href="/a">The harbor opens again after weeks</a></div>'.repeat(9)),
    'links to places on the page': page(many((title, at) => `<li><a href="#${at}">${title}</a></li>`)),
    'nothing at all': '',
  }
  for (const [what, html] of Object.entries(nothing))
    test(`for ${what}`, () => assert.deepEqual(suggestPageRules(html, url), []))

  test('for long, within bounds, whatever the page is', () => {
    const wide = `<div>${'<p><a href="/1">a headline of some words</a>'.repeat(30_000)}</div>`
    const deep = `${'<div><a href="/1">a headline of some words</a>'.repeat(5_000)}`
    for (const html of [wide, deep]) assert.ok(suggestPageRules(html, url).length <= 3)
  })
})
