import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeEntities } from './entities.ts'

test('a long text is decoded as if it were short, wherever its references stand', () => {
  const written = '&lt;p&gt;a &amp;amp; b &eacute;&#8217; AT&T &nosuch; '
  const meant = '<p>a &amp; b é’ AT&T &nosuch; '
  for (const before of [0, 1, 7, 20, 65_530, 65_534, 65_536])
    assert.equal(decodeEntities('x'.repeat(before) + written.repeat(4000)), 'x'.repeat(before) + meant.repeat(4000))
})

test('what a document declares is used up in order, in a long text too', () => {
  let left = 3
  const declared = (name: string) => (name === 'a' && left-- > 0 ? 'A' : undefined)
  assert.equal(decodeEntities(`&a;${'x'.repeat(70_000)}&a;&a;&a;`, declared), `A${'x'.repeat(70_000)}AA&a;`)
})
