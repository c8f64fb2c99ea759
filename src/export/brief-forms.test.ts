import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import type { BriefDocument } from '../core/brief-document.ts'
import { briefDocument } from './brief-fixture.ts'
import { briefAsHtml } from './brief-html.ts'
import { briefScript } from './brief-script.ts'
import { briefAsText } from './brief-text.ts'
import { briefAsEpub } from './epub.ts'

const footer = [{ text: 'No more of these mails', url: 'https://news.example.org/unsubscribe/x' }]
const empty: BriefDocument = { ...briefDocument, stories: [], notes: [] }
/** Gmail truncates a mail after this many bytes. */
const clippedAt = 102 * 1024

describe('the HTML of a mail', () => {
  const markup = briefAsHtml(briefDocument, footer)
  const { document } = parseHTML(markup)
  const all = [...document.querySelectorAll('*')]

  it('says its kind, language and direction', () => {
    assert.match(markup, /^<!doctype html>\n<html lang="en" dir="ltr">/)
    assert.equal(document.querySelectorAll('title').length, 1)
    assert.match(briefAsHtml({ ...briefDocument, language: 'ar', direction: 'rtl' }), /<html lang="ar" dir="rtl">/)
  })

  it('has nothing that mail programs take away, and loads nothing', () => {
    const names = new Set(all.map(({ tagName }) => tagName.toLowerCase()))
    for (const name of [
      'script',
      'style',
      'link',
      'img',
      'iframe',
      'form',
      'input',
      'video',
      'svg',
      'table',
      'object',
      'base',
    ])
      assert.equal(names.has(name), false, name)
    for (const element of all)
      for (const { name, value } of [...element.attributes]) {
        assert.doesNotMatch(name, /^on|^src$|^background$|^class$|^id$/, `${name} on ${element.tagName}`)
        if (name === 'style') {
          assert.doesNotMatch(value, /url\(|expression|@import|position|float|(^|;)color|background/)
          for (const width of value.matchAll(/(?<![-\w])width:(\d+)px/g)) assert.ok(Number(width[1]) <= 600)
        }
      }
    for (const image of document.querySelectorAll('img')) assert.ok(image.getAttribute('alt'))
  })

  it('leads only to absolute addresses, and none of them tells who opened it', () => {
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    assert.ok(links.length > 8)
    for (const link of links) assert.match(link, /^https:\/\//)
    assert.ok(links.filter((link) => !link.includes('/unsubscribe/')).every((link) => !/token|reader|utm_/.test(link)))
  })

  it('is far smaller than where mails are cut off, with as many stories as there can be', () => {
    const longest = 'A sentence as long as sentences of a brief ever get, which is some three hundred signs. '.repeat(4)
    const lines = Array.from({ length: 5 }, () => ({ ...briefDocument.stories[0]!.lines[0]!, text: longest }))
    const stories = Array.from({ length: 12 }, () => ({ ...briefDocument.stories[0]!, lines }))
    const notes = Array.from({ length: 60 }, (_, index) => ({ ...briefDocument.notes[0]!, number: index + 1 }))
    const size = Buffer.byteLength(briefAsHtml({ ...briefDocument, stories, notes }, footer))
    assert.ok(size < clippedAt, `${size} bytes`)
  })

  it('says what the plain text says', () => {
    const words = (text: string) => text.replace(/[\s“”"]+/g, ' ')
    const [shown, plain] = [words(document.body.textContent ?? ''), words(briefAsText(briefDocument))]
    const said = briefDocument.stories.flatMap(({ title, facts, lines }) => [
      title,
      ...facts,
      ...lines.map(({ text }) => text),
    ])
    for (const part of [briefDocument.title, ...briefDocument.facts, ...said, ...briefDocument.ending]) {
      assert.ok(shown.includes(words(part)), `not in the HTML: ${part}`)
      assert.ok(plain.includes(words(part)), `not in the text: ${part}`)
    }
    for (const { url, original } of briefDocument.notes)
      for (const address of [url, ...(original ? [original] : [])]) {
        assert.ok(plain.includes(address))
        assert.ok(markup.includes(address.replaceAll('&', '&#38;')))
      }
  })
})

it('plain text numbers each sentence and keeps to 74 columns', () => {
  const text = briefAsText(briefDocument)
  assert.match(
    text,
    / {3}- The council agreed to a second ferry\. \[1\]\n {3}- Mara Ellind: “We will build it” \[2\]\n {3}Accounts differ:\n/,
  )
  assert.match(
    text,
    /\n\[3\] Écho <du> Port: Qui paie & pourquoi\n {4}https:\/\/news\.example\.org\/citations\/doc-3\/0-20\n\[4\]/,
  )
  assert.ok(text.split('\n').every((line) => line.length <= 74))
  assert.match(briefAsText(empty), /\n\nNothing to tell\n\n/)
})

describe('a book', () => {
  for (const [name, told] of Object.entries({
    full: briefDocument,
    empty,
    rightToLeft: { ...briefDocument, language: 'ar', direction: 'rtl' as const },
  }))
    describe(name, () => {
      const bytes = briefAsEpub(told)
      const files = unzipSync(bytes)

      it('begins with its type, uncompressed, as programs look for it', () => {
        assert.equal(strFromU8(bytes.subarray(30, 38)), 'mimetype')
        assert.equal(strFromU8(bytes.subarray(38, 58)), 'application/epub+zip')
        assert.equal(new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true), 0, 'stored')
      })

      it('lists all its pages, and all that it lists are there', () => {
        const listed = [...strFromU8(files['EPUB/package.opf']!).matchAll(/ href="([^"]+)"/g)].map(
          ([, href]) => `EPUB/${href}`,
        )
        const there = Object.keys(files).filter((file) => file.startsWith('EPUB/') && !file.endsWith('.opf'))
        assert.deepEqual(listed.toSorted(), there.toSorted())
        assert.equal(there.filter((file) => file.includes('story-')).length, told.stories.length)
      })

      it('makes the same bytes again', () => assert.deepEqual(briefAsEpub(told), bytes))
    })

  const checker = '/usr/share/java/epubcheck.jar'
  it('passes epubcheck', { skip: existsSync(checker) ? false : 'epubcheck is not installed' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-epub-'))
    const path = join(folder, 'brief.epub')
    writeFileSync(path, briefAsEpub(briefDocument))
    const { status, stdout, stderr } = spawnSync('java', ['-jar', checker, path], {
      encoding: 'utf8',
      timeout: 240_000,
    })
    rmSync(folder, { recursive: true, force: true })
    assert.equal(status, 0, `${stdout}${stderr}`)
    assert.match(stdout, /No errors or warnings detected/)
  })

  it('has a note for every sentence, in the language of its words', () => {
    const page = strFromU8(unzipSync(briefAsEpub(briefDocument))['EPUB/story-1.xhtml']!)
    const called = [...page.matchAll(/href="#note-(\d+)"/g)].map(([, number]) => number)
    assert.deepEqual(called, ['1', '2', '3', '1'])
    for (const number of called) assert.ok(page.includes(`id="note-${number}"`))
    assert.match(page, /<span lang="fr" xml:lang="fr" dir="ltr">“A &#60; B &#38; “C””<\/span>/)
    assert.match(
      strFromU8(unzipSync(briefAsEpub(briefDocument))['EPUB/story-2.xhtml']!),
      /<h1 lang="ar" xml:lang="ar" dir="rtl">/,
    )
  })
})

it('for the ear, who speaks comes first, and a quotation begins and ends in words', () => {
  const script = briefScript(briefDocument)
  const said = script.map(({ text }) => text).join('\n')
  assert.match(said, /Northern Wire:\nThe council agreed to a second ferry\./)
  assert.match(said, /Mara Ellind, in Northern Wire: quote:\nWe will build it\.\nEnd of quote\./)
  assert.deepEqual(
    script.filter(({ language }) => language !== 'en').map(({ language }) => language),
    ['fr', 'ar', 'ar'],
  )
  assert.match(said, /That’s all\.$/)
})
