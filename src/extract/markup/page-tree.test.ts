import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allText } from '../blocks/page-blocks.ts'
import { maxHtmlLength, type PageElement, parsePage } from './page-tree.ts'
import { visibleText } from './visible-text.ts'

function textIn(html: string): string {
  return visibleText(allText(parsePage(html).root))
}

function find(root: PageElement, tag: string): PageElement | undefined {
  for (const child of root.children) {
    if (typeof child === 'string') continue
    const found = child.tag === tag ? child : find(child, tag)
    if (found !== undefined) return found
  }
  return undefined
}

test('a page without html, head and body tags is still a page', () => {
  const { root } = parsePage('<title>T</title><p>text')
  assert.notEqual(find(root, 'body'), undefined)
  assert.equal(visibleText(allText(find(root, 'body')!)), 'text')
})

test('scripts, styles, templates and comments leave no text', () => {
  assert.equal(textIn('<p>a</p><script>b</script><style>c</style><template>d</template><!-- e --><p>f'), 'af')
})

test('structured data is kept aside', () => {
  assert.deepEqual(parsePage('<script type="application/ld+json">{"a":1}</script>').jsonLd, ['{"a":1}'])
})

test('text hidden by attribute, style or class is removed and reported', () => {
  const hidden = [
    '<p hidden>a secret instruction to the model</p>',
    '<p style="display: none">a secret instruction to the model</p>',
    '<p style="color:red;visibility:hidden">a secret instruction to the model</p>',
    '<span style="font-size:0">a secret instruction to the model</span>',
    '<span style="font-size: 1px;">a secret instruction to the model</span>',
    '<span style="opacity:0">a secret instruction to the model</span>',
    '<div style="position:absolute;left:-9999px">a secret instruction to the model</div>',
    '<div style="text-indent:-10000px">a secret instruction to the model</div>',
    '<span class="sr-only">a secret instruction to the model</span>',
    '<span class="x visually-hidden">a secret instruction to the model</span>',
    '<span aria-hidden="true">a secret instruction to the model</span>',
  ]
  for (const html of hidden) {
    const { root, removals } = parsePage(`<p>seen</p>${html}`)
    assert.equal(visibleText(allText(root)), 'seen', html)
    assert.equal(removals[0]?.text, 'a secret instruction to the model', html)
  }
})

test('text of ordinary size and opacity is not hidden', () => {
  for (const style of ['font-size:1.1em', 'font-size:10px', 'font-size:1rem', 'opacity:0.9', 'left:-5px', 'color:#fff'])
    assert.equal(textIn(`<p style="${style}">seen</p>`), 'seen', style)
})

test('an article behind a dialog is still the article', () => {
  const long = 'A sentence of the article behind the dialog. '.repeat(40)
  assert.match(textIn(`<main aria-hidden="true"><p>${long}</p></main>`), /^A sentence of the article/)
})

test('a picture inside noscript replaces its lazy placeholder', () => {
  const { root } = parsePage('<figure><noscript><img src="/real.jpg" alt="A bridge"></noscript></figure>')
  assert.deepEqual(find(root, 'img')?.attributes, { src: '/real.jpg', alt: 'A bridge' })
})

test('attributes nobody reads, such as event handlers, are gone', () => {
  const { root } = parsePage('<p onclick="x()" class="lead" style="color:red">a</p>')
  assert.deepEqual(find(root, 'p')?.attributes, { class: 'lead' })
})

test('markup beyond the size cap is reported, not read', () => {
  const { removals } = parsePage(`<p>start</p>${' '.repeat(maxHtmlLength)}<p>end</p>`)
  assert.equal(removals[0]?.step, 'size cap')
})

test('elements beyond the bound keep their text', () => {
  const { root, elementCount } = parsePage('<i>x</i>'.repeat(70_000))
  assert.equal(elementCount, 60_000)
  assert.equal(allText(root).match(/x/g)?.length, 70_000)
})

test('the tree is never deeper than the bound', () => {
  const { root } = parsePage(`${'<div>'.repeat(5_000)}x`)
  let depth = 0
  for (let at: PageElement | undefined = root; at !== undefined; depth++)
    at = at.children.find((child) => typeof child !== 'string')
  assert.ok(depth <= 210, String(depth))
})

test('no text at all makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (html) => void parsePage(html)))
})
