import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { parsePage } from '../markup/page-tree.ts'
import { readEmbedAddress } from './embed-address.ts'
import { readEmbeds } from './page-embeds.ts'

const base = 'https://tidewater.example/harbour'

function embeds(html: string) {
  const { root } = parsePage(html)
  return readEmbeds(root, blocksOf(root), base)
}

test('a frame becomes the address a person opens, at its place', () => {
  const html =
    '<p>One.</p><iframe src="//www.youtube-nocookie.com/embed/abcdefgh123?rel=0" title="The bridge turns"></iframe><p>Two.</p>' +
    '<figure><iframe data-src="https://open.spotify.com/embed/episode/4abc?utm=1"></iframe></figure>'
  assert.deepEqual(embeds(html), [
    { kind: 'video', url: 'https://www.youtube.com/watch?v=abcdefgh123', title: 'The bridge turns', after: 1 },
    { kind: 'audio', url: 'https://open.spotify.com/episode/4abc', after: 2 },
  ])
})

test('a post quoted on the page leads to the post, with its writer', () => {
  const html =
    '<p>He wrote:</p><blockquote class="twitter-tweet"><p>It held. <a href="https://t.co/x">pic</a></p>&mdash; Ann Lee (@annlee) ' +
    '<a href="https://twitter.com/annlee/status/1234567?ref_src=twsrc">May 4, 2025</a></blockquote>'
  assert.deepEqual(embeds(html), [
    { kind: 'post', url: 'https://twitter.com/annlee/status/1234567', title: 'Ann Lee (@annlee)', after: 3 },
  ])
})

test('adverts, frames around the article, odd schemes and repetitions are passed over', () => {
  const html =
    '<p>One.</p><iframe src="https://ads.example/slot"></iframe><iframe src="javascript:alert(1)"></iframe>' +
    '<aside><iframe src="https://www.youtube.com/embed/abcdefgh123"></iframe></aside>' +
    '<iframe src="https://w.soundcloud.com/player/?url=javascript:alert(1)"></iframe>' +
    '<iframe src="https://player.vimeo.com/video/77"></iframe><iframe src="https://player.vimeo.com/video/77?x"></iframe>'
  assert.deepEqual(embeds(html), [{ kind: 'video', url: 'https://vimeo.com/77', after: 1 }])
})

test('what is known to stand in articles is told by its address', () => {
  const told: readonly (readonly [string, string | undefined])[] = [
    ['https://www.instagram.com/p/Cabc12/embed', 'post https://www.instagram.com/p/Cabc12/'],
    [
      'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1',
      'post https://www.facebook.com/a/posts/1',
    ],
    ['https://platform.twitter.com/embed/Tweet.html?id=99', 'post https://x.com/i/status/99'],
    [
      'https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3k',
      'post https://bsky.app/profile/did:plc:abc/post/3k',
    ],
    ['https://www.google.com/maps/embed?pb=1', 'map https://www.google.com/maps/embed?pb=1'],
    ['https://datawrapper.dwcdn.net/AbC12/3/', 'chart https://datawrapper.dwcdn.net/AbC12/3/'],
    ['https://tidewater.example/report.pdf', 'document https://tidewater.example/report.pdf'],
    ['https://www.youtube.com/embed/videoseries?list=PL1', 'video https://www.youtube.com/playlist?list=PL1'],
    ['https://www.youtube.com/subscribe_embed?channelid=1', undefined],
    ['https://www.google.com/recaptcha/api2/anchor', undefined],
    ['data:text/html,x', undefined],
  ]
  for (const [address, expected] of told) {
    const read = readEmbedAddress(address)
    assert.equal(read && `${read.kind} ${read.url}`, expected, address)
  }
})
