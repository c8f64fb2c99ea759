import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from './extract.ts'

const prose =
  '<p>The old ferry pier will open again in spring, the harbor office said after a vote that took most of the evening and part of the night.</p>'
const img = '<img src="/pier.jpg" alt="The pier at dawn" width="800" height="500">'
const words = 'The pier at dawn, seen from the east mole'
const by = 'Ann Lee/Tide Pictures'

/** How pages write words below a picture, each with the caption and credit that must become fields. */
const forms: readonly (readonly [string, string])[] = [
  ['a figure', `<figure>${img}<figcaption>${words}. Photo: ${by}</figcaption></figure>`],
  ['a credit of its own', `<figure>${img}<figcaption>${words} <span class="credit">${by}</span></figcaption></figure>`],
  ['a credit in brackets', `<figure>${img}<figcaption>${words} (${by}/AFP)</figcaption></figure>`],
  ['a copyright sign', `<figure>${img}<figcaption>${words} © ${by}</figcaption></figure>`],
  [
    'two captions',
    `<figure>${img}<figcaption>${words}</figcaption><figcaption class="credit">${by}</figcaption></figure>`,
  ],
  ['a box of WordPress', `<div class="wp-caption">${img}<p class="wp-caption-text">${words}. Photo: ${by}</p></div>`],
  [
    'a box with a caption',
    `<div class="media">${img}<div class="caption">${words}</div><div class="credit">${by}</div></div>`,
  ],
  [
    'a picture element',
    `<figure><picture><source srcset="/p.webp">${img}</picture><figcaption>${words}. Foto: ${by}</figcaption></figure>`,
  ],
  [
    'a linked picture',
    `<figure><a href="/pier.jpg">${img}</a><figcaption>${words}. Crédit photo : ${by}</figcaption></figure>`,
  ],
  ['a caption before the picture', `<figure><figcaption>${words}. Image: ${by}</figcaption>${img}</figure>`],
  [
    'a caption in paragraphs',
    `<figure>${img}<figcaption><p>${words}</p><p class="credit">${by}</p></figcaption></figure>`,
  ],
  [
    'a credit by meaning',
    `<figure>${img}<figcaption>${words} <span itemprop="copyrightHolder">${by}</span></figcaption></figure>`,
  ],
]

for (const [form, figure] of forms)
  test(`words under a picture stay out of the text: ${form}`, () => {
    const html = `<title>Pier to open</title><article><h1>Pier to open</h1>${prose}${prose}${figure}${prose}${prose}</article>`
    const { text, pictures } = extract({ html, url: 'https://tidepost.example/pier' })
    assert.ok(!text.includes('east mole') && !text.includes('Tide Pictures'), text)
    assert.equal(pictures.length, 1)
    assert.match(pictures[0]?.caption ?? '', /^The pier at dawn, seen from the east mole\.?$/)
    assert.match(pictures[0]?.credit ?? '', /^Ann Lee\/Tide Pictures/)
    assert.equal(pictures[0]?.alt, 'The pier at dawn')
  })
