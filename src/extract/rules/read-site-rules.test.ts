import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findSiteRule } from './find-site-rule.ts'
import { readSiteRules, selectorOfXPath } from './read-site-rules.ts'

const file = `\ufeff# our sites
site: Paper.example, www.herald.example/news/*
items: article.teaser
title: h2
keep: .body
keep: .more
remove: .box, aside[data-kind="ad"]
next: a[rel=next]

[*.blogs.example]
items = li.post
`

describe('a file of rules', () => {
  test('gives a rule for each section; lines of one name are added up', () => {
    assert.deepEqual(readSiteRules(file), {
      problems: [],
      rules: [
        {
          hosts: ['paper.example', 'herald.example'],
          path: '/news/',
          page: { items: 'article.teaser', title: 'h2' },
          article: { keep: '.body, .more', remove: '.box, aside[data-kind="ad"]', next: 'a[rel=next]' },
        },
        { hosts: ['*.blogs.example'], page: { items: 'li.post' } },
      ],
    })
  })

  test('has no line named like what every object has', () => {
    const { rules, problems } = readSiteRules('site: a.example\nconstructor: p\nkeep: p\n')
    assert.deepEqual([rules.map(({ article }) => article), problems.length], [[{ keep: 'p' }], 1])
  })

  test('with lines that cannot be used tells which and what to do; the rest holds', () => {
    const { rules, problems } = readSiteRules(
      'keep: p\nsite: a b c!\nkeep: p\nsite: good.example\nkeep: p::first\nitmes: li\nremove: .x\nhello\nsite: two.example\ntitle: h2\nnext: a\n',
    )
    assert.deepEqual(
      rules.map(({ hosts, article }) => [hosts, article]),
      [
        [['a', 'b'], { keep: 'p' }],
        [['good.example'], { remove: '.x' }],
      ],
    )
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 2, 5, 6, 8, 9, 9],
    )
    assert.match(problems[3]!.message, /“itmes” is not known\. Known: items, title/)
    assert.match(problems[5]!.message, /need an “items:”/)
  })

  test('takes what rules of other programs say in their words', () => {
    const { rules, problems } = readSiteRules(
      "site: paper.example\nbody: //div[@class='story']\nstrip: //div[contains(@class, 'ad')] | //aside\nstrip_id_or_class: newsletter\nnext_page_link: //a[@id='next']\nprune: no\ntest_url: https://paper.example/1\nscraper: section.text\n",
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(rules[0]!.article, {
      keep: 'div[class="story"], section.text',
      remove: 'div[class*="ad"], aside, [id*="newsletter"], [class*="newsletter"]',
      next: 'a[id="next"]',
    })
  })

  test('of any text never throws, and takes time in proportion', () => {
    const { problems } = readSiteRules(`${'site: a.example\n'.repeat(20_000)}${'x: y\n'.repeat(20_000)}[\n[]\n:\n=\n\0`)
    assert.equal(problems.length, 50)
  })
})

describe('the rule for an address', () => {
  const { rules } = readSiteRules(
    `${file}\nsite: paper.example\nkeep: .other\nsite: paper.example/long/\nkeep: .long\nsite: 127.0.0.1:8080\nkeep: p`,
  )
  const keepOf = (url: string) => findSiteRule(rules, url).article?.keep
  test('is the last of the longest path', () => {
    assert.equal(keepOf('https://www.paper.example/'), '.other')
    assert.equal(keepOf('https://paper.example/long/1'), '.long')
    assert.equal(keepOf('http://127.0.0.1:8080/x'), 'p')
    assert.equal(findSiteRule(rules, 'https://paper.example/news/1').page?.items, 'article.teaser')
  })
  test('is that of its host alone', () => {
    assert.deepEqual(findSiteRule(rules, 'https://other.example/'), {})
    assert.deepEqual(findSiteRule(rules, 'https://blogs.example/'), {})
    assert.deepEqual(findSiteRule(rules, 'https://notblogs.example/'), {})
    assert.equal(findSiteRule(rules, 'https://ana.blogs.example/').page?.items, 'li.post')
    assert.deepEqual(findSiteRule(rules, 'no address'), {})
  })
})

describe('an XPath', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["//div[@class='a b']/p", 'div[class="a b"] > p'],
    ['//*[@id="x"]//a', '[id="x"] a'],
    ["//div[contains(concat(' ',normalize-space(@class),' '),' text ')]", 'div.text'],
    ["//div[@id='a' or @id='b']", 'div:is([id="a"], [id="b"])'],
    ["//p[starts-with(@class, 'x') and @lang][2]", 'p[class^="x"][lang]:nth-of-type(2)'],
    ['//article | //main', 'article, main'],
    ['//div[last()]', undefined],
    ['//div/text()', undefined],
    ["//a[text()='Next']", undefined],
  ]
  for (const [path, selector] of cases)
    test(`${path} is ${selector ?? 'not read'}`, () => assert.equal(selectorOfXPath(path), selector))
})
