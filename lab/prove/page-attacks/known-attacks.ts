import { good, inArticle, type PageAttack, sentenceOf, times } from './page-attack.ts'

/** Pages on which extractors that are in use were measured to hang, to overflow the stack or to lose the text, and the page they are made from. */
export const knownAttacks: readonly PageAttack[] = [
  { name: 'base', make: () => inArticle(good) },
  { name: 'para5MB', make: () => inArticle(times(36_000, sentenceOf)) },
  { name: 'onePara5MB', make: () => inArticle(`${good}<p>${'word, '.repeat(870_000)}</p>`) },
  { name: 'deep1k', make: () => inArticle(nested('div', 1000)) },
  { name: 'deep10k', make: () => inArticle(nested('div', 10_000)) },
  { name: 'deep100k', make: () => inArticle(nested('div', 100_000)) },
  { name: 'deepSpan20k', make: () => inArticle(`${good}${'<span>'.repeat(20_000)}x`) },
  {
    name: 'links50k',
    make: () => inArticle(`${good}<ul>${'<li><a href="/x">link text here</a></li>'.repeat(50_000)}</ul>`),
  },
  { name: 'br200k', make: () => inArticle(`${good}${'text<br>'.repeat(200_000)}`) },
  { name: 'adoption', make: () => inArticle(`${good}${'<a><b><i><p>x'.repeat(3000)}`) },
  { name: 'fontNest', make: () => inArticle(`${good}${'<font>'.repeat(5000)}x${'<p>'.repeat(2000)}`) },
  { name: 'tables', make: () => inArticle(`${good}${'<table><tr><td>'.repeat(3000)}x`) },
  { name: 'attrs', make: () => inArticle(`<div ${times(50_000, (n) => `data-a${n}="1" `)}>${good}</div>`) },
  {
    name: 'bigJsonLd',
    make: () => inArticle(`${jsonLd(`{"@type":"NewsArticle","articleBody":"${'word '.repeat(900_000)}"}`)}${good}`),
  },
  { name: 'badJsonLd', make: () => inArticle(`${jsonLd(`{"a":${'['.repeat(200_000)}`)}${good}`) },
  { name: 'comment', make: () => inArticle(`${good}<!--${'-'.repeat(2_000_000)}`) },
  {
    name: 'imgs20k',
    make: () => inArticle(`${good}${'<img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x">'.repeat(20_000)}`),
  },
  { name: 'dataUri', make: () => inArticle(`${good}<img src="data:image/png;base64,${'A'.repeat(4_000_000)}">`) },
  {
    name: 'styleBig',
    make: () =>
      inArticle(`<style>${'.a{color:red} @media (max-width:600px){.b{display:none}}\n'.repeat(40_000)}</style>${good}`),
    mayLoseText: true,
  },
  { name: 'empty', make: () => '', mayLoseText: true },
  { name: 'plain', make: () => 'just text', mayLoseText: true },
  { name: 'nul', make: () => inArticle(good.replaceAll('number', 'num\0ber')) },
  { name: 'entities', make: () => inArticle(`<p>${'&amp;'.repeat(500_000)}</p>${good}`) },
  { name: 'brTitle', make: () => inArticle(good).replace('<title>T', `<title>${'a | '.repeat(100_000)}`) },
  { name: 'spaces', make: () => inArticle(`${good}<p>${' '.repeat(2_000_000)}x</p>`) },
  { name: 'selfclose', make: () => inArticle(`${good}${'<div/>'.repeat(20_000)}`) },
]

function nested(tag: string, depth: number): string {
  return `${`<${tag}>`.repeat(depth)}${good}${`</${tag}>`.repeat(depth)}`
}

function jsonLd(text: string): string {
  return `<script type="application/ld+json">${text}</script>`
}
