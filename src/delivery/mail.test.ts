import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { startMailServer } from '../../test/mail-server.ts'
import { createMailer, isMailAddress, serverOf } from './mail.ts'

const message = { to: 'reader@example.org', subject: 'Brief – Ärger', text: 'Plain\n.\nwords', html: '<p>Words</p>' }
const from = 'Twosource <news@example.org>'

describe('a mailer', () => {
  it('without a server or a sender refuses everything', async () => {
    for (const settings of [{}, { from }, { url: 'smtp://127.0.0.1:9' }]) {
      const mailer = createMailer(settings)
      assert.equal(mailer.isSet, false)
      assert.equal((await mailer.send(message)).kind, 'refused')
    }
  })

  it('hands in text and HTML, with what ends the mails at one click', async () => {
    await using server = await startMailServer()
    const mailer = createMailer({ url: server.url, from })
    const listUnsubscribe = 'https://news.example.org/unsubscribe/abc'
    const attachments = [{ fileName: 'brief.txt', content: 'kept', contentType: 'text/plain' }]
    assert.deepEqual(await mailer.send({ ...message, listUnsubscribe, attachments, headers: { 'X-Day': 'today' } }), {
      kind: 'sent',
    })
    const [mail] = server.received
    assert.deepEqual([mail?.from, mail?.to], ['news@example.org', ['reader@example.org']])
    const source = mail?.source ?? ''
    assert.match(source, /^From: Twosource <news@example\.org>\r$/m)
    assert.match(source, /^Content-Type: multipart\/alternative/m)
    assert.match(source, /^List-Unsubscribe: <https:\/\/news\.example\.org\/unsubscribe\/abc>\r$/m)
    assert.match(source, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    assert.match(source, /^Auto-Submitted: auto-generated\r$/m)
    assert.match(source, /^X-Day: today\r$/m)
    assert.match(source, /filename=brief\.txt/)
    assert.ok(source.indexOf('text/plain') < source.indexOf('text/html'))
  })

  it('asks for one click only over https', async () => {
    await using server = await startMailServer()
    await createMailer({ url: server.url, from }).send({ ...message, listUnsubscribe: 'http://127.0.0.1/u' })
    assert.match(server.received[0]?.source ?? '', /^List-Unsubscribe: </m)
    assert.doesNotMatch(server.received[0]?.source ?? '', /One-Click/)
  })

  it('writes no header that somebody smuggled in', async () => {
    await using server = await startMailServer()
    const mailer = createMailer({ url: server.url, from })
    const smuggled = [
      { ...message, to: 'a@example.org\r\nBcc: b@example.org' },
      { ...message, to: 'a@example.org, b@example.org' },
      { ...message, to: '"x"<b@example.org>' },
      { ...message, subject: 'Brief\r\nBcc: b@example.org' },
      { ...message, subject: 'Brief\nBcc: b@example.org' },
      { ...message, headers: { 'X-A': 'a\r\nBcc: b@example.org' } },
      { ...message, headers: { 'X-A: a\r\nBcc': 'b@example.org' } },
      { ...message, listUnsubscribe: 'https://a.example/\r\nBcc: b@example.org' },
      { ...message, attachments: [{ fileName: 'a\r\nBcc: b', content: '', contentType: 'text/plain' }] },
    ]
    for (const each of smuggled) assert.equal((await mailer.send(each)).kind, 'refused')
    assert.equal(server.received.length, 0)
  })

  it('tells a refusal from a failure that may pass', async () => {
    await using server = await startMailServer({ RCPT: '550 no such reader' })
    const patient = createMailer({ url: server.url, from })
    assert.equal((await patient.send(message)).kind, 'refused')
    server.answers.RCPT = '450 later'
    const later = await patient.send(message)
    assert.deepEqual([later.kind, later.kind === 'failed' && later.mayHaveArrived], ['failed', false])
    server.answers.RCPT = 'silence'
    assert.equal((await createMailer({ url: server.url, from, timeoutMs: 500 }).send(message)).kind, 'failed')
    delete server.answers.RCPT
    server.answers['.'] = 'silence'
    // Long enough to hand over the message on a busy machine.
    const broken = await createMailer({ url: server.url, from, timeoutMs: 3_000 }).send(message)
    assert.equal(broken.kind === 'failed' && broken.mayHaveArrived, true, 'it was handed over whole')
  })

  it('gives up on a server whose answer never ends', { timeout: 60_000 }, async () => {
    for (const command of ['EHLO', 'MAIL']) {
      await using server = await startMailServer({ [command]: 'drip' })
      assert.equal(
        (await createMailer({ url: server.url, from, timeoutMs: 100 }).send(message)).kind,
        'failed',
        command,
      )
    }
  })

  it('fails, and does not throw, where nobody listens', async () => {
    const result = await createMailer({ url: 'smtp://127.0.0.1:9', from }).send(message)
    assert.equal(result.kind === 'failed' && result.mayHaveArrived, false)
  })

  it('gives no password to another machine in the clear, and names none in a message', async () => {
    assert.equal(serverOf(new URL('smtp://me:secret@mail.example')).requireTLS, true)
    assert.equal(serverOf(new URL('smtps://me:secret@mail.example')).secure, true)
    for (const elsewhere of ['127.mail.example', '127.0.0.1.mail.example'])
      assert.equal(serverOf(new URL(`smtp://me:secret@${elsewhere}`)).requireTLS, true, elsewhere)
    for (const here of ['127.0.0.1', 'localhost', '[::1]'])
      assert.equal(serverOf(new URL(`smtp://me:secret@${here}`)).requireTLS, false, here)
    await using server = await startMailServer({ AUTH: '535 no' })
    const url = server.url.replace('smtp://', 'smtp://me:s3cret@')
    const result = await createMailer({ url, from, timeoutMs: 500 }).send(message)
    assert.doesNotMatch(JSON.stringify(result), /s3cret/)
    assert.equal(result.kind, 'failed')
  })
})

it('a mail address is one, and nothing else', () => {
  for (const good of ['a@b.example', 'a.b+c@d.example', 'é@ü.example']) assert.ok(isMailAddress(good), good)
  for (const bad of ['', 'a', 'a@', '@b', 'a@b,c@d', 'a@b\n', 'a b@c', '<a@b>', `${'a'.repeat(300)}@b`])
    assert.ok(!isMailAddress(bad), bad)
})
