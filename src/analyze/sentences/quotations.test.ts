import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../test-document.ts'
import { findQuotations } from './quotations.ts'

/** The outer quotations of paragraphs, in words. */
function outer(...paragraphs: string[]): string[] {
  const doc = documentOf(paragraphs)
  return findQuotations(doc.text, doc.blocks)
    .filter((one) => !one.isNested)
    .map(({ inner }) => doc.text.slice(inner.start, inner.end))
}

describe('findQuotations', () => {
  it('reads double marks, straight and curly', () => {
    assert.deepEqual(outer('"We go," she said. "Now."'), ['We go,', 'Now.'])
    assert.deepEqual(outer('“We go,” she said. “Now.”'), ['We go,', 'Now.'])
  })

  it('reads single marks where the apostrophe is the same sign', () => {
    assert.deepEqual(outer("'It's late and we don't know,' she said of the boys' trip."), [
      "It's late and we don't know,",
    ])
    assert.deepEqual(outer('‘It’s late and we don’t know,’ she said.'), ['It’s late and we don’t know,'])
  })

  it('reads an opening curly mark closed by a straight one', () => {
    assert.deepEqual(outer("Roe hails ‘great step' in talks"), ['great step'])
  })

  it('reads an opening curly sign typed where one closes, or for an apostrophe', () => {
    assert.deepEqual(outer('He called it “absurd“ and left. “Quite“, she said.'), ['absurd', 'Quite'])
    assert.deepEqual(outer('The town got a ‘B-‘ for ‘clean air‘.'), ['B-', 'clean air'])
    assert.deepEqual(outer('Quillet‘s lawyers were often late to the mayor‘s hearings.'), [])
  })

  it('keeps a plural possessive inside when a later mark closes', () => {
    assert.deepEqual(outer("'The leaders' talks went well,' she said."), ["The leaders' talks went well,"])
    assert.deepEqual(outer("He praised 'the leaders' and left. 'Good,' he said."), ['the leaders', 'Good,'])
  })

  it('keeps several plural possessives and clipped words inside', () => {
    assert.deepEqual(outer("'The cooks' pay, the maids' pay and the boys' pay went up,' she said."), [
      "The cooks' pay, the maids' pay and the boys' pay went up,",
    ])
    assert.deepEqual(outer("'We had bread an' dripping and went singin' home o' nights,' he said."), [
      "We had bread an' dripping and went singin' home o' nights,",
    ])
    assert.deepEqual(outer("A firm 'no' vote, and one 'maybe'. The 'never again' pledge."), [
      'no',
      'maybe',
      'never again',
    ])
  })

  it('takes a word that may be an elision for one inside a quotation, or where nothing closes', () => {
    assert.deepEqual(outer("'I left 'cause I was tired,' she said."), ["I left 'cause I was tired,"])
    assert.deepEqual(outer("They went 'round the dogs' home."), [])
    assert.deepEqual(outer("It asks for '48 new beds' and 'round the clock' care."), ['48 new beds', 'round the clock'])
  })

  it('takes a mark turned the wrong way on a clipped word for an apostrophe', () => {
    assert.deepEqual(outer('‘It was ‘er that took the keys,’ he said.'), ['It was ‘er that took the keys,'])
    assert.deepEqual(outer('‘She’s the one ‘oo took the keys,’ he said.'), ['She’s the one ‘oo took the keys,'])
  })

  it('reads the same sign within itself when both close', () => {
    assert.deepEqual(outer("'He called it 'fine' and went,' she said."), ["He called it 'fine' and went,"])
    assert.deepEqual(outer('“He called it “fine” and went,” she said.'), ['He called it “fine” and went,'])
  })

  it('reads the same sign within a paragraph that the next goes on with', () => {
    const words = ['That ‘Old Tam’ was seen at all is a wonder to us.', 'We never were.']
    assert.deepEqual(outer('Ms Roe added:', `‘${words[0]}`, `‘${words[1]}’`), words)
    assert.deepEqual(outer('“That “Old Tam” was seen is a wonder.', '“We never were.”'), [
      'That “Old Tam” was seen is a wonder.',
      'We never were.',
    ])
  })

  it('closes at a mark set apart after the end of a sentence', () => {
    assert.deepEqual(outer("'The hall was cold, so we went home. '"), ['The hall was cold, so we went home.'])
    assert.deepEqual(outer("'We went home, ' he said. 'Late.'"), ['We went home,', 'Late.'])
  })

  it('begins anew at a mark that opens when the one before was never closed', () => {
    assert.deepEqual(outer('"We waited there all night, she said. "Nobody came."'), [
      'We waited there all night, she said.',
      'Nobody came.',
    ])
  })

  it('reads an elision at the very start', () => {
    assert.deepEqual(outer("''Twas late,' she said. ''Em too.'"), ["'Twas late,", "'Em too."])
  })

  it('takes an inch for no mark', () => {
    assert.deepEqual(outer('A 5" nail and a 3" screw were "not found".'), ['not found'])
    assert.deepEqual(outer(`"He's 6'2" and still growing," she said.`), ["He's 6'2\" and still growing,"])
  })

  it('takes an elision for no mark', () => {
    assert.deepEqual(outer("Rock 'n' roll of the '90s"), [])
    assert.deepEqual(outer("'Get 'em out,' she said."), ["Get 'em out,"])
  })

  it('reads guillemets and drops the spaces inside them', () => {
    assert.deepEqual(outer('Il a dit : « Nous partons. »'), ['Nous partons.'])
    assert.deepEqual(outer('Il a dit : «\u00a0Nous partons.\u00a0»'), ['Nous partons.'])
    assert.deepEqual(outer('Er sagte: »Wir gehen.«'), ['Wir gehen.'])
  })

  it('reads German marks, low and then high', () => {
    assert.deepEqual(outer('„Wir gehen“, sagte er.'), ['Wir gehen'])
    assert.deepEqual(outer('„Wir gehen”, powiedział.'), ['Wir gehen'])
  })

  it('reads two single signs as one double mark', () => {
    const doc = documentOf(["She said ''we go now'' and left."])
    assert.deepEqual(outer("She said ''we go now'' and left."), ['we go now'])
    assert.equal(findQuotations(doc.text, doc.blocks)[0]?.inner.start, doc.text.indexOf('we go'))
    assert.deepEqual(outer("'He took the boat,'' said Ms Roe. 'Again.'"), ['He took the boat,', 'Again.'])
    assert.deepEqual(outer("''He took it,'' she said. ''Twice.", "''And again.''"), [
      'He took it,',
      'Twice.',
      'And again.',
    ])
  })

  it('finds a quotation inside another, and says so', () => {
    const doc = documentOf(['“He told me ‘never’ and left,” she said.'])
    const found = findQuotations(doc.text, doc.blocks)
    assert.deepEqual(
      found.map(({ inner, isNested }) => [doc.text.slice(inner.start, inner.end), isNested]),
      [
        ['He told me ‘never’ and left,', false],
        ['never', true],
      ],
    )
  })

  it('links paragraphs of one speech: each opens, only the last closes', () => {
    const doc = documentOf([
      "'It is a long road, she said.",
      "'And we will walk it.",
      "'All of it.'",
      "'Good,' said he.",
    ])
    const found = findQuotations(doc.text, doc.blocks)
    assert.deepEqual(
      found.map(({ id, continues, isClosed }) => [id, continues, isClosed]),
      [
        [0, undefined, false],
        [1, 0, false],
        [2, 1, true],
        [3, undefined, true],
      ],
    )
  })

  it('takes a clipped word before a paragraph of speech for no speech', () => {
    assert.deepEqual(outer("They gave 'eed to the old captain.", "'Good,' said Ms Roe."), ['Good,'])
    assert.deepEqual(outer("She told us 'We walk it.", "'All of it.'"), ['We walk it.', 'All of it.'])
  })

  it('parts paragraphs that were run together into one', () => {
    const one = "Ms Roe said: 'The bridge must stay open for all of us. 'And I hope the mayor will see that.' She left."
    assert.deepEqual(outer(one), ['The bridge must stay open for all of us.', 'And I hope the mayor will see that.'])
  })

  it('keeps a quotation whose closing mark was lost, when it reads as speech', () => {
    assert.deepEqual(outer('She said: “The bridge must stay open for all.'), ['The bridge must stay open for all.'])
    assert.deepEqual(outer('A 5" nail'), [])
  })

  it('never lets a quotation run over into a block that does not go on with it', () => {
    assert.deepEqual(outer('She said: “The bridge must stay open for all.', 'He left. “Fine,” she said.'), [
      'The bridge must stay open for all.',
      'Fine,',
    ])
  })

  it('takes feet, years and lone apostrophes for what they are', () => {
    assert.deepEqual(outer("The players' union met in the summer of '66 at James' house."), [])
  })

  it('finds each of ten thousand quotations in one paragraph and in as many', () => {
    const one = '“We go,” she said. ‘We stay,’ said he. '
    assert.equal(outer(one.repeat(5000)).length, 10_000)
    assert.equal(outer(...Array<string>(5000).fill(one.trim())).length, 10_000)
  })

  it('reads a quarter of a megabyte of signs, and nests no deeper than eight', () => {
    for (const signs of ['‘「’ ', "s' ", '“"\'']) {
      const text = signs.repeat(Math.ceil(250_000 / signs.length))
      const found = findQuotations(text, [{ start: 0, end: text.length }])
      assert.ok(found.length <= text.length / 2, signs)
    }
    const nested = `${'「a'.repeat(20)}${'」'.repeat(20)}`
    assert.equal(findQuotations(nested, [{ start: 0, end: nested.length }]).length, 8)
  })
})
