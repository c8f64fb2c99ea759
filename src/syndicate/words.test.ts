import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchedWords, wordsOf } from './words.ts'

test('words of spaced scripts are the same as the pattern finds', () => {
  const texts = [
    '',
    'a',
    "'",
    "The mayor's 'bridge' – isn’t it? – cost $3,000.50, rock 'n' roll’",
    'L’été à Öland: «ça va», dit-il. Ünïcode e\u0301tudes ﬁne',
    'Мэр сказал: «Мост закрыт» 12-го мая.',
    'أعلنت وزارة الري، اليوم الثلاثاء',
    'हिन्दी में समाचार',
    'ʼtis Oʼbrien’s',
    "don't’ 'a'b''c",
    '橋は閉鎖 bridge closed',
    "a'橋",
    'สะพาน',
    'smile 😀 word 𝒳y',
    '\ud800 broken',
  ]
  for (const text of texts) assert.deepEqual(wordsOf(text), matchedWords(text), text)
  let state = 7
  const letters = "aZé’'ʼ -.9\u0301ж橋😀"
  for (let run = 0; run < 500; run += 1) {
    const text = Array.from({ length: 12 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return letters[(state >>> 8) % letters.length]
    }).join('')
    assert.deepEqual(wordsOf(text), matchedWords(text), JSON.stringify(text))
  }
})
