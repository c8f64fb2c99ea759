import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documents, dossier, emptyDossier } from './export-fixture.ts'
import { markdown } from './markdown.ts'

const text = markdown.render(dossier, documents)

describe('the Markdown export', () => {
  it('has a heading for the story and for each part that has something', () => {
    assert.match(text, /^# Council "approves" bridge\n/)
    for (const part of [
      'In brief',
      'Where accounts differ',
      'Who said what',
      'Commitments',
      'Timeline',
      'Figures',
      'Corrections by the outlets',
      'Reports',
      'Sources',
    ])
      assert.ok(text.includes(`\n## ${part}\n`), part)
  })

  it('cites every line and lists each source once', () => {
    assert.match(text, /- The council approved the bridge on Monday\. \[1\] \[2\]/)
    assert.equal(text.match(/^\[1\]: /gm)?.length, 1)
    assert.match(
      text,
      /^\[1\]: <https:\/\/herald\.example\/bridge> "Sandvik Herald: Council \\"approves\\" bridge, 2025-03-04T10:00:00Z"$/m,
    )
  })

  it('takes the characters of outside text literally', () => {
    assert.match(text, /“We will open it in \\<May\\>, if \\\*all\\\* goes well,”/)
    assert.doesNotMatch(text, /<May>/)
  })

  it('says to whom, where and on what something was said', () => {
    assert.match(text, /goes well,”, to callers, in Sandvik, on local radio — Sandvik Herald/)
  })

  it('links only to web addresses', () => {
    assert.doesNotMatch(text, /javascript:/)
    assert.match(text, /^\[2\]: <#> /m)
  })

  it('says what is planned, what is promised by whom, and what is not known', () => {
    assert.match(text, /2025-05 to 2025-06 \(planned\), “May”: /)
    assert.match(text, /according to Erik Holm; condition: .*; due: /)
    assert.match(text, /\n {2}- date changed, 2025-03-05: Erik Holm rejected this notion\. .*\(now: “on Monday”\)/)
    assert.match(text, /PA \(who had it first is not known\), carried by Post, Morning/)
    assert.match(text, /people killed: 12 .* → 14 /)
    assert.match(text, /2 articles, 2 independent reports\. First: Sandvik Herald/)
  })

  it('leaves out parts that are empty', () => {
    const empty = markdown.render(emptyDossier, documents)
    assert.doesNotMatch(empty, /^## /m)
    assert.match(empty, /0 articles/)
  })

  it('refuses to name a source it was not given', () => {
    assert.throws(() => markdown.render(dossier, {}), /doc-a is cited but not given/)
  })

  it('says what it is', () => {
    assert.deepEqual([markdown.mediaType, markdown.extension], ['text/markdown; charset=utf-8', 'md'])
  })
})
