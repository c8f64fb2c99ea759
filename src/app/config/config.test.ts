import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ConfigError, readConfig, settings, settingsInForce } from './config.ts'
import { goneSettingLines } from './gone-settings.ts'
import { readMailPort } from './setting-kinds.ts'

test('without an environment every setting has its default', () => {
  const config = readConfig({})
  assert.equal(config.TWOSOURCE_HOST, '127.0.0.1')
  assert.equal(config.TWOSOURCE_ALLOW_PRIVATE, false)
  assert.equal(config.TWOSOURCE_DATABASE, undefined)
})

test('numbers and flags are read from words', () => {
  const config = readConfig({ TWOSOURCE_PORT: '8081', TWOSOURCE_ALLOW_PRIVATE: 'yes', PATH: '/bin' })
  assert.equal(config.TWOSOURCE_PORT, 8081)
  assert.equal(config.TWOSOURCE_ALLOW_PRIVATE, true)
})

test('an empty value is as good as none', () => {
  assert.equal(readConfig({ TWOSOURCE_PORT: '' }).TWOSOURCE_PORT, 7180)
})

test('an unknown name is refused with the known ones', () => {
  assert.throws(
    () => readConfig({ TWOSOURCE_PROT: '1' }),
    (error) => error instanceof ConfigError && /TWOSOURCE_PROT.*TWOSOURCE_PORT/s.test(error.message),
  )
})

test('a setting of an earlier version is ignored, and named with what to use instead', () => {
  const env = { TWOSOURCE_OIDC_NEW_READERS: 'true', TWOSOURCE_PER_HOST: '9', TWOSOURCE_RULES: '', TWOSOURCE_PORT: '80' }
  assert.equal(readConfig(env).TWOSOURCE_PORT, 80)
  assert.equal(readConfig(env).TWOSOURCE_NEW_READERS, false)
  assert.deepEqual(goneSettingLines(env), [
    'TWOSOURCE_OIDC_NEW_READERS is no longer used: set TWOSOURCE_NEW_READERS.',
    'TWOSOURCE_PER_HOST is no longer used: it is built in now, and can’t be changed.',
  ])
  for (const name of Object.keys(settings)) assert.deepEqual(goneSettingLines({ [name]: '1' }), [], name)
  for (const line of goneSettingLines(new Proxy({}, { get: () => '1' })))
    for (const [name] of line
      .split(':')
      .at(-1)!
      .matchAll(/(?:TWOSOURCE|OTEL)_[A-Z_]+/g))
      assert.ok(name in settings, line)
})

test('pages are fetched again, once or not at all', () => {
  const of = (value: string) => readConfig({ TWOSOURCE_FETCH_PAGES: value }).TWOSOURCE_FETCH_PAGES
  assert.deepEqual(['yes', 'Once', 'off'].map(of), [true, 'once', false])
})

test('the port for newsletters may name its host', () => {
  assert.deepEqual(readMailPort('2525'), { host: '127.0.0.1', port: 2525 })
  assert.deepEqual(readMailPort(' 0.0.0.0:25 '), { host: '0.0.0.0', port: 25 })
  assert.deepEqual(readMailPort('[::]:0'), { host: '::', port: 0 })
  for (const value of ['70000', 'mail', ':25', '::1:25', 'a b:25', '-1', 'http://a:25'])
    assert.equal(readMailPort(value), undefined, value)
})

test('a bad value is refused with its name and its help', () => {
  assert.throws(() => readConfig({ TWOSOURCE_POLL_MINUTES: '0' }), /TWOSOURCE_POLL_MINUTES.*How often/s)
})

test('what goes into headers and links is what they can hold', () => {
  const bad = {
    TWOSOURCE_CONTACT: ['a\r\nX: y', 'Łukasz', '\u202e'],
    TWOSOURCE_BASE_URL: [
      'http://a/\r\nX: y',
      'http://u:p@a',
      'http://a/?q',
      'http://a//b',
      'http://a/../b',
      'http://a/ü',
      "http://a/b'c",
    ],
  }
  for (const [name, values] of Object.entries(bad))
    for (const value of values)
      assert.throws(() => readConfig({ [name]: value }), new RegExp(name), JSON.stringify(value))
  assert.equal(readConfig({ TWOSOURCE_CONTACT: 'Zoë <zoe@a.example>' }).TWOSOURCE_CONTACT, 'Zoë <zoe@a.example>')
  const { TWOSOURCE_BASE_URL: base } = readConfig({ TWOSOURCE_BASE_URL: 'https://новости.example/' })
  assert.equal(base, 'https://xn--b1amnebsh.example')
  const below = readConfig({ TWOSOURCE_BASE_URL: 'https://a.example/b/news/' })
  assert.equal(below.TWOSOURCE_BASE_URL, 'https://a.example/b/news')
})

test('a password for mail with a bare % is refused, and is not told', () => {
  for (const password of ['s3%cret', 's3%ffcret'])
    assert.throws(
      () => readConfig({ TWOSOURCE_SMTP_URL: `smtp://me:${password}@mail.example` }),
      ({ message }: Error) => /TWOSOURCE_SMTP_URL.*%25/.test(message) && !message.includes('s3'),
    )
  assert.ok(readConfig({ TWOSOURCE_SMTP_URL: 'smtp://me:s3%25cret@mail.example' }).TWOSOURCE_SMTP_URL)
})

test('every setting is in the guide with its help', () => {
  const guide = readFileSync(new URL('../../../docs/guide/settings.md', import.meta.url), 'utf8')
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(guide.includes(`\`${name}\``), `${name} is missing from docs/guide/settings.md`)
    assert.ok(guide.includes(setting.help), `the help of ${name} is missing from docs/guide/settings.md`)
  }
})

test('the settings in force tell all but what is secret, and which stand as they come', () => {
  const all = settingsInForce(
    readConfig({
      TWOSOURCE_DATABASE: 'postgres://a:secret@db/x',
      TWOSOURCE_PORT: '7180',
      TWOSOURCE_RSS_BRIDGE: 'https://a:secret@bridge.example/',
      TWOSOURCE_RSSHUB: 'https://hub.example/?key=secret@',
      TWOSOURCE_BASE_URL: 'https://news.example/',
      TWOSOURCE_SPEECH: 'https://:secret@voice.example/v1',
    }),
  )
  const of = (name: string) => all.find((setting) => setting.name === name)
  assert.equal(all.length, Object.keys(settings).length)
  assert.doesNotMatch(JSON.stringify(all), /secret@/)
  assert.deepEqual([of('TWOSOURCE_DATABASE')?.isSecret, of('TWOSOURCE_DATABASE')?.value], [true, ''])
  assert.equal(of('TWOSOURCE_RSSHUB')?.isSecret, true)
  assert.equal(of('TWOSOURCE_BASE_URL')?.value, 'https://news.example')
  assert.equal(of('TWOSOURCE_PORT')?.isDefault, true)
  assert.equal(of('TWOSOURCE_ANALYSIS_THREADS')?.value, '')
})
test('what a setting may be is said in words that need no program to be known', () => {
  const said = (name: string, value: string) => {
    try {
      readConfig({ [name]: value })
    } catch (error) {
      return (error as Error).message
    }
    return assert.fail(`${name}=${value} was taken`)
  }
  for (const value of ['abc', '7180.5', '99999', '-1', '0x50', '1e2', ' ', '٧١٨٠'])
    assert.match(said('TWOSOURCE_PORT', value), /^TWOSOURCE_PORT must be a whole number from 0 to 65535\. /, value)
  assert.match(said('TWOSOURCE_KEEP_DAYS', '3'), /^TWOSOURCE_KEEP_DAYS must be a whole number from 14 to 36500\. /)
  assert.match(said('OTEL_TRACES_SAMPLER_ARG', 'half'), /^OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1\. /)
  assert.match(said('TWOSOURCE_FETCH_PAGES', 'maybe'), /^TWOSOURCE_FETCH_PAGES must be true, false or once\. /)
  assert.match(said('TWOSOURCE_ALLOW_PRIVATE', '2'), /^TWOSOURCE_ALLOW_PRIVATE must be true or false\. /)
  assert.match(said('TWOSOURCE_SPEECH', 'http://:a%@b'), /^TWOSOURCE_SPEECH must be a program or the URL /)
  assert.match(
    said('TWOSOURCE_SMTP_URL', 'http://x'),
    /^TWOSOURCE_SMTP_URL must be a URL that begins with smtp:\/\/ or /,
  )
  assert.match(
    said('TWOSOURCE_BASE_URL', 'a.example'),
    /^TWOSOURCE_BASE_URL must be a URL that begins with http:\/\/ or /,
  )
  for (const name of ['TWOSOURCE_MAIL_FROM', 'TWOSOURCE_SPEECH', 'TWOSOURCE_RSSHUB', 'TWOSOURCE_MAIL_PORT'])
    assert.doesNotMatch(said(name, '-'), /pattern|Invalid/, name)
  assert.equal(readConfig({ TWOSOURCE_PORT: ' 80 ', TWOSOURCE_FETCH_PAGES: 'No' }).TWOSOURCE_FETCH_PAGES, false)
})

test('a database of a kind there is not, or a folder a shell would have had to find, is refused and not made', () => {
  for (const value of ['mysql://a/b', 'postgresql+psycopg://a/b', 'postgres:a', 'https://a/b', 'pg://a'])
    assert.throws(
      () => readConfig({ TWOSOURCE_DATABASE: value }),
      /^ConfigError: TWOSOURCE_DATABASE must be .*postgres:\/\//,
      value,
    )
  for (const value of [
    'postgres://a/b',
    'postgresql://a/b',
    './a.db',
    '/a/b.db',
    'sqlite:///a.db',
    'file:///a.db',
    'a:b.db',
  ])
    assert.equal(readConfig({ TWOSOURCE_DATABASE: value }).TWOSOURCE_DATABASE, value)
  for (const name of ['TWOSOURCE_DATA', 'TWOSOURCE_DATABASE', 'TWOSOURCE_BACKUP_FOLDER', 'TWOSOURCE_MAIL_CERT'])
    for (const value of ['~/news', '$HOME/news', '~'])
      assert.throws(() => readConfig({ [name]: value }), /full path/, `${name}=${value}`)
})

test('where no home is told to the process, the data go where they always do', () => {
  const { HOME } = process.env
  process.env.HOME = ''
  try {
    assert.match(readConfig({}).TWOSOURCE_DATA, /^\/.*twosource$/)
  } finally {
    if (HOME === undefined) delete process.env.HOME
    else process.env.HOME = HOME
  }
})
