import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayIllustrate } from './list-picture.ts'

const of = (file: string, rest: object = {}) => mayIllustrate({ url: `https://o.example/${file}`, ...rest })

test('a picture of unknown size stands for its article', () => {
  assert.ok(of('files/styles/default/2026/11/sella-dam.jpg'))
  assert.ok(of('img/1234567?w=960'))
  assert.ok(of('strikers-hold-banner-at-gate.jpg', { alt: 'Strikers hold a banner' }))
  assert.ok(of('how-the-icon-of-the-seas-was-built.jpg'))
  assert.ok(of('a.jpg', { width: 240, height: 134 }))
  assert.ok(mayIllustrate({ url: 'https://downloads.example/adsl.jpg' }))
})

test('a logo, an avatar, a placeholder, a pixel, a strip and a drawing do not', () => {
  for (const file of [
    'logo.png',
    'og-default.jpg',
    'site_logo_1200x630.png',
    'avatar/512.jpg/avatar-3.jpg',
    'spacer.gif',
  ])
    assert.equal(of(file), false, file)
  for (const file of [
    '1x1.gif',
    'social-share.png',
    'favicon-192.png',
    'no/pixel.gif?u=1',
    'chart.svg',
    'placeholder.webp',
  ])
    assert.equal(of(file), false, file)
  assert.equal(of('a.jpg', { width: 1, height: 1 }), false)
  assert.equal(of('a.jpg', { width: 970, height: 90 }), false)
  assert.equal(of('a.jpg', { width: 120, height: 600 }), false)
  assert.equal(of('a.jpg', { alt: 'The Courier logo' }), false)
  for (const host of ['secure.gravatar.com', 'pixel.o.example', 'ads.o.example', 'feeds.feedburner.com'])
    assert.equal(mayIllustrate({ url: `https://${host}/a.jpg` }), false, host)
  assert.equal(mayIllustrate({ url: 'data:image/png;base64,x' }), false)
  assert.equal(mayIllustrate({ url: 'javascript:alert(1)' }), false)
})
