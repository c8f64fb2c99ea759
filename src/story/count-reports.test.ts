import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReports } from './count-reports.ts'
import { type ArticleFixture, storyInput, syndication } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const text = 'The council approved the plan. Work begins in May. The bridge costs a lot. The mayor is glad.'
function count(...fixtures: (Omit<ArticleFixture, 'text'> & { text?: string })[]) {
  const inputs = fixtures.map((fixture, index) => storyInput({ text, at: `2025-03-04T1${index}:00:00Z`, ...fixture }))
  return countReports(readMembers(inputs))
}

describe('countReports', () => {
  it('counts articles that share nothing as reports of their own', () => {
    const { members, reports } = count({ id: 'a' }, { id: 'b' })
    assert.deepEqual(
      members.map(({ role, own }) => [role, own]),
      [
        ['original', 1],
        ['original', 1],
      ],
    )
    assert.deepEqual(
      reports.map(({ originName, how }) => [originName, how]),
      [
        ['Outlet a', 'alone'],
        ['Outlet b', 'alone'],
      ],
    )
  })

  it('counts a whole copy with its original, and names the original', () => {
    const { members, reports } = count({ id: 'a' }, { id: 'b', syndications: [syndication('b', 'a')] })
    assert.equal(reports.length, 1)
    assert.deepEqual(reports[0], { group: 0, originName: 'Outlet a', how: 'time', documentIds: ['a', 'b'] })
    assert.equal(members[1]?.role, 'copy')
    assert.equal(members[1]?.copiedFrom, 'a')
    assert.equal(members[1]?.own, 0)
  })

  it('reads the same facts when only the original tells of its copy', () => {
    const told = syndication('a', 'b', { isCopyOfOther: false })
    const { members, reports } = count({ id: 'a', syndications: [told] }, { id: 'b' })
    assert.equal(reports.length, 1)
    assert.equal(members[0]?.role, 'original')
    assert.equal(members[1]?.role, 'copy')
  })

  it('names the agency of the credit line though its own text is not held', () => {
    const { members, reports } = count(
      { id: 'a', credit: 'PA' },
      { id: 'b', credit: 'PA', syndications: [syndication('b', 'a', { direction: { kind: 'credit', agency: 'PA' } })] },
    )
    assert.deepEqual(
      reports.map(({ originName, how }) => [originName, how]),
      [['PA', 'credit']],
    )
    assert.deepEqual(
      members.map(({ role, own }) => [role, own]),
      [
        ['copy', 0],
        ['copy', 0],
      ],
    )
  })

  it('tells which outlet alone credits an agency, and none where a second owner or the agency itself bears it out', () => {
    const typed = { id: 'b', credit: 'Reuters', syndications: [syndication('b', 'a')] }
    const claimants = (...fixtures: Parameters<typeof count>) => count(...fixtures).reports.map((one) => one.claimedBy)
    assert.deepEqual(claimants({ id: 'a' }, typed), ['Outlet b'])
    assert.deepEqual(claimants({ id: 'a', credit: 'Reuters' }, typed), [undefined])
    assert.deepEqual(claimants({ id: 'a', outlet: 'Reuters' }, typed), [undefined])
    const family = 'Norse Press'
    assert.deepEqual(claimants({ id: 'a', credit: 'Reuters', family }, { ...typed, family }), ['Outlet a'])
    assert.deepEqual(claimants({ id: 'a' }, { id: 'c' }), [undefined, undefined])
  })

  it('knows an agency by its longer names', () => {
    const { reports, members } = count(
      { id: 'a', outlet: 'PA Media' },
      { id: 'b', credit: 'Press Association', syndications: [syndication('b', 'a')] },
    )
    assert.equal(reports.length, 1)
    assert.equal(reports[0]?.originName, 'PA')
    assert.equal(members[0]?.role, 'original')
  })

  it('does not decide for an article with a credit and a reporter of its own', () => {
    const { members } = count({ id: 'a', credit: 'Reuters', authors: ['Jo Field'] })
    assert.equal(members[0]?.role, 'undecided')
  })

  it('takes the origin the feed names for a credit line', () => {
    const { reports } = count({ id: 'a', originName: 'Reuters' }, { id: 'b', credit: 'Reuters' })
    assert.deepEqual(
      reports.map(({ originName }) => originName),
      ['Reuters'],
    )
  })

  it('says undecided when nothing tells who had it first', () => {
    const unknown = syndication('b', 'a', { direction: { kind: 'undecided' } })
    const { members, reports } = count({ id: 'a' }, { id: 'b', syndications: [unknown] })
    assert.deepEqual(
      members.map(({ role }) => role),
      ['undecided', 'undecided'],
    )
    assert.equal(reports.length, 1)
    assert.equal(reports[0]?.how, 'undecided')
  })

  it('counts outlets of one family once', () => {
    const { reports } = count({ id: 'a', family: 'Norse Press' }, { id: 'b', family: 'Norse Press' }, { id: 'c' })
    assert.deepEqual(
      reports.map(({ documentIds }) => documentIds),
      [['a', 'b'], ['c']],
    )
    assert.deepEqual(
      reports.map(({ owner }) => owner),
      ['Norse Press', undefined],
    )
  })

  it('names no owner where copying, or one outlet, makes articles one report', () => {
    const family = 'Norse Press'
    const copied = count({ id: 'a', family }, { id: 'b', family, syndications: [syndication('b', 'a')] })
    const same = count({ id: 'a', outlet: 'Herald', family }, { id: 'b', outlet: 'Herald', family })
    for (const { reports } of [copied, same]) assert.deepEqual([reports.length, reports[0]?.owner], [1, undefined])
  })

  it('counts two own articles of one outlet as one report', () => {
    const { reports } = count({ id: 'a', outlet: 'Herald' }, { id: 'b', outlet: 'Herald' })
    assert.equal(reports.length, 1)
    assert.equal(reports[0]?.how, 'alone')
  })

  it('keeps an outlet’s own article apart from the wire copy it also printed', () => {
    const { reports } = count(
      { id: 'wire', outlet: 'Reuters' },
      { id: 'copy', outlet: 'Herald', credit: 'Reuters', syndications: [syndication('copy', 'wire')] },
      { id: 'own', outlet: 'Herald' },
    )
    assert.deepEqual(
      reports.map(({ documentIds }) => documentIds),
      [['wire', 'copy'], ['own']],
    )
  })

  const borrowed = (end: number) =>
    syndication('b', 'a', {
      kind: 'shares-passages',
      share: 0.3,
      otherShare: 0.3,
      passages: [{ span: { start: 0, end }, otherSpan: { start: 0, end }, isQuotation: false }],
    })

  it('counts an article that borrows a passage as a report of its own when most of it is its own', () => {
    const { members, reports } = count({ id: 'a' }, { id: 'b', syndications: [borrowed(30)] })
    assert.equal(reports.length, 2)
    assert.equal(members[1]?.role, 'partly-own')
    assert.equal(members[1]?.copiedFrom, 'a')
    assert.ok((members[1]?.own ?? 0) > 0.5)
  })

  it('counts it with the other when little is its own', () => {
    const { members, reports } = count({ id: 'a' }, { id: 'b', syndications: [borrowed(75)] })
    assert.equal(reports.length, 1)
    assert.equal(members[1]?.role, 'partly-own')
    assert.ok((members[1]?.own ?? 1) < 0.5)
  })

  it('does not take a shared quotation for copying', () => {
    const quotation = syndication('b', 'a', {
      kind: 'shared-quotation',
      share: 0.6,
      passages: [{ span: { start: 0, end: 60 }, otherSpan: { start: 0, end: 60 }, isQuotation: true }],
    })
    const { members, reports } = count({ id: 'a' }, { id: 'b', syndications: [quotation] })
    assert.equal(reports.length, 2)
    assert.equal(members[1]?.role, 'original')
    assert.equal(members[1]?.own, 1)
  })

  it('joins two copies of a text outside the story', () => {
    const { reports, members } = count(
      { id: 'a', syndications: [syndication('a', 'elsewhere')] },
      { id: 'b', syndications: [syndication('b', 'elsewhere')] },
    )
    assert.equal(reports.length, 1)
    assert.equal(members[0]?.copiedFrom, 'elsewhere')
  })

  it('numbers groups by their earliest member and puts every document in one', () => {
    const { members, reports } = count(
      { id: 'a' },
      { id: 'b' },
      { id: 'c', syndications: [syndication('c', 'a')] },
      { id: 'd', syndications: [syndication('d', 'b')] },
    )
    assert.deepEqual(
      members.map(({ group }) => group),
      [0, 1, 0, 1],
    )
    assert.equal(reports.flatMap(({ documentIds }) => documentIds).length, 4)
  })

  it('counts an agency’s later text with its earlier one though they share passages only', () => {
    const shares = syndication('b', 'a', {
      kind: 'shares-passages',
      share: 0.3,
      passages: [{ span: { start: 0, end: 30 }, otherSpan: { start: 0, end: 30 }, isQuotation: false }],
    })
    const { reports } = count({ id: 'a', credit: 'PA' }, { id: 'b', credit: 'PA', syndications: [shares] }, { id: 'c' })
    assert.deepEqual(
      reports.map(({ originName, documentIds }) => [originName, documentIds]),
      [
        ['PA', ['a', 'b']],
        ['Outlet c', ['c']],
      ],
    )
  })

  it('reads the agency in a dateline as a credit, by its initials or its full name, unless a reporter signs', () => {
    const dispatch = 'SANDVIK (CNA) – The council approved the plan. Work begins in May.'
    const full = { id: 'b', credit: 'Coastal News Agency' }
    const origins = (authors: string[]) =>
      count({ id: 'a', text: dispatch, authors }, full).reports.map(({ originName }) => originName)
    assert.deepEqual(origins(['CNA staff']), ['Coastal News Agency'])
    assert.deepEqual(origins([]), ['Coastal News Agency'])
    assert.deepEqual(origins(['Anna Lindqvist']), ['Outlet a', 'Coastal News Agency'])
  })

  it('counts a chain of copies once, though the last names nobody and took it from the second', () => {
    const fromAgency = { kind: 'credit', agency: 'PA' } as const
    const { reports, members } = count(
      { id: 'wire', outlet: 'PA Media' },
      { id: 'a', credit: 'PA', syndications: [syndication('a', 'wire', { direction: fromAgency })] },
      { id: 'b', syndications: [syndication('b', 'a')] },
    )
    assert.deepEqual(
      reports.map(({ originName, how, documentIds }) => [originName, how, documentIds]),
      [['PA', 'credit', ['wire', 'a', 'b']]],
    )
    assert.deepEqual(
      members.map(({ role }) => role),
      ['original', 'copy', 'copy'],
    )
  })

  it('counts the copies of one agency once, whatever families print them, and keeps the families’ own reports apart', () => {
    const { reports } = count(
      { id: 'a', family: 'Norse Press', credit: 'PA' },
      { id: 'b', family: 'Alder Group', credit: 'PA', syndications: [syndication('b', 'a')] },
      { id: 'c', family: 'Norse Press' },
      { id: 'd', family: 'Alder Group' },
    )
    assert.deepEqual(
      reports.map(({ originName, owner, documentIds }) => [originName, owner, documentIds]),
      [
        ['PA', undefined, ['a', 'b']],
        ['Outlet c', undefined, ['c']],
        ['Outlet d', undefined, ['d']],
      ],
    )
  })

  const piece = (start: number, end: number) => ({
    span: { start, end },
    otherSpan: { start: 0, end: end - start },
    isQuotation: false,
  })
  for (const kind of ['live', 'roundup'] as const)
    it(`takes a ${kind} page for no original; when all of it is others’ it is counted with one, and joins no two`, () => {
      const cut = (id: string) => syndication(id, 'page', { kind: 'cut-copy', share: 0.9, otherShare: 0.1 })
      const { reports, members } = count(
        { id: 'page', article: { kind } },
        { id: 'a', syndications: [cut('a')] },
        { id: 'b', syndications: [cut('b')] },
      )
      assert.deepEqual(
        reports.map(({ originName, documentIds }) => [originName, documentIds]),
        [
          ['Outlet a', ['page', 'a']],
          ['Outlet b', ['b']],
        ],
      )
      assert.deepEqual(
        members.slice(1).map(({ role, own }) => [role, own]),
        [
          ['original', 1],
          ['original', 1],
        ],
      )
      assert.equal(members[0]?.copiedFrom, 'a')
    })

  it('counts what a live page gathers as others’, though the page is dated earlier, and the rest as its own report', () => {
    const gathered = syndication('a', 'page', {
      kind: 'shares-passages',
      share: 0.4,
      otherShare: 0.2,
      passages: [{ span: piece(0, 30).span, otherSpan: piece(0, 30).span, isQuotation: false }],
    })
    const { reports, members } = count({ id: 'page', article: { kind: 'live' } }, { id: 'a', syndications: [gathered] })
    assert.equal(reports.length, 2)
    assert.equal(members[0]?.role, 'partly-own')
    assert.ok((members[0]?.own ?? 1) < 1)
    assert.equal(members[1]?.role, 'original')
  })

  it('counts a live page that another outlet prints whole as one report', () => {
    const live = { kind: 'live' } as const
    const { reports } = count(
      { id: 'a', article: live },
      { id: 'b', article: live, syndications: [syndication('b', 'a')] },
    )
    assert.deepEqual(
      reports.map(({ documentIds }) => documentIds),
      [['a', 'b']],
    )
  })

  const told = {
    id: 'told',
    outlet: 'Corran Herald',
    text: 'Mayor Jane Roe will not run again. “I have given this town all that I had,” she told the Herald. Corran votes in May. Her deputy wants to run.',
  }
  const retelling = {
    id: 'retelling',
    outlet: 'Aldmere Post',
    title: 'Mayor Jane Roe will not run again',
    text: 'Jane Roe leaves office in May. “I have given this town all that I had,” she told the Corran Herald. She is 61. Nobody else has said they will run.',
  }

  it('counts an article that retells what somebody told another outlet with the report of that outlet', () => {
    const { members, reports } = count(told, retelling, { id: 'own' })
    assert.deepEqual(
      reports.map(({ originName, how, documentIds }) => [originName, how, documentIds]),
      [
        ['Corran Herald', 'credit', ['told', 'retelling']],
        ['Outlet own', 'alone', ['own']],
      ],
    )
    assert.deepEqual(
      members.map(({ role, retells }) => [role, retells?.exact]),
      [
        ['original', undefined],
        ['original', '“I have given this town all that I had,” she told the Corran Herald.'],
        ['original', undefined],
      ],
    )
  })

  it('counts it apart if the outlet has another report, or the article has words of its own from somebody', () => {
    const another = { ...told, text: 'The bridge in Corran closes. “It rusts,” an engineer told the Corran Herald.' }
    assert.equal(count(another, retelling).reports.length, 2)
    const own = { ...retelling, text: `${retelling.text} Her deputy told the Aldmere Post that he will run.` }
    assert.equal(count(told, own).reports.length, 2)
    const asked = { ...retelling, text: `${retelling.text} She did not respond to the Aldmere Post.` }
    assert.equal(count(told, asked).reports.length, 1)
  })

  it('counts articles that retell one outlet once, though its own article is missing', () => {
    const one = { id: 'a', text: 'The ministry plans to close the port, Reuters reported on Monday. It is old.' }
    const other = { id: 'b', text: 'A port may close. According to Reuters, the ministry has decided it. It is old.' }
    assert.deepEqual(
      count(one, other).reports.map(({ originName, how }) => [originName, how]),
      [['Reuters', 'credit']],
    )
    assert.deepEqual(
      count(one, { id: 'b' }).reports.map(({ originName }) => originName),
      ['Outlet a', 'Outlet b'],
    )
  })

  it('does not take a reaction to a report, an earlier interview or a survey for retelling', () => {
    const sentences = [
      'The minister resigned after Reuters reported that he owns the port.',
      'The minister denied on Monday what Reuters reported.',
      'The minister had told Reuters last year that he would stay.',
      'Most people want the port, according to a Reuters poll.',
    ]
    for (const text of sentences)
      assert.equal(count({ id: 'wire', outlet: 'Reuters' }, { id: 'b', text }).reports.length, 2, text)
  })
})
