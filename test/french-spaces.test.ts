import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tokenizer } from 'acorn'

const folder = fileURLToPath(new URL('../src/web/', import.meta.url))

/** Spaces that may break where French allows none: before `: ; ? ! » %` and after `«` (Lexique de l'Imprimerie nationale). */
const breaking = /[^\n]{0,20}(?: [:;?!»%]|« )[^\n]{0,20}/g

/** What is said in words between quotation marks and in templates; code between them is none. */
function textsIn(script: string): readonly string[] {
  const kinds = new Set(['string', 'template'])
  return [...tokenizer(script, { ecmaVersion: 'latest', sourceType: 'module' })]
    .filter(({ type }) => kinds.has(type.label))
    .map(({ start, end }) => script.slice(start, end))
}

test('French words keep marks with the word before them: no-break spaces (U+00A0) stand there', () => {
  const files = globSync('**/{fr,*-fr}.ts', { cwd: folder })
  assert.ok(files.length > 10)
  const found = files.flatMap((file) =>
    textsIn(stripTypeScriptTypes(readFileSync(`${folder}${file}`, 'utf8'))).flatMap((text) =>
      [...text.matchAll(breaking)].map(([place]) => `${file}: ${place}`),
    ),
  )
  assert.deepEqual(found, [])
})

test('no template sets a colon behind words of the interface by itself: how it is set is for each language to say', () => {
  const web = fileURLToPath(new URL('../src/web/', import.meta.url))
  const bare = /\$\{(?:[^{}]|\{[^{}]*\})*[wW]ords(?:[^{}]|\{[^{}]*\})*\}(?:<\/\w+>)?: [^\n]{0,20}/g
  const found = globSync('*/**/!(*.test).ts', { cwd: web }).flatMap((file) =>
    [...readFileSync(`${web}${file}`, 'utf8').matchAll(bare)].map(([place]) => `${file}: ${place}`),
  )
  assert.deepEqual(found, [])
})
