import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { formatReason } from '../../../core/reading/incomplete-reason.ts'
import { whyIncomplete } from './why-incomplete.ts'

const said = formatReason(
  'feed-summary',
  `${formatReason('unreadable', formatReason('login', 'Log in to read'))}.`,
  1234,
)

test('why a text is not whole is said in the reader’s language, with what the page says as it says it', () => {
  const french = `${whyIncomplete(said, exampleReader('fr'))}`
  assert.match(
    french,
    /La page n’a pas pu être lue\u00a0: La page demande une connexion\u00a0: «\u00a0<bdi>Log in to read<\/bdi>\u00a0»\. Le flux/,
  )
  assert.match(french, /résumé de 1\s234 mots/)
  const arabic = `${whyIncomplete(said, exampleReader('ar'))}`
  assert.match(arabic, /تطلب الصفحة تسجيل الدخول: «<bdi>Log in to read<\/bdi>»/)
  assert.doesNotMatch(arabic.replace(/<bdi>.*?<\/bdi>/g, ''), /[a-z]{3}/)
})

test('in English it reads as it is kept, and what is not known stays as it is, escaped', () => {
  const plain = (reason: string) => `${whyIncomplete(reason, exampleReader())}`.replace(/<\/?bdi>/g, '')
  assert.equal(plain(formatReason('promised', 800, 12)), 'The page announces about 800 words; 12 were found')
  assert.equal(plain('No connection: <b>'), 'No connection: &lt;b&gt;')
})
