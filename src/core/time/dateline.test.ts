import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { afterAgencyMark, afterDateline, datelineAgency } from './dateline.ts'

describe('datelineAgency', () => {
  it('is the name in parentheses before the dash', () => {
    assert.equal(datelineAgency('SANDVIK (CNA) – Two people died.'), 'CNA')
    assert.equal(datelineAgency('By an editor\nSANDVIK, March 4 (Reuters) - Two people died.'), 'Reuters')
  })

  it('is nobody who took a picture', () => {
    for (const text of [
      'The pier of Sandvik at dawn (AFP photo) – Two people died.',
      'The pier at dawn (Ann Lee/AFP) – Two people died.',
      'File photo of the pier (Reuters) - Two people died.',
    ])
      assert.equal(datelineAgency(text), undefined, text)
  })

  it('is no body that brings its abbreviation', () => {
    for (const text of [
      'World Health Organization (WHO) – Two died.',
      'North Atlantic Treaty Organization (NATO) - It met.',
    ])
      assert.equal(datelineAgency(text), undefined, text)
  })

  it('is nothing where there is no dateline', () => {
    for (const text of ['Two people died.', 'SANDVIK – Two people died.', 'The mayor (left) – tired – said no.'])
      assert.equal(datelineAgency(text), undefined, text)
  })
})

describe('afterDateline', () => {
  it('leaves the end of the sentence where it is', () => {
    const text = 'SANDVIK (CNA) – Fog.'
    assert.deepEqual(afterDateline(text, { start: 0, end: text.length }), { start: 16, end: text.length })
  })
})

describe('afterAgencyMark', () => {
  const rest = (text: string) => text.slice(afterAgencyMark(text, { start: 0, end: text.length }).start)

  it('leaves out the agency and the place that a dateline still has', () => {
    assert.equal(rest('(Reuters) - The pier burned down.'), 'The pier burned down.')
    assert.equal(rest('(CNN) The pier burned down.'), 'The pier burned down.')
    assert.equal(rest('New Sandvik (CNN) The pier burned down.'), 'The pier burned down.')
    assert.equal(rest('SANDVIK, N.D. — The pier burned down.'), 'The pier burned down.')
  })

  it('leaves everything else', () => {
    for (const text of [
      'Press Trust of India (PTI) Director Asha Rane resigned.',
      'Mayor Tove Arend (left) The pier burned down.',
      'Sandvik (CNN) reporters saw the pier burn.',
      'The pier burned down (AP) - Two people died.',
    ])
      assert.equal(rest(text), text)
  })
})
