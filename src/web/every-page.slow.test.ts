import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyPage, saveAddress } from '../../test/examples/every-page.ts'
import {
  all,
  headingLevels,
  nameOf,
  parseErrors,
  parseMarkup,
  textOf,
  texts,
  values,
} from '../../test/examples/markup.ts'
import { exampleReader } from '../../test/examples/reader.ts'
import { interfaceLanguages } from './reader.ts'

/** Every page in English; a language differs by its words alone, so each page is seen in one of the others besides, by turns. */
const others = interfaceLanguages.filter(({ code }) => code !== 'en')
const isSeenIn = (code: string, place: number) => code === 'en' || others[place % others.length]?.code === code

for (const { code } of interfaceLanguages)
  describe(`every page in ${code}`, () => {
    const reader = exampleReader(code)
    for (const [place, [name, write]] of Object.entries(everyPage).entries()) {
      if (!isSeenIn(code, place)) continue
      const markup = write(reader)
      const page = parseMarkup(markup)

      it(`${name} is markup that a parser has no complaint about`, () => {
        assert.deepEqual(parseErrors(markup), [])
      })

      it(`${name} has one h1 first, and no heading skips a level`, () => {
        const levels = headingLevels(page)
        assert.equal(levels.filter((level) => level === 1).length, 1)
        const steps = levels.map((level, index) => level - (index === 0 ? level : levels[index - 1]!))
        assert.equal(levels[0], 1)
        assert.ok(
          steps.every((step) => step <= 1),
          levels.join(' '),
        )
        assert.deepEqual(
          texts(page, 'h1, h2, h3').filter((text) => text === ''),
          [],
          'a heading is empty',
        )
      })

      it(`${name} names every control, link, region and drawing`, () => {
        for (const control of all(page, 'input:not([type=hidden]), select, textarea, button'))
          assert.notEqual(nameOf(control, page), '', String(control))
        for (const link of all(page, 'a[href]:not([aria-hidden])'))
          assert.notEqual(nameOf(link, page), '', String(link))
        for (const region of all(page, 'nav, aside, [role=region], [role=img]'))
          assert.notEqual(nameOf(region, page), '', String(region))
        for (const summary of all(page, 'summary')) assert.notEqual(nameOf(summary, page), '', String(summary))
      })

      it(`${name} refers only to what is there, and has every id once`, () => {
        const ids = values(page, '[id]', 'id')
        assert.equal(new Set(ids).size, ids.length)
        for (const list of values(page, '[aria-labelledby]', 'aria-labelledby'))
          for (const id of list.split(' ')) assert.ok(ids.includes(id), id)
        for (const id of values(page, '[aria-describedby]', 'aria-describedby')) assert.ok(ids.includes(id), id)
        for (const href of values(page, 'a[href^="#"]', 'href')) assert.ok(ids.includes(href.slice(1)), href)
      })

      it(`${name} writes every time once, exactly where an age is shown`, () => {
        for (const time of all(page, 'time')) {
          assert.match(time.getAttribute('datetime') ?? '', /^\d{4}/)
          const exact = time.getAttribute('title') ?? textOf(time)
          assert.match(exact, /\d/)
          // In Spanish, `ago` is August.
          assert.doesNotMatch(exact, code === 'es' ? /\bhace\b/ : /\bago\b|il y a|قبل/)
        }
      })

      it(`${name} posts only to paths of our own and loads nothing from elsewhere`, () => {
        for (const form of all(page, 'form:not([method=dialog])'))
          assert.match(form.getAttribute('action') ?? '', /^\/[a-z]/)
        for (const form of all(page, 'form[method=post]')) assert.ok(form.querySelector('button'))
        for (const address of [...values(page, '[src]', 'src'), ...values(page, 'link[href]', 'href')])
          assert.match(address, /^\/(?!\/)/)
        // The bookmarklet that is dragged out of our pages; the content security policy keeps it from running on them.
        for (const href of values(page, 'a[href]', 'href'))
          if (!href.startsWith(`javascript:location.href="${saveAddress}?url="+`))
            assert.match(href, /^(?:\/(?!\/)|#|https?:\/\/)/)
        for (const link of all(page, 'a[href^=http]')) assert.match(link.getAttribute('rel') ?? '', /noreferrer/)
        assert.deepEqual(all(page, '[style], iframe, style, script:not([src])').map(String), [])
      })
    }
  })
