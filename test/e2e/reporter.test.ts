import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import { chromiumPath } from './browser.ts'
import { download, draft, follow, look, type Newsroom, openCitation, openNewsroom, textOf } from './newsroom.ts'

/** What happens while the reporter of each look watches a person: two outlets report it, one after the other. */
const events = {
  on: {
    title: 'Bell foundry museum opens in Tarn',
    first:
      'A museum of bells opened in the old foundry at Tarn on Thursday, and 300 people came to hear the largest bell struck. “I have waited for this sound since I was a child,” said Petra Ansgard, who gave the museum her grandfather’s tools. The foundry closed in 1961.',
    second:
      'Three hundred visitors filled the old bell foundry of Tarn on Thursday as its museum opened. Petra Ansgard, whose grandfather cast bells there until the foundry shut in 1961, handed over his tools. “He would have rung it twice,” she said after the largest bell was struck.',
  },
  off: {
    title: 'Heron nests found under Linnet rail bridge',
    first:
      'Walkers have found eleven heron nests under the rail bridge at Linnet, and painters were told on Thursday to put their ladders away until July. “Nobody paints over a heron,” said Petra Ansgard, who counts birds there at weekends. The bridge was last painted in 1998.',
    second:
      'Painting of the Linnet rail bridge has been put off until July because herons are nesting under it. Petra Ansgard, a volunteer who counts birds at weekends, saw eleven nests on Thursday. “They were here before the ladders,” she said of the bridge, last painted in 1998.',
  },
} as const

describe('a reporter', { skip: existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}` }, () => {
  let room: Newsroom
  before(async () => {
    room = await openNewsroom()
  })
  after(() => room?.[Symbol.asyncDispose]())

  for (const scripts of ['on', 'off'] as const)
    it(`watches, works on, checks and cites a story, scripts ${scripts}`, async () => {
      const { title, first, second } = events[scripts]
      const page = await room.signIn(scripts === 'on' ? 'Noor' : 'Sami', 'moderator', scripts === 'on')
      const link = (name: string | RegExp) => page.locator('main').getByRole('link', { name })
      const choose = (name: string) => page.locator('main details.menu :is(a, button)', { hasText: name })
      const button = (name: string) => page.locator('main').getByRole('button', { name, exact: true })

      // A watch, from where the person is.
      await page.goto('/people?q=ansgard')
      await follow(link('Petra Ansgard').first())
      const person = new URL(page.url()).pathname
      await follow(choose('Watch…'))
      await look(page)
      assert.equal(await page.getByLabel('the second independent report').isChecked(), true)
      await follow(button('Add'))
      const watch = new URL(page.url()).pathname
      assert.match(await textOf(page), /Nothing has happened yet\./)
      await follow(page.getByRole('heading', { level: 1 }).getByRole('link'))
      assert.equal(new URL(page.url()).pathname, person)

      // What it told, and why.
      await room.publish(`Tarn Weekly ${scripts}`, title, first)
      await page.goto('/alerts')
      assert.doesNotMatch(await textOf(page), new RegExp(title))
      await room.publish(`Northern Ledger ${scripts}`, `${title}, a second outlet says`, second)
      await page.goto('/alerts')
      assert.match(
        await textOf(page),
        new RegExp(`Second independent report, by Northern Ledger ${scripts}.*${title}.*watched: Petra Ansgard`),
      )
      await look(page)
      await follow(link('Petra Ansgard').first())
      assert.equal(new URL(page.url()).pathname, watch)
      assert.match(await textOf(page), new RegExp(`the second independent report · Northern Ledger ${scripts}`))
      await look(page)

      // On the desk, with a note.
      await follow(link(title).last())
      assert.match(await textOf(page, '.meta'), /2 independent reports/)
      await follow(choose('Put on the desk'))
      await page.getByLabel('Status').selectOption('In progress')
      await page.getByLabel('New note').fill('Ask who owns the tools now.\nThen the archive.')
      await follow(button('Add note'))
      assert.match(await textOf(page, '#notes'), /Ask who owns the tools now\..*Then the archive\./)
      assert.equal(await page.getByLabel('Status').inputValue(), 'in-progress')
      await look(page)

      // A draft with two quotations, one of them altered, and the pack that proves the result.
      await page.goto('/check')
      await page.getByLabel('Text to check').fill(draft)
      await follow(button('Check'))
      const result = await textOf(page, '#result')
      assert.match(result, /2 quotations · Word for word: 1 · Different words: 1/)
      assert.match(result, /“homes” in your text, “beds” in the article/)
      assert.equal(await page.getByLabel('Change it and check again').inputValue(), draft)
      await look(page)
      await follow(button('Evidence pack'))
      await look(page)
      const pack = await download(page.locator('main form button'))
      assert.equal(pack.name, 'text-check-pack.zip')
      const verified = await verifyPack(pack.bytes)
      assert.deepEqual(verified.problems, [])
      assert.ok((await textOf(page)).includes(verified.fingerprint ?? '—'))

      // A quotation of a transcript, heard at its second.
      await page.goto('/search?q=wall+writes+everything&tab=quotes')
      const heard = await link('at 12:07').getAttribute('href')
      assert.match(heard ?? '', /\/hear-the-engineer\.wav#t=727$/)
      assert.equal((await page.request.get(heard!)).headers()['content-type'], 'audio/wav')
      await look(page)
      const cited = await openCitation(page.locator('main a.cite').first())
      assert.match((await cited.locator('mark').first().textContent()) ?? '', /^That a wall like this one writes/)

      // Its story, as a source.
      await follow(cited.locator('a[href^="/articles/"]').first())
      await follow(page.locator('main a[href^="/stories/"]').first())
      await follow(choose('Export'))
      const { name, bytes } = await download(link('BibTeX'))
      assert.match(name, /\.bib$/)
      assert.match(Buffer.from(bytes).toString(), /@\w+\{[^@]*Listen: the engineer of the Sella Dam/)
      await look(page)
      await page.context().close()
    })
})
