import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { citing, documents, dossier, emptyDossier } from './export-fixture.ts'
import { markdown } from './markdown.ts'
import { facts } from './story-facts-fixture.ts'

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

  it('puts between marks only what stands between marks, and says what bounds a number has', () => {
    const [{ utterances }] = dossier.ledger as [(typeof dossier.ledger)[0]]
    const wording = { ...utterances[0]!.wordings[0], kind: 'mixed' as const, confidence: 0.5 }
    const [figure] = dossier.figures as [(typeof dossier.figures)[0]]
    const made = markdown.render(
      {
        ...dossier,
        ledger: [{ ...dossier.ledger[0]!, utterances: [{ ...utterances[0]!, wordings: [wording] }] }],
        figures: [{ ...figure, readings: [{ ...figure.readings[0]!, low: figure.readings[0]!.value }] }],
      },
      documents,
    )
    assert.match(made, /^- We will open it in [^“”]* \(probably\)/m)
    assert.match(made, /: at least \d/)
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

  it('says which outlet alone credits an agency', () => {
    const [first, agency] = dossier.reports
    const reports = [first!, { ...agency!, how: 'credit' as const, claimedBy: 'Third' }]
    assert.match(markdown.render({ ...dossier, reports }, documents), /- PA \(only Third credits it\), carried by/)
  })

  it('says what it is about, which outlet carries which point, and the words they chose', () => {
    const outlets = ['Sandvik Herald', 'Post, Morning', 'Third']
    const point = {
      text: 'The council approved the bridge on Monday.',
      citations: [citing('The council approved the bridge on Monday.')] as const,
      of: 'sentence' as const,
      knownAt: '2025-03-04T10:00:00Z',
      isOnlyHere: false,
      cells: [
        { kind: 'carries' as const, citation: citing('The council') },
        { kind: 'left-out' as const },
        { kind: 'not-known' as const, why: 'short' as const },
      ],
    }
    const use = { documentId: citing('rejected').documentId, citation: citing('rejected'), span: { start: 0, end: 8 } }
    const wordChoices = [
      {
        words: [
          { word: 'rejected', uses: [{ outlet: 'Sandvik Herald', ...use }] as const },
          {
            word: 'slammed',
            uses: [{ outlet: 'Post, Morning', ...use, citation: citing('notion', 'doc-b') }] as const,
          },
        ],
      },
    ]
    const more = markdown.render({ ...dossier, coverage: { outlets, points: [point] }, wordChoices }, documents, facts)
    assert.match(more, /^Topics: politics \(medtop:11000000\)\.$/m)
    assert.match(more, /on Monday\. \[1\] \(carried by: Sandvik Herald; left out by: Post, Morning; not known: Third\)/)
    assert.match(more, /^- “rejected” \(Sandvik Herald \[1\]\) · “slammed” \(Post, Morning \[2\]\)$/m)
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
