import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../extract.ts'

const text = `<h1>Harbour reopens after repair</h1>${'<p>The harbour reopened on Monday after two months of repair, the port said in a notice.</p>'.repeat(4)}`

function sectionOf(head: string): string | undefined {
  return extract({ html: `<head>${head}</head>${text}`, url: 'https://post.example/local/harbour' }).section
}

function data(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`
}

function path(...names: readonly string[]): string {
  const itemListElement = names.map((name, i) => ({ '@type': 'ListItem', position: i + 1, item: { name } }))
  return data({ '@type': 'BreadcrumbList', itemListElement })
}

test('the data names the section', () =>
  assert.equal(sectionOf(data({ '@type': 'NewsArticle', headline: 'x', articleSection: ['Local', 'Ports'] })), 'Local'))

test('the first step of the path after the start page is the section', () =>
  assert.equal(sectionOf(path('Home', 'Local', 'Ports', 'Harbour reopens after repair')), 'Local'))

test('a path that leads from the start page to the article names none', () =>
  assert.equal(sectionOf(path('Home', 'Harbour reopens after repair')), undefined))

test('the path on the page names it where no data does', () => {
  const crumbs = (list: string) => extract({ html: `${list}${text}`, url: 'https://post.example/harbour' }).section
  const links = '<a href="/">Home</a> » <a href="/local">Local</a> » <a href="/local/ports">Ports</a> » Harbour reopens'
  assert.equal(crumbs(`<nav class="breadcrumbs">${links}</nav>`), 'Local')
  assert.equal(crumbs(`<ol itemtype="https://schema.org/BreadcrumbList"><li>${links}</li></ol>`), 'Local')
  assert.equal(crumbs(`<div class="siteBreadcrumb">${links}</div>`), 'Local')
  const self = '<a href="/">Home</a> / <a href="/local/harbour">Harbour reopens after</a>'
  assert.equal(crumbs(`<nav class="breadcrumb">${self}</nav>`), undefined)
  assert.equal(crumbs(`<nav class="menu">${links}</nav>`), undefined)
})

test('a section that says nothing is none', () =>
  assert.equal(sectionOf('<meta property="article:section" content="Uncategorized">'), undefined))

test('the short form for phones is found', () => {
  const html = `<head><link rel="amphtml" href="/amp/harbour"></head>${text}`
  assert.equal(extract({ html, url: 'https://post.example/harbour' }).ampUrl, 'https://post.example/amp/harbour')
})
