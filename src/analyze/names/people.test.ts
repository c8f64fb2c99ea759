import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addPerson, emptyBook, entityId, personByFirst, personByLast } from './people.ts'

describe('entityId', () => {
  it('is the kind and the folded name', () => {
    assert.equal(entityId('person', 'Keir Starmer'), 'person:keir-starmer')
    assert.equal(entityId('place', 'São Paulo'), 'place:sao-paulo')
    assert.equal(entityId('organization', "Sainsbury's"), 'organization:sainsburys')
  })

  it('is one for the spellings of one name', () => {
    assert.equal(entityId('person', 'Volodymyr Zelenskyy'), entityId('person', 'Volodymyr Zelensky'))
    assert.equal(entityId('person', 'J.D. Vance'), entityId('person', 'JD Vance'))
    assert.equal(entityId('person', 'Jane A. Roe'), entityId('person', 'Jane Roe'))
  })

  it('keeps letters of any script', () => {
    assert.equal(
      entityId('person', 'إيمانويل ماكرون'),
      'person:إيمانويل-ماكرون'.normalize('NFD').replace(/\p{M}/gu, ''),
    )
  })
})

describe('the people of a document', () => {
  it('are found by last name, the one named most often first', () => {
    const book = emptyBook()
    addPerson(book, 'Jane Roe', 'document').mentions = 1
    addPerson(book, 'Tom Roe', 'document').mentions = 3
    assert.equal(personByLast(book, 'Roe')?.entity.name, 'Tom Roe')
  })

  it('come before those of the list', () => {
    const book = emptyBook()
    addPerson(book, 'Ann Roe', 'list')
    assert.equal(personByLast(book, 'Roe')?.entity.name, 'Ann Roe')
    addPerson(book, 'Cy Roe', 'document')
    assert.equal(personByLast(book, 'Roe')?.entity.name, 'Cy Roe')
  })

  it('are found by given name only when one is meant', () => {
    const book = emptyBook()
    addPerson(book, 'Jane Roe', 'document')
    assert.equal(personByFirst(book, 'Jane')?.entity.name, 'Jane Roe')
    addPerson(book, 'Jane Poe', 'document')
    assert.equal(personByFirst(book, 'Jane'), undefined)
  })

  it('keep the spelling of the document', () => {
    const book = emptyBook()
    addPerson(book, 'Volodymyr Zelensky', 'list')
    addPerson(book, 'Volodymyr Zelenskyy', 'document')
    assert.equal(personByLast(book, 'Zelensky')?.entity.name, 'Volodymyr Zelenskyy')
    assert.equal(book.byId.size, 1)
  })

  it('have a gender by given name, or by title', () => {
    const book = emptyBook()
    assert.equal(addPerson(book, 'Jane Roe', 'document').gender, 'f')
    assert.equal(addPerson(book, 'Xyz Poe', 'document').gender, undefined)
    assert.equal(addPerson(book, 'Xyz Poe', 'document', 'm').gender, 'm')
  })
})
