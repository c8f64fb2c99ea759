import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf } from '../test-document.ts'

/** Who speaks the last words of a text. */
function speaker(...paragraphs: string[]): string | undefined {
  return quotesOf(documentOf(paragraphs)).at(-1)?.speaker?.name
}

describe('whom a pronoun means', () => {
  it('is nobody where another of that gender was named since, or acts in between', () => {
    for (const text of [
      ['Tom Reed left at noon.', 'What has Jack Poe said?', 'On Friday he said the plan was off.'],
      ['Tom Reed insisted that Jack Poe was there when he said the plan was off.'],
      ['Tom Reed slept.', 'The talks came as Jack Poe condemned the plan and what he called “a shame”.'],
    ])
      assert.equal(speaker(...text), undefined, text.join(' '))
  })

  it('is nobody behind a name of which nothing is known, also further back, and behind a pronoun that is nobody', () => {
    const zinn = 'In Alton, 23-year-old Zaria Zinn is at home with her parents. They turned the yard into a beach.'
    assert.equal(speaker('Jane Roe baked a cake.', zinn, '“We made a passport,” she said.'), undefined)
    assert.equal(
      speaker('Jane Roe baked a cake.', `${zinn} She wrote cards.`, '“I made a passport,” she said.'),
      undefined,
    )
  })

  it('is not who says so where somebody near is surely of that gender', () => {
    const cardell = 'Ms Cardell had acted on the readings. “They changed,” she said.'
    const pettifer = 'Lorne Pettifer, who leads the party, said she had lost a day. “She bought a loaf,” he said.'
    assert.equal(speaker(cardell, pettifer), 'Lorne Pettifer')
  })

  it('is who is named behind what they said, however much follows', () => {
    const rusk =
      'That would be enough, said Professor Anneke Rusk, who studies elections at Aldmere University and was watching from the gallery.'
    assert.equal(speaker('Thirty-one of them were for Ms Strand.', rusk, '“It is a mistake,” she said.'), 'Anneke Rusk')
  })

  it('is not whom a report is about, when the pronoun makes it', () => {
    assert.equal(speaker('The referee Jack Poe should have left the field, he said.'), undefined)
    const reed = 'Tom Reed called the match a shame.'
    assert.equal(speaker(reed, 'Jane Poe should have left the field, he said.'), 'Tom Reed')
  })

  it('is who spoke behind quoted words, however long the text says who that is', () => {
    const said =
      'It was “a good plan,” said Tom Reed, assistant professor of law at the school of Alton, who worked for Jack Poe on the court.'
    assert.equal(speaker(said, 'He called the judge “a quiet man”.'), 'Tom Reed')
  })

  it('is the only one whom the sentence names before a clause that it begins', () => {
    assert.equal(speaker('The teams had asked Jack Poe to go on, but he said the match was over.'), 'Jack Poe')
  })

  it('is the subject of the sentence before, whom it describes with who, or by a party', () => {
    for (const text of [
      'On Monday Tom Reed, the mayor who is trying to save the bridge, refused to go.',
      'Rep. Tom Reed, D-N.Y., who leads the council, has not refused to go.',
    ])
      assert.equal(speaker('Jack Poe left.', `${text} “We stay,” he told reporters.`), 'Tom Reed', text)
  })
})

describe('a surname of two', () => {
  it('is that of the one who acted, and nobody with younger', () => {
    const family = 'Police looked for Corporal Ronil Quill of Alton. Reggie Quill spoke of his brother.'
    assert.equal(speaker(family, '“We need help,” Mr. Quill said.'), 'Reggie Quill')
    const biden = 'Hector Quill works for Joe Quill. “I made a mistake,” the younger Quill said.'
    assert.equal(speaker(biden), undefined)
  })
})

describe('somebody without a name', () => {
  it('may be meant by a pronoun after them', () => {
    const maria = '“The roof fell,” said the neighbor Maria Lund.'
    const other = 'Another woman, waiting in front of her ruined house with a child, said she had lost all.'
    assert.equal(speaker(maria, other, 'Crews search the streets.', '“It was a fine town,” she said.'), undefined)
    const tom = '“There is glass all over,” said Tom Poe, who owns a bar.'
    const ranger = 'It was slow as a ranger in the next street, his boots full of mud, helped a boy out of a house.'
    assert.equal(speaker(tom, ranger, '“Now I move away,” he said.'), undefined)
    const aide = 'The press secretary for Norland’s President Tom Poe said the line was open.'
    assert.equal(speaker(aide, '“It is open at all times,” he said.'), undefined)
  })

  it('is not anybody that somebody is called', () => {
    const tom = 'Tom Poe began the day with a sunny post. Hours later, he described himself as a victim.'
    assert.equal(speaker(tom, '“It is a shame,” he told reporters.'), 'Tom Poe')
  })
})

describe('who is meant in a sentence with two', () => {
  it('is not the one before where the sentence says whose something is', () => {
    const poe = 'Tom Poe told the paper that the letter was a fraud.'
    assert.equal(
      speaker(poe, 'Mr Reed’s post comes a day after he told a channel the reports were false.', 'Tom Reed left.'),
      undefined,
    )
  })

  it('is the subject behind a clause in front that a participle opens', () => {
    const poe = 'Tom Poe has been a friend for years.'
    const reed = 'Speaking to reporters as he left the hall on Tuesday, Jack Reed praised Poe as a man of energy.'
    assert.equal(speaker(poe, reed, '“We are always of one mind,” he said.'), 'Jack Reed')
  })
})
