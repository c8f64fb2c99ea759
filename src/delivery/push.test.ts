import assert from 'node:assert/strict'
import { createECDH } from 'node:crypto'
import { test } from 'node:test'
import { checkVapid, pushReceiver } from '../../test/alert-receivers.ts'
import { type PushText, pushRequest } from './push.ts'
import { encryptPush, isSubscription } from './push-encryption.ts'
import { makeVapidKey, publicVapidKey } from './vapid.ts'

const text: PushText = {
  title: 'Harbor bridge closed',
  body: 'Another independent report, by Varn Post · لأنك تتابع الجسر',
  path: '/stories/story-1',
  tag: 'batch-1',
  language: 'en',
  direction: 'ltr',
}
const now = new Date('2026-03-12T12:00:00Z')

test('a message is encrypted as the example of RFC 8291 (appendix A) is, byte for byte', () => {
  const bytes = (value: string) => Buffer.from(value, 'base64url')
  const made = encryptPush(
    'When I grow up, I want to be a watermelon',
    {
      endpoint: 'https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV',
      keys: {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
    },
    {
      salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
      privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    },
  )
  assert.equal(
    made.toString('base64url'),
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('the browser alone reads what was sent, and the push service knows who sent it', () => {
  const receiver = pushReceiver()
  const vapidKey = makeVapidKey()
  const subscription = { endpoint: 'https://push.example/send/abc', keys: receiver.keys }
  const { url, headers, body } = pushRequest(text, subscription, { vapidKey, contact: 'mailto:a@b.example', now })
  assert.equal(url, subscription.endpoint)
  assert.equal(headers['content-encoding'], 'aes128gcm')
  assert.match(headers.topic ?? '', /^[\w-]{32}$/)
  assert.deepEqual(receiver.open(Buffer.from(body)), text)
  assert.throws(() => pushReceiver().open(Buffer.from(body)))
  const { claims, key } = checkVapid(headers.authorization ?? '')
  assert.equal(key, publicVapidKey(vapidKey))
  assert.equal(claims.aud, 'https://push.example')
  assert.equal(claims.sub, 'mailto:a@b.example')
  const hours = (claims.exp - now.getTime() / 1000) / 3600
  assert.ok(hours > 0 && hours <= 24)
  assert.throws(() => checkVapid((headers.authorization ?? '').replace('vapid t=e', 'vapid t=f')))
})

test('a text that is too long is cut, and still fits into one record', () => {
  const receiver = pushReceiver()
  const subscription = { endpoint: 'https://push.example/', keys: receiver.keys }
  const long = { ...text, title: '👩‍🚒'.repeat(900), body: 'ا'.repeat(5000) }
  const { body } = pushRequest(long, subscription, { vapidKey: makeVapidKey(), contact: 'https://a.example', now })
  assert.ok(body.length <= 4096)
  assert.ok(receiver.open(Buffer.from(body)).title.isWellFormed())
})

test('keys that are none are refused before anything is kept', () => {
  const { keys } = pushReceiver()
  const endpoint = 'https://push.example/'
  assert.ok(isSubscription({ endpoint, keys }))
  const off = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url')
  const short = createECDH('prime256v1').generateKeys('base64url', 'compressed')
  for (const p256dh of [off, short, '', 'AAAA'])
    assert.equal(isSubscription({ endpoint, keys: { ...keys, p256dh } }), false)
  assert.equal(isSubscription({ endpoint, keys: { ...keys, auth: 'AAAA' } }), false)
})
