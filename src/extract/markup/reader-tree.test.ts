import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Readability } from '@mozilla/readability'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { parsePage } from './page-tree.ts'
import { type ReaderDocument, type ReaderNode, readerDocument } from './reader-tree.ts'

const title = 'A title of none'
const pages = fileURLToPath(new URL('../../../test/fixtures/pages/', import.meta.url))

function documentOf(body: string): ReaderDocument {
  const document = readerDocument(parsePage(`<body>${body}</body>`).root, 'A title')
  assert.ok(document)
  return document
}

function markupOf(node: ReaderNode): string {
  if (node.nodeType === 3) return node.data.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('')
  const within = node.childNodes.map(markupOf).join('')
  if (node.localName === undefined) return within
  return /^(?:br|hr|img)$/.test(node.localName)
    ? `<${node.localName}${attributes}>`
    : `<${node.localName}${attributes}>${within}</${node.localName}>`
}

/** Ignores white space: empty elements are not copied. */
function textFoundIn(document: unknown): string {
  const text = new Readability(document as never, { disableJSONLD: true }).parse()?.textContent ?? ''
  return text.replace(/\s+/g, ' ').trim()
}

for (const name of readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')))
  test(`Readability finds on our tree what it finds on a whole DOM: ${name}`, () => {
    const { root } = parsePage(readFileSync(`${pages}/${name}`, 'utf8'))
    const document = readerDocument(root, title)
    assert.ok(document)
    const whole = parseHTML(
      `<!doctype html><html><head><title>${title}</title></head>${markupOf(document.body)}</html>`,
    ).document
    assert.equal(textFoundIn(document), textFoundIn(whole))
  })

test('text is told anew after something below changed', () => {
  const { body } = documentOf('<div><p>One</p><p>Two</p></div><p>Three</p>')
  assert.equal(body.textContent, 'OneTwoThree')
  body.querySelectorAll('p')[1]?.remove()
  assert.equal(body.textContent, 'OneThree')
  const [first] = body.querySelectorAll('p')
  first?.appendChild(first.ownerDocument!.createTextNode(' more'))
  assert.equal(body.textContent, 'One moreThree')
})

test('the body comes back as it was when Readability begins anew, as often as it does', () => {
  const { body } = documentOf('<div class="a"><p>One</p></div><p>Two</p>')
  const kept = body.innerHTML
  for (let round = 0; round < 2; round++) {
    body.querySelectorAll('div')[0]?.remove()
    assert.equal(body.textContent, 'Two')
    body.innerHTML = kept
    assert.equal(body.textContent, 'OneTwo')
    assert.equal(body.querySelectorAll('div')[0]?.className, 'a')
  }
})

test('what holds nothing is not there, but for the space that parts two words', () => {
  const { body } = documentOf('<p>one<b> </b>two<a href="/x"></a>three</p><div><div></div></div><ul></ul>')
  assert.equal(body.textContent, 'one two three')
  assert.deepEqual(
    body.children.map(({ localName }) => localName),
    ['p'],
  )
})

test('a page with nothing to read is no document', () => {
  assert.equal(readerDocument(parsePage('<body><div></div></body>').root, ''), undefined)
})

test('whatever is moved, every child knows its neighbors and the text is that of the children', () => {
  const step = fc.record({ what: fc.constantFrom('append', 'replace', 'remove'), from: fc.nat(9), to: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { body } = documentOf(Array.from({ length: 9 }, (_, at) => `<div><p>w${at} </p></div>`).join(''))
      for (const { what, from, to } of steps) {
        const all = body.querySelectorAll('div,p')
        const node = all[from % Math.max(1, all.length)]
        const other = all[to % Math.max(1, all.length)]
        if (node === undefined || other === undefined || node.querySelectorAll('div,p').includes(other)) continue
        if (node === other) continue
        if (what === 'remove') node.remove()
        else if (what === 'append') other.appendChild(node)
        else if (!other.querySelectorAll('div,p').includes(node)) other.parentNode?.replaceChild(node, other)
        for (const parent of [body, ...body.querySelectorAll('div,p')]) {
          const { childNodes } = parent
          assert.ok(childNodes.at(-1) === (parent.lastChild ?? undefined))
          assert.ok(childNodes.every((child, at) => child.previousSibling === (childNodes[at - 1] ?? null)))
          assert.ok(childNodes.every((child) => child.parentNode === parent))
          assert.equal(parent.textContent, childNodes.map(({ textContent }) => textContent).join(''))
        }
      }
    }),
    { numRuns: 60 },
  )
})
