import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, mentionsOf, wordsOf } from './test-document.ts'

/** Mentions of one kind: the words, whom they name, and the role beside them. */
function mentioned(kind: 'person' | 'organization' | 'place', ...paragraphs: string[]): string[] {
  const doc = documentOf(paragraphs)
  return mentionsOf(doc)
    .filter((mention) => mention.kind === kind)
    .map(({ span, entity, role }) => {
      const of = role ? ` [${wordsOf(doc, role)}]` : ''
      return `${wordsOf(doc, span)} = ${entity.name}${of}`
    })
}
const people = (...paragraphs: string[]): string[] => mentioned('person', ...paragraphs)

describe('people by name', () => {
  it('are known by full name, then by title and last name', () => {
    assert.deepEqual(people('Jane Roe opened the bridge. Ms Roe was glad. Roe left.'), [
      'Jane Roe = Jane Roe',
      'Ms Roe = Jane Roe',
      'Roe = Jane Roe',
    ])
  })

  it('are known by their given name after Sir', () => {
    assert.deepEqual(people('Sir Alan Roe opened the bridge. Sir Alan was glad.'), [
      'Sir Alan Roe = Alan Roe',
      'Sir Alan = Alan Roe',
    ])
  })

  it('carry the role written beside them', () => {
    assert.deepEqual(people('The bill by French Finance Minister Jane Roe failed.'), [
      'Jane Roe = Jane Roe [French Finance Minister]',
    ])
    assert.deepEqual(people('It was council leader Jane Roe.'), ['Jane Roe = Jane Roe [council leader]'])
  })

  it('are as in the text, not as in a line of capitals', () => {
    assert.deepEqual(
      people('JANE ROE: I saw it.', 'JANE ROE SAYS SO', 'Later Jane Roe left.').at(-1),
      'Jane Roe = Jane Roe',
    )
    assert.deepEqual(people('President Donald Roe left.', 'The mill, Says Roe, is shut.'), [
      'Donald Roe = Donald Roe [President]',
      'Roe = Donald Roe',
    ])
  })

  it('are the first of several behind one title', () => {
    assert.deepEqual(people('Justices Jane Roe and Tom Poe agreed.'), [
      'Jane Roe = Jane Roe [Justices]',
      'Tom Poe = Tom Poe',
    ])
  })

  it('are not those of a report, a court or several', () => {
    assert.deepEqual(people('It was lead prosecutor Jane Roe. The court met. Prosecutors left.'), [
      'Jane Roe = Jane Roe [lead prosecutor]',
    ])
  })

  it('are meant by a pronoun right behind what they say', () => {
    assert.deepEqual(people('Jane Roe paused after Ann Poe said she would go.').slice(1), [
      'Ann Poe = Ann Poe',
      'she = Ann Poe',
    ])
  })

  it('are not read out of a role alone', () => {
    assert.deepEqual(people('The Prime Minister met the Foreign Secretary.'), [])
  })

  it('are one person in two spellings', () => {
    const doc = documentOf(['Volodymyr Zelenskyy spoke. Mr Zelensky left.'])
    assert.deepEqual([...new Set(mentionsOf(doc).map(({ entity }) => entity.id))], ['person:volodymyr-zelensky'])
  })

  it('with a particle or hyphen are whole', () => {
    assert.deepEqual(people('We met Anna van der Roe and Jean-Paul Poe there.'), [
      'Anna van der Roe = Anna van der Roe',
      'Jean-Paul Poe = Jean-Paul Poe',
    ])
  })

  it('with an uncommon given name are known by what follows', () => {
    assert.deepEqual(people('Later Zebulon Quill said it was over.'), ['Zebulon Quill = Zebulon Quill'])
    assert.deepEqual(people('Later Zebulon Quill, 43, went home.'), ['Zebulon Quill = Zebulon Quill'])
  })

  it('are not days, months or bodies', () => {
    assert.deepEqual(people('On Monday April Council met the Roe Group in March.'), [])
  })

  it('with a title and one word are who they are said to be', () => {
    assert.deepEqual(people('Mr Quill was there.'), ['Mr Quill = Quill'])
  })
})

describe('people by role', () => {
  it('are the holder named in the text', () => {
    assert.deepEqual(people('US President Jane Roe met Tom Poe. The US president was glad.'), [
      'Jane Roe = Jane Roe [US President]',
      'Tom Poe = Tom Poe',
      'The US president = Jane Roe [The US president]',
    ])
  })

  it('are taught by a name set off with commas', () => {
    const one = people('The Russian leader, Ivan Roe, arrived. The Russian leader left.')
    assert.equal(one.at(-1), 'The Russian leader = Ivan Roe [The Russian leader]')
    const other = people('Jane Roe, the mayor of Leeds, arrived. The mayor left.')
    assert.equal(other.at(-1), 'The mayor = Jane Roe [The mayor]')
  })

  it('are known by nation alone', () => {
    const one = people("Ukraine's Olena Roe arrived. The Ukrainian was glad.")
    assert.equal(one.at(-1), 'The Ukrainian = Olena Roe [The Ukrainian]')
  })

  it('are known from the list of office holders when the text names the person', () => {
    const one = people('Sir Keir Starmer flew home. The Prime Minister was glad.')
    assert.equal(one.at(-1), 'The Prime Minister = Keir Starmer [The Prime Minister]')
  })

  it('are nobody when the text names no holder', () => {
    assert.deepEqual(people('The Prime Minister was glad. The president left.'), [])
  })

  it('are not the one they speak for', () => {
    const one = people("US President Jane Roe left. Ms Roe's spokesman was glad.")
    assert.ok(!one.some((mention) => mention.includes('spokesman')))
  })
})

describe('people by pronoun', () => {
  it('are the subject of the sentence before', () => {
    assert.equal(people('Jane Roe met Tom Poe. She left.').at(-1), 'She = Jane Roe')
  })

  it('agree in gender', () => {
    assert.equal(people('Jane Roe met Tom Poe. He left.').at(-1), 'He = Tom Poe')
  })

  it('are the subject of their own sentence when it stands before them', () => {
    assert.equal(people('Tom Poe left. John Roe said he was glad.').at(-1), 'he = John Roe')
  })

  it('skip a sentence that is all quotation', () => {
    assert.equal(people("'It is time,' Jane Roe told Ann Poe. 'We go.' She left.").at(-1), 'She = Jane Roe')
  })

  it('inside quotation marks are left alone', () => {
    assert.deepEqual(people("John Roe left. 'He is ill,' said a friend.").length, 1)
  })
})

describe('places and organizations', () => {
  it('are known by list, in any spelling of it', () => {
    assert.deepEqual(mentioned('place', 'She flew from Kiev to the US.'), ['Kiev = Kyiv', 'US = United States'])
    assert.deepEqual(mentioned('organization', 'The White House told NATO.'), [
      'The White House = White House',
      'NATO = Nato',
    ])
  })

  it('leave the full stop of the sentence alone', () => {
    assert.deepEqual(mentioned('place', 'She flew to Ukraine.'), ['Ukraine = Ukraine'])
  })

  it('are known by a word for a body, and by capitals', () => {
    assert.deepEqual(mentioned('organization', 'It was Leeds City Council and the RMT.'), [
      'Leeds City Council = Leeds City Council',
      'RMT = RMT',
    ])
    assert.deepEqual(mentioned('organization', 'The CEO had AI. IT WAS ALL LOST.'), [])
  })
})

describe('people beside what they are', () => {
  it('are told from the office in front', () => {
    assert.deepEqual(people('US Secretary of State Jane Roe landed. Secretary of State Roe was glad.'), [
      'Jane Roe = Jane Roe [US Secretary of State]',
      'Roe = Jane Roe [Secretary of State]',
    ])
    assert.deepEqual(people('He met the undersecretary for Education Ms Roe.'), [
      'Ms Roe = Roe [undersecretary for Education]',
    ])
    assert.deepEqual(people('A spokesman for the Harbor Council Jane Roe left.'), [
      'Jane Roe = Jane Roe [spokesman for the Harbor Council]',
    ])
  })

  it('are told from the body in front', () => {
    assert.deepEqual(people('Then NASA Administrator Jane Roe spoke.'), ['Jane Roe = Jane Roe [NASA Administrator]'])
    assert.deepEqual(people('We asked Washington State University Jane Roe about it.'), ['Jane Roe = Jane Roe'])
  })

  it('are told from the state and the compound in front', () => {
    assert.deepEqual(people('Then Virginia Gov. Tom Roe met Leeds-based Jane Poe.'), [
      'Tom Roe = Tom Roe [Virginia Gov.]',
      'Jane Poe = Jane Poe',
    ])
  })

  it('are told from their trade, also with the capital of a sentence', () => {
    assert.deepEqual(people('Striker Zebulon Quill scored.'), [])
    assert.deepEqual(people('Biologist Zebulon Quill left.'), ['Zebulon Quill = Zebulon Quill [Biologist]'])
    assert.deepEqual(people('It was the goalkeeper Zebulon Quill.'), ['Zebulon Quill = Zebulon Quill [goalkeeper]'])
  })

  it('are not offices, places, companies or days', () => {
    assert.deepEqual(people('The Virginia Governor met the First Minister in Alice Springs.'), [])
    assert.deepEqual(people('Shares of Bear Stearns, Wells Fargo and Louis Vuitton fell.'), [])
    assert.deepEqual(people('It was Martin Luther King Day in May.'), [])
    assert.deepEqual(people('Virginia Roe flew to Virginia. Jordan Poe was in Jordan.'), [
      'Virginia Roe = Virginia Roe',
      'Jordan Poe = Jordan Poe',
    ])
  })
})

describe('shortened titles', () => {
  it('open a sentence with the full stop that belongs to them', () => {
    assert.deepEqual(people('Ms. Roe left. Gen. Jane Roe left with Sen. Tom Poe. Rep. Poe stayed.'), [
      'Ms. Roe = Jane Roe',
      'Jane Roe = Jane Roe [Gen.]',
      'Tom Poe = Tom Poe [Sen.]',
      'Poe = Tom Poe [Rep.]',
    ])
  })
})

describe('names of many peoples', () => {
  it('have the surname first where it stands first', () => {
    assert.deepEqual(people('Later Lam Cheuk-wing and Wang Xiaolu met. Lam was glad. Wang left.'), [
      'Lam Cheuk-wing = Lam Cheuk-wing',
      'Wang Xiaolu = Wang Xiaolu',
      'Lam = Lam Cheuk-wing',
      'Wang = Wang Xiaolu',
    ])
  })

  it('have two surnames, the first of which may stand alone', () => {
    assert.deepEqual(people('José Luis Roble Prado left. Roble was glad, said Roble Prado.'), [
      'José Luis Roble Prado = José Luis Roble Prado',
      'Roble = José Luis Roble Prado',
      'Roble Prado = José Luis Roble Prado',
    ])
  })

  it('have particles, with the capital of a sentence or without', () => {
    assert.deepEqual(people('We met Ludwig van der Roe. Van der Roe left.'), [
      'Ludwig van der Roe = Ludwig van der Roe',
      'Van der Roe = Ludwig van der Roe',
    ])
    assert.deepEqual(people('Prime Minister Haider al-Quill left. Mr al-Quill was glad.'), [
      'Haider al-Quill = Haider al-Quill [Prime Minister]',
      'Mr al-Quill = Haider al-Quill',
    ])
  })

  it('have initials in front', () => {
    assert.deepEqual(people('Then J.K. Quill and A. R. Poem met.'), [
      'J.K. Quill = J.K. Quill',
      'A. R. Poem = A R Poem',
    ])
    assert.deepEqual(people('The U.S. Treasury fell.'), [])
  })
})

describe('a list of thousands', () => {
  it('is read', () => {
    const names = Array.from({ length: 3000 }, () => 'Jane Roe, Tom Poe')
    assert.equal(people(`We saw ${names.join(', ')}.`).length, 6000)
  })
})

describe('two of one surname', () => {
  it('are told apart by their titles', () => {
    assert.deepEqual(people('Jane Roe and Thomas Roe sued. Mr Roe was glad. Ms Roe left.'), [
      'Jane Roe = Jane Roe',
      'Thomas Roe = Thomas Roe',
      'Mr Roe = Thomas Roe',
      'Ms Roe = Jane Roe',
    ])
  })
})

describe('a person of the list of office holders', () => {
  it('carries the item of Wikidata, from the first term on', () => {
    const idOn = (publishedAt: string): string | undefined =>
      mentionsOf(documentOf(['Keir Starmer left.'], { publishedAt }))[0]?.entity.wikidataId
    assert.equal(idOn('2025-06-10T12:00:00Z'), 'Q6383803')
    assert.equal(idOn('2001-06-10T12:00:00Z'), undefined)
  })

  it('is the one of the day', () => {
    const roleOn = (publishedAt: string): (string | undefined)[] =>
      mentionsOf(documentOf(['Rishi Sunak and Keir Starmer met. The Prime Minister was glad.'], { publishedAt }))
        .filter(({ form }) => form === 'role')
        .map(({ entity }) => entity.name)
    assert.deepEqual(roleOn('2024-07-04T12:00:00Z'), ['Rishi Sunak'])
    assert.deepEqual(roleOn('2024-07-05T12:00:00Z'), ['Keir Starmer'])
  })
})
