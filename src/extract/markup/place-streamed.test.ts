import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { parsePage } from './page-tree.ts'

const textsOf = (html: string): string[] => blocksOf(parsePage(html).root).map(({ text }) => text)

test('what a page sends late and hidden stands where its script would put it', () => {
  const html = `<body><main><h1>Ferry</h1><template id="B:0"></template><p>The end.</p></main>
<div hidden id="S:0"><p>The ferry sails again.</p><template id="B:a"></template></div>
<div hidden id="S:a"><p>At nine.</p></div></body>`
  assert.deepEqual(textsOf(html), ['Ferry', 'The ferry sails again.', 'At nine.', 'The end.'])
})

test('a part without a place is shown where it is, and what is hidden otherwise stays so', () => {
  const html = '<div hidden id="S:1"><p>Shown.</p></div><div hidden id="menu"><p>Not shown.</p></div>'
  assert.deepEqual(textsOf(html), ['Shown.'])
})

test('parts that would hold one another end', () => {
  const html = `<div hidden id="S:0"><p>One.</p><template id="B:0"></template><template id="B:1"></template></div>
<div hidden id="S:1"><p>Two.</p><template id="B:0"></template></div>`
  assert.deepEqual(textsOf(html), ['One.', 'Two.'])
})

test('parts that name one another’s places end', () => {
  const html = `<div hidden id="S:0"><p>One.</p><template id="B:1"></template></div>
<div hidden id="S:1"><p>Two.</p><template id="B:0"></template></div>`
  assert.deepEqual(textsOf(html).sort(), ['One.', 'Two.'])
})
