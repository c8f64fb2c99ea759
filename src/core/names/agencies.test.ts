import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { agencies, agencyNamed } from './agencies.ts'

describe('the list of news agencies', () => {
  it('knows each by all its forms, in any case and with any marks', () => {
    for (const [name, ...forms] of agencies)
      for (const form of forms)
        for (const text of [form, form.toLowerCase(), ` ${form}. `]) assert.equal(agencyNamed(text), name)
  })

  it('gives no form to two agencies and no agency two lines', () => {
    const forms = agencies.flatMap(([, ...all]) => all)
    assert.equal(new Set(forms).size, forms.length)
    assert.equal(new Set(agencies.map(([name]) => name)).size, agencies.length)
  })

  it('takes an outlet, or a text that only holds the name, for none', () => {
    assert.equal(agencyNamed('The Sandvik Herald'), undefined)
    assert.equal(agencyNamed('Reuters Sandvik Herald'), undefined)
  })
})
