import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pastFormsOf } from './past-forms.ts'

it('gives the past of regular and irregular verbs', () => {
  assert.deepEqual(pastFormsOf('sign'), ['signed'])
  assert.deepEqual(pastFormsOf('release'), ['released'])
  assert.deepEqual(pastFormsOf('supply'), ['supplied'])
  assert.deepEqual(pastFormsOf('pay'), ['paid'])
  assert.deepEqual(pastFormsOf('withdraw'), ['withdrew', 'withdrawn'])
  assert.deepEqual(pastFormsOf('submit'), ['submitted', 'submited'])
})
