import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flattenRest } from './guard-nesting.ts'

test('text stays, blocks become paragraphs, and other tags go', () => {
  assert.equal(flattenRest('<q>One <b>two</b></q><div>three</div>four<br>five'), 'One two<p>three<p>four<p>five')
})

test('what stands in scripts, styles and comments goes', () => {
  assert.equal(flattenRest('a<script>x()</script>b<!-- c -->d<STYLE>e</STYLE>f'), 'abdf')
})

test('a script that is never closed takes nothing with it, and a tag that is never finished is text', () => {
  assert.equal(flattenRest('a<script>b<script>c'), 'abc')
  assert.equal(flattenRest('a < b <q'), 'a < b <q')
})
